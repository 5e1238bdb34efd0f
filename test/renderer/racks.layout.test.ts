import { describe, expect, test } from "vitest";
import { bottomAfterKey, findPlacingObstacle, type Carried } from "../../renderer/screens/racks/placing";
import { arrangeRacks } from "../../renderer/screens/racks/rack-rows";
import { entriesOf, findObstacle, lowestFit } from "../../renderer/screens/racks/rack-layout";
import { buildBlock, buildElevation, buildRack } from "./rack-records";

const carried: Carried = {
  moduleId: "module-1",
  serviceId: "service-1",
  title: "edge-1",
  height: 2,
  faces: ["front", "rear"],
  from: null,
};

describe("a face of a rack", () => {
  test("shows blocks and the free runs between them from the top", () => {
    const entries = entriesOf(buildElevation(), "front");
    expect(entries.map(({ kind, bottom, height }) => [kind, bottom, height])).toEqual([
      ["free", 11, 10],
      ["block", 10, 1],
      ["free", 1, 9],
    ]);
  });

  test("shows what stands on the other face only as free", () => {
    const rack = buildElevation({ blocks: [buildBlock({ faces: ["rear"] })] });
    expect(entriesOf(rack, "front")).toMatchObject([{ kind: "free", bottom: 1, height: 20 }]);
  });

  test("puts blocks that claim the same units side by side", () => {
    const rack = buildElevation({
      blocks: [
        buildBlock({ key: "a", height: 2 }),
        buildBlock({ key: "b", bottom: 11 }),
        buildBlock({ key: "c", bottom: 15 }),
      ],
    });
    const lanes = entriesOf(rack, "front").flatMap((one) =>
      one.kind === "block" ? [[one.key, one.lane, one.lanes]] : [],
    );
    expect(lanes).toEqual([
      ["c", 0, 1],
      ["a", 0, 2],
      ["b", 1, 2],
    ]);
  });
});

describe("units for something", () => {
  test("are refused where a block takes one of them on a face that it needs", () => {
    const rack = buildElevation({ blocks: [buildBlock({ faces: ["rear"] })] });
    expect(findObstacle(rack, { bottom: 9, height: 2 }, ["front"], null)).toBeNull();
    expect(findObstacle(rack, { bottom: 9, height: 2 }, ["front", "rear"], null)).toMatchObject({
      unit: 10,
      face: "rear",
    });
  });

  test("end with the rack", () => {
    expect(findObstacle(buildElevation(), { bottom: 20, height: 2 }, ["front"], null)).toEqual({ kind: "outside" });
  });

  test("are free of the service's own plan, so that it can be moved by one unit", () => {
    const plan = buildBlock({ kind: "planned", serviceId: "service-1", serverId: null, height: 2 });
    const rack = buildElevation({ blocks: [plan] });
    expect(findObstacle(rack, { bottom: 11, height: 2 }, ["front"], "service-1")).toBeNull();
    expect(findObstacle(rack, { bottom: 11, height: 2 }, ["front"], "service-2")).not.toBeNull();
  });

  test("are looked for from the bottom", () => {
    const rack = buildElevation({ blocks: [buildBlock({ bottom: 2 })] });
    expect(lowestFit(rack, 1, ["front"], null)).toBe(1);
    expect(lowestFit(rack, 2, ["front"], null)).toBe(3);
    expect(lowestFit(rack, 19, ["front"], null)).toBeNull();
  });

  test("of another panel's rack are refused", () => {
    const rack = buildElevation({ moduleId: "module-2" });
    expect(findPlacingObstacle(carried, rack, 1)).toEqual({ kind: "other-panel" });
  });
});

test("keys move by one unit, to the next free ones and to the ends, and never out of the rack", () => {
  const rack = buildElevation();
  const moves = (key: string, bottom: number) => bottomAfterKey(key, carried, rack, bottom);
  expect(moves("ArrowUp", 8)).toBe(9);
  expect(moves("ArrowDown", 1)).toBe(1);
  expect(moves("PageUp", 8)).toBe(11);
  expect(moves("PageDown", 11)).toBe(8);
  expect(moves("Home", 8)).toBe(19);
  expect(moves("End", 8)).toBe(1);
  expect(moves("a", 8)).toBeNull();
});

test("racks are found by room, sorted by what is left, and those that nobody has told of stand last", () => {
  const racks = [
    buildRack({ name: "A10", capacity: { powerWatts: null, bandwidthMbit: null } }),
    buildRack({ name: "A2", locationName: "Cellar", use: { ...buildRack().use, free: 2 } }),
    buildRack({ name: "B1", use: { ...buildRack().use, powerSoldWatts: 3_900 } }),
  ];
  const names = (search: string, order: "name" | "units" | "power") =>
    arrangeRacks(racks, { search, room: "", order }).map(({ name }) => name);
  expect(names("", "name")).toEqual(["A2", "A10", "B1"]);
  expect(names("cellar", "name")).toEqual(["A2"]);
  expect(names("", "units")).toEqual(["A10", "B1", "A2"]);
  expect(names("", "power")).toEqual(["A2", "B1", "A10"]);
});
