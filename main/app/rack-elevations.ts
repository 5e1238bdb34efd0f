import type { CallOutput } from "../contract/calls";
import type { RackRow } from "../contract/shapes/rack";
import type { Amounts } from "../contract/shapes/tariff";
import { findRack } from "../domain/card";
import { measureUse, withKeptBack } from "../domain/rack-elevation";
import type { DrawnRack } from "../ports/rack-drawing";
import type { RackTenant } from "../ports/rack-store";
import type { Repositories } from "../ports/store";
import { readPanelContents, readRackContent } from "./rack-contents";
import type { RackContent } from "./rack-contents";
import { nothingSold, readSold } from "./rack-sold";
import type { Sold } from "./rack-sold";
import type { KnownRack } from "./rack-survey";
import { moduleIdsOf } from "./rack-survey";

/** Tasks without a rack that are offered beside a rack to be drawn. */
const racklessLimit = 100;

/** Racks of whichever panels with their use and what takes their units, in their order. */
export async function readDrawnRacks(
  repositories: Repositories,
  racks: readonly KnownRack[],
  today: string,
  tenancy: "everybody" | "planned",
): Promise<readonly DrawnRack[]> {
  const dataCentres = new Map((await repositories.dataCentres.list()).map(({ id, name }) => [id, name]));
  const drawn = new Map<KnownRack, DrawnRack>();
  for (const panel of new Set(racks.map(panelOf))) {
    const ofPanel = racks.filter((rack) => panelOf(rack) === panel);
    const contentOf = await readPanelContents(repositories, ofPanel, today, tenancy);
    const sold = await readSold(repositories, ofPanel);
    for (const rack of ofPanel) {
      const content = contentOf(rack);
      const row = rackRow(rack, content, sold.get(rack.facts.rackId) ?? nothingSold);
      const dataCentreName = dataCentres.get(rack.module.dataCentreId) ?? "";
      drawn.set(rack, { ...row, dataCentreName, blocks: content.blocks });
    }
  }
  return racks.flatMap((rack) => drawn.get(rack) ?? []);
}

function panelOf({ panelModules, module }: KnownRack): string {
  return panelModules[0]?.id ?? module.id;
}

function rackRow(
  { module, facts, locationName, takenAt }: KnownRack,
  { notes: { units, sightedAt, capacity }, blocks }: RackContent,
  sold: Sold,
): Omit<RackRow, "dataCentreName"> {
  const measured = { ...measureUse(facts.size, blocks), ...sold };
  const isSighted = sightedAt !== null;
  const use = isSighted && units.length === 0 ? withKeptBack(measured, facts) : measured;
  return {
    ...facts,
    freeUnits: isSighted ? use.free : null,
    longestFreeRun: isSighted ? use.longestFreeRun : null,
    moduleId: module.id,
    moduleName: module.name,
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
  const sold = (await readSold(repositories, [rack])).get(rack.facts.rackId) ?? nothingSold;
  const dataCentre = await repositories.dataCentres.find(rack.module.dataCentreId);
  return {
    ...rackRow(rack, content, sold),
    dataCentreName: dataCentre?.name ?? "",
    blocks: [...content.blocks],
    waiting: await readWaiting(repositories, rack, content),
  };
}

/** Units that a service has ordered; at least the one that any equipment takes. */
export function orderedUnits(amounts: Amounts): number {
  return Math.min(100, Math.max(1, amounts["unit"] ?? 1));
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
