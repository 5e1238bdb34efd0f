import type { CallInput } from "../contract/calls";
import type { RackFace, RackRow, UnitRun } from "../contract/shapes/rack";
import { freeRuns } from "../domain/rack-units";
import type { Call } from "./practice-call";

const dayMs = 86_400_000;
const both: readonly RackFace[] = ["front", "rear"];

interface Keeping {
  readonly rack: string;
  readonly height: number;
  readonly kind: CallInput<"rack.reserve">["kind"];
  readonly reason: string;
  readonly faces: readonly RackFace[];
  /** Days from now; null without end. */
  readonly days: number | null;
}

const keepings: readonly Keeping[] = [
  { rack: "A01", height: 4, kind: "reserved", reason: "Second node of bfs-edge", faces: both, days: 30 },
  { rack: "A01", height: 1, kind: "service-unit", reason: "Cable management", faces: ["front"], days: null },
  { rack: "A02", height: 2, kind: "reserved", reason: "Spare for a failed server", faces: both, days: null },
  { rack: "Е01", height: 3, kind: "reserved", reason: "Ждёт согласования с заказчиком", faces: both, days: 14 },
  { rack: "Е02", height: 1, kind: "service-unit", reason: "Консоль KVM", faces: both, days: null },
];

const capacities: readonly { readonly rack: string; readonly powerWatts: number; readonly bandwidthMbit: number }[] = [
  { rack: "A01", powerWatts: 3_600, bandwidthMbit: 10_000 },
  { rack: "A02", powerWatts: 3_600, bandwidthMbit: 1_000 },
  { rack: "Е01", powerWatts: 7_200, bandwidthMbit: 10_000 },
];

/** The set-up that somebody has found a place for already. */
const plannedLabel = "nwi-render-2";

/** Reserves units, marks the site's own, says what may be sold, and plans one of the orders that wait. */
export async function furnishRacks(call: Call, now: number): Promise<void> {
  const racks = await call("rack.list", {});
  const byName = (name: string): RackRow | undefined => racks.find((rack) => rack.name === name);
  for (const { rack: name, height, kind, reason, faces, days } of keepings) {
    const rack = byName(name);
    const units = rack && (await findRoom(call, rack, height));
    if (!units) continue;
    const until = days === null ? null : new Date(now + days * dayMs).toISOString().slice(0, 10);
    await call("rack.reserve", { ...addressOf(rack), units, kind, reason, faces: [...faces], until });
  }
  for (const { rack: name, ...capacity } of capacities) {
    const rack = byName(name);
    if (rack) await call("rack.set-capacity", { ...addressOf(rack), capacity });
  }
  await planOrder(call, racks);
}

async function planOrder(call: Call, racks: readonly RackRow[]): Promise<void> {
  const { rows } = await call("service.list", { search: plannedLabel });
  const [service] = rows;
  const rack = racks.find(({ moduleId }) => moduleId === service?.moduleId);
  const units = service && rack && (await findRoom(call, rack, service.amounts["unit"] ?? 1));
  if (units) await call("rack.plan", { serviceId: service.id, ...addressOf(rack), units });
}

/** The lowest units side by side that nothing claims. */
async function findRoom(call: Call, rack: RackRow, height: number): Promise<UnitRun | undefined> {
  const { size, blocks } = await call("rack.elevation", addressOf(rack));
  const run = freeRuns(size, blocks, both).find((one) => one.height >= height);
  return run && { bottom: run.bottom, height };
}

function addressOf({ moduleId, rackId }: RackRow) {
  return { moduleId, rackId };
}
