import type { Elevation, RackBlock, RackFace, UnitRun } from "../../../main/contract/shapes/rack";

/** What one face of a rack shows from top to bottom: blocks, and the free runs between them. */
export type FaceEntry = UnitRun & { readonly key: string } & (
    | { readonly kind: "free" }
    /** Blocks that claim the same units stand side by side: `lane` of `lanes`. */
    | { readonly kind: "block"; readonly block: RackBlock; readonly lane: number; readonly lanes: number }
  );

/** Why a thing cannot stand somewhere. */
export type Obstacle =
  | { readonly kind: "outside" }
  /** The service's module does not reach the panel of the rack. */
  | { readonly kind: "other-panel" }
  | { readonly kind: "taken"; readonly block: RackBlock; readonly unit: number; readonly face: RackFace };

type Rack = Pick<Elevation, "size" | "blocks">;

export const bothFaces: readonly RackFace[] = ["front", "rear"];

export function topOf({ bottom, height }: UnitRun): number {
  return bottom + height - 1;
}

export function overlaps(one: UnitRun, other: UnitRun): boolean {
  return one.bottom <= topOf(other) && other.bottom <= topOf(one);
}

export function unitsOf({ bottom, height }: UnitRun): readonly number[] {
  return Array.from({ length: height }, (_, step) => bottom + step);
}

/** Names a block while it stays what it is, also before the program has answered with it. */
export function planKey(serviceId: string): string {
  return `plan ${serviceId}`;
}
export function reservationKey(reservationId: string): string {
  return `reservation ${reservationId}`;
}

/** Everything on one face, highest first. */
export function entriesOf(rack: Rack, face: RackFace): readonly FaceEntry[] {
  const blocks = rack.blocks.filter((block) => block.faces.includes(face));
  return [...laneEntries(blocks), ...freeEntries(rack.size, blocks)].sort(
    (left, right) => topOf(right) - topOf(left) || laneOf(left) - laneOf(right),
  );
}

/** The first thing that keeps the units from being taken; null where they are free. A service is not in its own way. */
export function findObstacle(
  rack: Rack,
  units: UnitRun,
  faces: readonly RackFace[],
  serviceId: string | null,
): Obstacle | null {
  if (units.bottom < 1 || topOf(units) > rack.size) return { kind: "outside" };
  for (const block of rack.blocks) {
    const face = faces.find((one) => block.faces.includes(one));
    const isOwnPlan = block.kind === "planned" && serviceId !== null && block.serviceId === serviceId;
    if (face !== undefined && !isOwnPlan && overlaps(block, units)) {
      return { kind: "taken", block, face, unit: Math.max(block.bottom, units.bottom) };
    }
  }
  return null;
}

/** The lowest units that hold the height; null where there is no such run. */
export function lowestFit(
  rack: Rack,
  height: number,
  faces: readonly RackFace[],
  serviceId: string | null,
): number | null {
  for (let bottom = 1; bottom + height - 1 <= rack.size; bottom += 1) {
    if (findObstacle(rack, { bottom, height }, faces, serviceId) === null) return bottom;
  }
  return null;
}

/** Keeps a thing of this height inside the rack. */
export function clampBottom(bottom: number, height: number, size: number): number {
  return Math.max(1, Math.min(size - height + 1, bottom));
}

function keyOf({ kind, key, serviceId, reservationId }: RackBlock): string {
  if (kind === "planned" && serviceId !== null) return planKey(serviceId);
  return reservationId === null ? key : reservationKey(reservationId);
}

function laneOf(entry: FaceEntry): number {
  return entry.kind === "block" ? entry.lane : 0;
}

/** Each block takes the first lane that is free from its bottom on; blocks that touch each other share one number of lanes. */
function laneEntries(blocks: readonly RackBlock[]): readonly FaceEntry[] {
  const entries: FaceEntry[] = [];
  let cluster: { readonly block: RackBlock; readonly lane: number }[] = [];
  let lanesTop: number[] = [];
  const flush = (): void => {
    for (const { block, lane } of cluster) {
      const { bottom, height } = block;
      entries.push({ kind: "block", key: keyOf(block), bottom, height, block, lane, lanes: lanesTop.length });
    }
    cluster = [];
    lanesTop = [];
  };
  for (const block of [...blocks].sort((left, right) => left.bottom - right.bottom)) {
    if (lanesTop.every((top) => top < block.bottom)) flush();
    const found = lanesTop.findIndex((top) => top < block.bottom);
    const lane = found < 0 ? lanesTop.length : found;
    lanesTop[lane] = topOf(block);
    cluster.push({ block, lane });
  }
  flush();
  return entries;
}

function freeEntries(size: number, blocks: readonly RackBlock[]): readonly FaceEntry[] {
  const taken = new Set(blocks.flatMap(unitsOf));
  const runs: { bottom: number; height: number }[] = [];
  for (let unit = 1; unit <= size; unit += 1) {
    if (taken.has(unit)) continue;
    const run = runs.at(-1);
    if (run && topOf(run) === unit - 1) run.height += 1;
    else runs.push({ bottom: unit, height: 1 });
  }
  return runs.map((run) => ({ kind: "free", key: `free ${String(run.bottom)}`, ...run }));
}
