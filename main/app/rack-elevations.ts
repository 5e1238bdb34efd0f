import type { CallOutput } from "../contract/calls";
import type { RackBlock, RackRow, RackUse } from "../contract/shapes/rack";
import type { Amounts } from "../contract/shapes/tariff";
import { findRack } from "../domain/card";
import { blocksOf, measureUse } from "../domain/rack-elevation";
import type { RackTenant } from "../ports/rack-store";
import type { Repositories } from "../ports/store";
import { nothingSold, readSold } from "./rack-sold";
import type { KnownRack, RackNotes } from "./rack-survey";
import { moduleIdsOf, readRackNotes } from "./rack-survey";

/** Tasks without a rack that are offered beside a rack to be drawn. */
const racklessLimit = 100;

export interface RackContent {
  readonly notes: RackNotes;
  readonly tenants: readonly RackTenant[];
  readonly blocks: readonly RackBlock[];
  /** Services among the tenants whose server the mirror shows in units of whichever rack. */
  readonly mounted: ReadonlySet<string>;
}

/** Everything that takes units of a rack, with the services behind it. */
export async function readRackContent(
  repositories: Repositories,
  rack: KnownRack,
  today: string,
): Promise<RackContent> {
  const moduleIds = moduleIdsOf(rack);
  const { rackId, name } = rack.facts;
  const notes = (await readRackNotes(repositories, moduleIds, [rackId]))(rackId);
  const serverIds = [...notes.units, ...notes.servers].flatMap(({ serverId }) => serverId ?? []);
  const tenants = await repositories.rackTenants.list({
    moduleIds,
    serverIds: [...new Set(serverIds)],
    rackNames: [name],
    serviceIds: notes.plans.map(({ serviceId }) => serviceId),
  });
  const mounted = await readMounted(repositories, moduleIds, tenants);
  const plans = notes.plans.filter(({ serviceId }) => !mounted.has(serviceId));
  return { notes, tenants, blocks: blocksOf({ ...notes, plans, tenants, today }), mounted };
}

/** The rack as lists show it; what it has sold is read beside. */
export function rackRow(
  { module, facts, locationName, takenAt }: KnownRack,
  { sightedAt, capacity }: Pick<RackNotes, "sightedAt" | "capacity">,
  blocks: readonly RackBlock[],
  sold: Pick<RackUse, "powerSoldWatts" | "bandwidthSoldMbit">,
  dataCentreName: string,
): RackRow {
  const use = { ...measureUse(facts.size, blocks), ...sold };
  const isSighted = sightedAt !== null;
  return {
    ...facts,
    freeUnits: isSighted ? use.free : null,
    longestFreeRun: isSighted ? use.longestFreeRun : null,
    moduleId: module.id,
    moduleName: module.name,
    dataCentreName,
    locationName,
    capacity: { powerWatts: capacity?.powerWatts ?? null, bandwidthMbit: capacity?.bandwidthMbit ?? null },
    use,
    takenAt: sightedAt ?? takenAt,
  };
}

/** A rack to be drawn, with the cards that wait for a place in it. */
export async function readElevation(
  repositories: Repositories,
  rack: KnownRack,
  today: string,
): Promise<Omit<CallOutput<"rack.elevation">, "isLive" | "reason">> {
  const content = await readRackContent(repositories, rack, today);
  const sold = (await readSold(repositories, [rack], false)).get(rack.facts.rackId) ?? nothingSold;
  const dataCentre = await repositories.dataCentres.find(rack.module.dataCentreId);
  const row = rackRow(rack, content.notes, content.blocks, sold, dataCentre?.name ?? "");
  return { ...row, blocks: [...content.blocks], waiting: await readWaiting(repositories, rack, content) };
}

/** Units that a service has ordered; at least the one that any equipment takes. */
export function orderedUnits(amounts: Amounts): number {
  return Math.min(100, Math.max(1, amounts["unit"] ?? 1));
}

/** Which of these services have a server that the mirror shows in units of whichever rack. */
export async function readMounted(
  { rackSightings }: Repositories,
  moduleIds: readonly string[],
  tenants: readonly Pick<RackTenant, "serviceId" | "serverId">[],
): Promise<ReadonlySet<string>> {
  const serverIds = tenants.flatMap(({ serverId }) => serverId ?? []);
  const mounted = new Set(await rackSightings.listMounted(moduleIds, serverIds));
  return new Set(tenants.filter(({ serverId }) => mounted.has(serverId ?? 0)).map(({ serviceId }) => serviceId));
}

/** Services whose card names this rack and that nobody has given units, then set-up tasks for which no rack is named. */
async function readWaiting(
  repositories: Repositories,
  rack: KnownRack,
  { tenants, blocks, mounted }: RackContent,
): Promise<CallOutput<"rack.elevation">["waiting"]> {
  const moduleIds = moduleIdsOf(rack);
  const placed = new Set(blocks.map(({ serviceId }) => serviceId));
  const planned = new Set((await repositories.rackPlans.listByModules(moduleIds)).map(({ serviceId }) => serviceId));
  const isHere = (tenant: RackTenant) => isForRack(tenant, rack);
  const named = tenants.filter(
    (one) => isHere(one) && one.rack !== "" && ![placed, planned, mounted].some((set) => set.has(one.serviceId)),
  );
  const rackless = (await repositories.rackTenants.listRackless(moduleIds, racklessLimit)).filter(isHere);
  return [...named, ...rackless].map(({ serviceId, serviceNumber, label, customerName, amounts }) => ({
    serviceId,
    serviceNumber,
    title: label === "" ? customerName : label,
    height: orderedUnits(amounts),
  }));
}

/** Does the service's module sell at this rack's location, and does its card name this rack or none. */
function isForRack({ moduleId, rack: named }: RackTenant, { panelModules, facts }: KnownRack): boolean {
  const locationId = panelModules.find(({ id }) => id === moduleId)?.locationId ?? null;
  const isThere = locationId === null || facts.locationId === null || locationId === facts.locationId;
  return isThere && (named.trim() === "" || findRack([facts], named, locationId) !== undefined);
}
