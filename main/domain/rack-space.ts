import type { RackFacts, RackLayout } from "../contract/shapes/panel";
import type { StockForecast } from "../contract/shapes/task";

type Space = Pick<RackFacts, "freeUnits" | "longestFreeRun">;

/** Counts a rack's free units and the longest run of them side by side; a unit that is not listed is not free. */
export function measureSpace(units: RackLayout["units"]): { freeUnits: number; longestFreeRun: number } {
  const free = units.filter((one) => one.state === "free").map((one) => one.unit);
  const numbers = [...new Set(free)].sort((left, right) => left - right);
  let longest = 0;
  let run = 0;
  numbers.forEach((unit, place) => {
    run = place > 0 && numbers[place - 1] === unit - 1 ? run + 1 : 1;
    longest = Math.max(longest, run);
  });
  return { freeUnits: numbers.length, longestFreeRun: longest };
}

/** The racks that a module may use: those of its location, or all where it has none. */
export function racksOf<Rack extends Pick<RackFacts, "locationId">>(
  racks: readonly Rack[],
  locationId: number | null,
): Rack[] {
  return racks.filter((rack) => locationId === null || rack.locationId === locationId);
}

/** Most room first; racks whose units have not been read stand last. */
export function byRoom<Rack extends Space>(racks: readonly Rack[]): Rack[] {
  return [...racks].sort((left, right) => (right.longestFreeRun ?? -1) - (left.longestFreeRun ?? -1));
}

/**
 * Are there so many free units side by side in one of these racks. The rack with the longest run stands for all; while the units of
 * a rack are not known and no other one has room, it is not known whether there is a shortage.
 */
export function forecastRackUnits(
  needed: number,
  racks: readonly (Space & Pick<RackFacts, "name">)[],
  age: Pick<StockForecast, "takenAt" | "isLive">,
): StockForecast {
  const roomiest = byRoom(racks)[0];
  const free = roomiest?.longestFreeRun ?? null;
  const mayHide = racks.length === 0 || racks.some((rack) => rack.longestFreeRun === null);
  const isEnough = free !== null && free >= needed;
  return {
    what: "rack-unit",
    needed,
    free: isEnough || !mayHide ? free : null,
    where: roomiest?.longestFreeRun === null ? "" : (roomiest?.name ?? ""),
    isShort: !isEnough && !mayHide,
    ...age,
  };
}
