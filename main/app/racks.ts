import type { CallOutput, ParsedInput } from "../contract/calls";
import type { RackLayout } from "../contract/shapes/panel";
import type { RackRow } from "../contract/shapes/rack";
import { blocksOf } from "../domain/rack-elevation";
import { hasPanel } from "../domain/plan";
import { RemoteFailure } from "../ports/failure";
import type { Repositories } from "../ports/store";
import type { App } from "./app";
import { observe } from "./panel-access";
import { rackRow, readElevation, readMounted } from "./rack-elevations";
import { endMountedPlans } from "./rack-plans";
import { nothingSold, readSold } from "./rack-sold";
import type { KnownRack } from "./rack-survey";
import { getKnownRack, listKnownRacks, moduleIdsOf, readRackNotes } from "./rack-survey";
import { todayAt } from "./site-day";

/** All racks with their use, from what is known; no panel is asked. */
export async function listRacks(
  app: App,
  { moduleId, search }: ParsedInput<"rack.list">,
): Promise<CallOutput<"rack.list">> {
  const today = todayAt(app);
  const rows = await app.store.read(async (repositories) => {
    const racks = await listKnownRacks(repositories, moduleId);
    const panels = new Map(racks.map((rack) => [rack.panelModules[0]?.id, rack]));
    const found: RackRow[] = [];
    for (const id of panels.keys()) {
      found.push(
        ...(await rowsOfPanel(
          repositories,
          racks.filter((rack) => rack.panelModules[0]?.id === id),
          today,
        )),
      );
    }
    return found;
  });
  const wanted = search.trim().toLowerCase();
  return rows.filter(({ name, note, locationName, dataCentreName, moduleName }) =>
    [name, note, locationName, dataCentreName, moduleName].some((text) => text.toLowerCase().includes(wanted)),
  );
}

async function rowsOfPanel(
  repositories: Repositories,
  racks: readonly KnownRack[],
  today: string,
): Promise<readonly RackRow[]> {
  const moduleIds = racks[0] ? moduleIdsOf(racks[0]) : [];
  const dataCentres = new Map((await repositories.dataCentres.list()).map(({ id, name }) => [id, name]));
  const notesOf = await readRackNotes(repositories, moduleIds, null);
  const planned = (await repositories.rackPlans.listByModules(moduleIds)).map(({ serviceId }) => serviceId);
  const nobodyElse = { moduleIds, serverIds: [], rackNames: [] };
  const tenants = await repositories.rackTenants.list({ ...nobodyElse, serviceIds: planned });
  const mounted = await readMounted(repositories, moduleIds, tenants);
  const sold = await readSold(repositories, racks, true);
  return racks.map((rack) => {
    const notes = notesOf(rack.facts.rackId);
    const plans = notes.plans.filter(({ serviceId }) => !mounted.has(serviceId));
    const blocks = blocksOf({ ...notes, plans, tenants, today });
    const dataCentreName = dataCentres.get(rack.module.dataCentreId) ?? "";
    return rackRow(rack, notes, blocks, sold.get(rack.facts.rackId) ?? nothingSold, dataCentreName);
  });
}

/** A rack to be drawn: as the panel tells it now, or as it was last known. What the panel shows mounted is planned no longer. */
export async function getElevation(
  app: App,
  { moduleId, rackId }: ParsedInput<"rack.elevation">,
): Promise<CallOutput<"rack.elevation">> {
  const rack = await app.store.read((repositories) => getKnownRack(repositories, moduleId, rackId));
  const { layout, isLive, reason } = await lookAt(app, rack);
  if (layout) await endMountedPlans(app, rack, layout);
  const today = todayAt(app);
  const elevation = await app.store.read((repositories) => readElevation(repositories, rack, today));
  return { ...elevation, isLive, reason };
}

/** Asks the panel for the rack's map, which is kept; without an answer the reason says why. */
export async function lookAt(
  app: App,
  { module, facts }: KnownRack,
): Promise<{ readonly layout: RackLayout | null; readonly isLive: boolean; readonly reason: string }> {
  if (!hasPanel(module)) return { layout: null, isLive: false, reason: "There is no panel to ask" };
  try {
    const seen = await observe(app, module, `rack ${String(facts.rackId)}`, (gateway) => gateway.getRack(facts.rackId));
    return { layout: seen.isLive ? seen.facts : null, isLive: seen.isLive, reason: seen.reason };
  } catch (error) {
    if (!(error instanceof RemoteFailure)) throw error;
    return { layout: null, isLive: false, reason: error.message };
  }
}
