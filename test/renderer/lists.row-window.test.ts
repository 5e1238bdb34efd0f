import { describe, expect, test } from "vitest";
import {
  follow,
  placeAt,
  positionPx,
  positionToShow,
  rowsAt,
  rowsInSlots,
  slotsOf,
  spacePx,
  tallestPx,
} from "../../renderer/lists/row-window";
import type { Place } from "../../renderer/lists/row-window";

const start: Place = { scrollPx: 0, shiftPx: 0 };
const huge = { count: 1_000_000, rowPx: 64, viewPx: 800 };
const endOfHuge = huge.count * huge.rowPx - huge.viewPx;

describe("the rows in view", () => {
  test("are few, however long the list", () => {
    const { first, last } = rowsAt(huge, placeAt(huge, 32_000_000));
    expect(first).toBeLessThanOrEqual(500_000);
    expect(last).toBeGreaterThanOrEqual(500_012);
    expect(last - first + 1).toBeLessThanOrEqual(60);
  });

  test("are at most sixty in a high window with low rows", () => {
    const { first, last } = rowsAt({ count: 5_000, rowPx: 28, viewPx: 1_500 }, { scrollPx: 28_000, shiftPx: 0 });
    expect(last - first + 1).toBeLessThanOrEqual(60);
  });

  test("end with the list", () => {
    expect(rowsAt({ count: 3, rowPx: 32, viewPx: 600 }, start)).toEqual({ first: 0, last: 2 });
  });
});

describe("the elements of rows", () => {
  const slots = slotsOf(huge);
  const elementOf = (index: number): number => index % slots;

  test("stay in their order while other rows come into view", () => {
    const before = rowsInSlots(rowsAt(huge, placeAt(huge, 640_000)), slots, 5);
    const after = rowsInSlots(rowsAt(huge, placeAt(huge, 640_000 + 7 * huge.rowPx)), slots, 5);
    expect(after.map(elementOf)).toEqual(before.map(elementOf));
    expect(before.filter((index, place) => index !== after[place])).toHaveLength(7);
  });

  test("stand in the order of their rows when the turn is that of the first one", () => {
    const range = rowsAt(huge, placeAt(huge, 640_000));
    const drawn = rowsInSlots(range, slots, range.first % slots);
    expect(drawn).toEqual(Array.from({ length: slots }, (_, step) => range.first + step));
  });
});

describe("a list higher than browsers draw", () => {
  test("is scrolled over in a space that they do draw", () => {
    expect(spacePx(huge)).toBe(tallestPx);
    expect(spacePx({ ...huge, count: 1_000 })).toBe(64_000);
  });

  test("is reached to its last row by the scroll bar", () => {
    const place = follow(huge, start, tallestPx - huge.viewPx);
    expect(positionPx(place)).toBe(endOfHuge);
    expect(rowsAt(huge, place).last).toBe(999_999);
  });

  test("moves by single pixels under the wheel, wherever it stands", () => {
    const before = follow(huge, start, 5_000_000);
    const after = follow(huge, before, 5_000_100);
    expect(positionPx(after) - positionPx(before)).toBe(100);
  });

  test.each([1, -1])("is scrolled by the wheel all the way to its end (%i)", (direction) => {
    let place = placeAt(huge, huge.count * huge.rowPx * 0.4);
    const goal = direction > 0 ? endOfHuge : 0;
    let steps = 0;
    while (positionPx(place) !== goal) {
      const limit = tallestPx - huge.viewPx;
      const next = follow(huge, place, Math.min(limit, Math.max(0, place.scrollPx + direction * 2_000)));
      expect(Math.sign(positionPx(next) - positionPx(place))).toBe(direction);
      place = next;
      steps += 1;
      if (steps > 40_000) throw new Error("The end is never reached");
    }
    expect(place.scrollPx).toBe(direction > 0 ? tallestPx - huge.viewPx : 0);
  });

  test("keeps the rows where they are when the scroll bar is put right", () => {
    let place = placeAt(huge, 32_000_000);
    for (let step = 0; step < 1_000; step += 1) {
      const next = follow(huge, place, place.scrollPx + 2_000);
      expect(positionPx(next)).toBe(positionPx(place) + 2_000);
      place = next;
    }
  });
});

describe("showing a row", () => {
  const extent = { count: 100, rowPx: 32, viewPx: 320 };
  test("moves no farther than it needs", () => {
    expect(positionToShow(extent, 0, 5)).toBe(0);
    expect(positionToShow(extent, 0, 10)).toBe(32);
    expect(positionToShow(extent, 640, 3)).toBe(96);
  });
});
