import { describe, expect, test } from "vitest";
import { createKeyReader, shortcuts } from "../../renderer/keyboard";
import { latinKey } from "../../renderer/latin-key";

const press = (key: string, ctrlKey = false) => ({ key, ctrlKey, metaKey: false, altKey: false });

describe("the keyboard", () => {
  test("no two shortcuts have the same keys", () => {
    expect(new Set(shortcuts.map((one) => one.keys)).size).toBe(shortcuts.length);
  });

  test("no single key hides a pair that begins with it", () => {
    const singles = new Set<string>(shortcuts.map((one) => one.keys).filter((keys) => !keys.includes(" ")));
    const firsts = shortcuts.map((one) => one.keys.split(" ")).flatMap(([first, second]) => (second ? [first] : []));
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
