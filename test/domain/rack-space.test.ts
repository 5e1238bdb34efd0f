import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forecastRackUnits, measureSpace, racksOf } from "../../main/domain/rack-space";
import { fakeRack } from "../builders/fake-rack";

const age = { takenAt: 1, isLive: true };
const room = (name: string, longestFreeRun: number | null) => ({ name, longestFreeRun, freeUnits: longestFreeRun });

describe("room in a rack", () => {
  it("is the longest run of free units side by side", () => {
    const occupied = [1, 2, 5, 10, ...Array.from({ length: 30 }, (_, index) => 13 + index)];
    expect(measureSpace(fakeRack(1, "A1", occupied).units)).toEqual({ freeUnits: 8, longestFreeRun: 4 });
  });

  it("does not count units that are reserved or in service", () => {
    const units = fakeRack(1, "A1").units.map((one) => ({
      ...one,
      state: one.unit <= 40 ? ("reserved" as const) : ("service" as const),
    }));
    expect(measureSpace(units)).toEqual({ freeUnits: 0, longestFreeRun: 0 });
  });

  it("is there exactly when so many neighbours are free, for any rack", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 42 })),
        fc.integer({ min: 1, max: 42 }),
        (occupied, needed) => {
          const { longestFreeRun } = measureSpace(fakeRack(1, "A1", occupied).units);
          const starts = Array.from({ length: 43 - needed }, (_, index) => index + 1);
          const fits = starts.some((start) =>
            Array.from({ length: needed }, (_, index) => start + index).every((unit) => !occupied.includes(unit)),
          );
          expect(longestFreeRun >= needed).toBe(fits);
        },
      ),
    );
  });
});

describe("a forecast of rack units", () => {
  it("names the rack with the most room, and is short when that is too little", () => {
    const racks = [room("A1", 3), room("A2", 8), room("A3", 5)];
    expect(forecastRackUnits(4, racks, age)).toMatchObject({ free: 8, where: "A2", isShort: false });
    expect(forecastRackUnits(9, racks, age)).toMatchObject({ free: 8, where: "A2", isShort: true, needed: 9 });
  });

  it("knows of no shortage while a rack has not been read", () => {
    expect(forecastRackUnits(9, [room("A1", null), room("A2", 8)], age)).toMatchObject({ free: null, isShort: false });
    expect(forecastRackUnits(8, [room("A1", null), room("A2", 8)], age)).toMatchObject({ free: 8, isShort: false });
    expect(forecastRackUnits(1, [], age)).toMatchObject({ free: null, where: "", isShort: false });
  });

  it("looks at the racks of the module's location only", () => {
    const racks = [{ locationId: 3 }, { locationId: 4 }, { locationId: null }];
    expect(racksOf(racks, 3)).toEqual([{ locationId: 3 }]);
    expect(racksOf(racks, null)).toHaveLength(3);
  });
});
