import { describe, expect, test } from "vitest";
import { createBurstReader } from "../../renderer/key-burst";
import { createScanReader } from "../../renderer/scan-reader";

/** Types a text with the same pause before each key, and answers what the reader said to the last one. */
function type(text: readonly string[], pauseMs: number): string | undefined {
  let now = 1_000;
  const read = createScanReader(() => now);
  let answer: string | undefined;
  for (const key of text) {
    now += pauseMs;
    answer = read({ key, isModified: false });
  }
  return answer;
}

/** The keys of a text as a scanner types it. */
function keysOf(text: string): readonly string[] {
  return [...Array.from(text), "Enter"];
}

const code = keysOf("RIX-S7K2M9QX");

describe("a keyboard scanner", () => {
  test("is told by its speed and its Enter", () => {
    expect(type(code, 5)).toBe("RIX-S7K2M9QX");
    expect(type(code, 50)).toBe("RIX-S7K2M9QX");
  });

  test("is not a person, however quick", () => {
    expect(type(code, 80)).toBeUndefined();
    expect(type(keysOf("abc"), 5)).toBeUndefined();
  });

  test("does not end with a shortcut, which belongs to the form", () => {
    const read = createScanReader(() => 1_000);
    for (const key of "RIX1") read({ key, isModified: false });
    expect(read({ key: "Enter", isModified: true })).toBeUndefined();
  });

  test("may press Shift in between", () => {
    expect(type(["Shift", "R", "Shift", "I", "Shift", "X", "Shift", "1", "Enter"], 10)).toBe("RIX1");
  });

  test("begins anew behind what a person typed before", () => {
    let now = 0;
    const read = createScanReader(() => now);
    for (const key of "abc") {
      now += 200;
      read({ key, isModified: false });
    }
    let answer: string | undefined;
    for (const key of keysOf("S7K2M9QX")) {
      now += key === "S" ? 200 : 5;
      answer = read({ key, isModified: false });
    }
    expect(answer).toBe("S7K2M9QX");
  });
});

describe("a burst of keys", () => {
  test("is a scan from its third character on", () => {
    let now = 0;
    const isScan = createBurstReader(() => now);
    const answers = Array.from("acr").map((key) => {
      now += 20;
      return isScan(key);
    });
    expect(answers).toEqual([false, false, true]);
  });

  test("is none when a key is held down or hands type", () => {
    let now = 0;
    const isScan = createBurstReader(() => now);
    expect(Array.from("jjjjj").map((key) => { now += 30; return isScan(key); })).toEqual(Array(5).fill(false)); // prettier-ignore
    expect(Array.from("acrn").map((key) => { now += 90; return isScan(key); })).toEqual(Array(4).fill(false)); // prettier-ignore
  });
});
