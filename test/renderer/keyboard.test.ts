import { describe, expect, test } from "vitest";
import { createKeyReader, shortcuts } from "../../renderer/keyboard";

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
});
