import { describe, expect, test } from "vitest";
import { commandTable } from "../../renderer/commands";
import { createKeyReader, keyCaps } from "../../renderer/keyboard";
import { latinKey } from "../../renderer/latin-key";

const press = (key: string, ctrlKey = false) => ({ key, ctrlKey, metaKey: false, altKey: false });

describe("the keyboard", () => {
  test("no two shortcuts have the same keys", () => {
    const keys = commandTable.flatMap((one) => [
      ...(one.keys === undefined ? [] : [one.keys]),
      ...(one.otherKeys ?? []),
    ]);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("no single key hides a pair that begins with it", () => {
    const keys = commandTable.flatMap((one) => one.keys ?? []);
    const singles = new Set<string>(keys.filter((one) => !one.includes(" ")));
    const firsts = keys.map((one) => one.split(" ")).flatMap(([first, second]) => (second ? [first] : []));
    expect(firsts.filter((first) => first !== undefined && singles.has(first))).toEqual([]);
  });

  test("two keys one after the other are a shortcut", () => {
    const read = createKeyReader(() => 0);
    expect(read(press("g"))).toBeUndefined();
    expect(read(press("q"))).toBe("goQueue");
  });

  test("the first key of a pair is forgotten after a second", () => {
    let now = 0;
    const read = createKeyReader(() => now);
    read(press("g"));
    now = 1_001;
    expect(read(press("a"))).toBe("acceptTask");
  });

  test("Shift belongs to letters with Ctrl and to keys with a name, not to signs", () => {
    const read = createKeyReader(() => 0);
    expect(read({ ...press("Z", true), shiftKey: true })).toBe("redo");
    expect(read(press("z", true))).toBe("undo");
    expect(read({ ...press("F6"), shiftKey: true })).toBe("previousPane");
    expect(read({ ...press("?"), shiftKey: true })).toBe("showShortcuts");
    expect(read({ ...press("+", true), shiftKey: true })).toBe("zoomIn");
    expect(read(press("=", true))).toBe("zoomIn");
  });

  test("keys are shown as they are printed", () => {
    expect([keyCaps("redo"), keyCaps("zoomIn"), keyCaps("goQueue"), keyCaps("themeDark")]).toEqual([
      ["Ctrl", "Shift", "Z"],
      ["Ctrl", "+"],
      ["G", "Q"],
      [],
    ]);
  });

  test("a key with Ctrl is not the key alone", () => {
    const read = createKeyReader(() => 0);
    expect(read(press("k", true))).toBe("openPalette");
    expect(read(press("k"))).toBe("previousRow");
    expect(read(press("a", true))).toBeUndefined();
  });

  const russian = (key: string, code: string, change: { ctrlKey?: boolean; shiftKey?: boolean } = {}) => ({
    ...press(key, change.ctrlKey),
    code,
    shiftKey: change.shiftKey ?? false,
  });

  test("shortcuts lie on the same keys of a Russian keyboard", () => {
    const read = createKeyReader(() => 0);
    expect(read(russian("о", "KeyJ"))).toBe("nextRow");
    expect(read(russian("л", "KeyK", { ctrlKey: true }))).toBe("openPalette");
    expect(read(russian("п", "KeyG"))).toBeUndefined();
    expect(read(russian("й", "KeyQ"))).toBe("goQueue");
    expect(read(russian(".", "Slash"))).toBe("focusSearch");
    expect(read(russian(",", "Slash", { shiftKey: true }))).toBe("showShortcuts");
  });

  test("letters of another Latin keyboard stay where they are printed", () => {
    const read = createKeyReader(() => 0);
    expect(read(russian("a", "KeyQ"))).toBe("acceptTask");
    expect(read(russian(".", "Period"))).toBeUndefined();
  });

  test("a scanner that types on a Russian keyboard is read as what is on the label", () => {
    const typed = [russian("К", "KeyR"), russian("Ы", "KeyS"), russian("Ж", "Semicolon", { shiftKey: true })];
    expect(typed.map(latinKey).join("")).toBe("RS:");
  });
});
