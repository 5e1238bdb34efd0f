import type { CallOutput, ParsedInput } from "../contract/calls";
import type { RackLayout } from "../contract/shapes/panel";
import { hasPanel } from "../domain/plan";
import { RemoteFailure } from "../ports/failure";
import type { App } from "./app";
import { observe } from "./panel-access";
import { readDrawnRacks, readElevation } from "./rack-elevations";
import { endMountedPlans } from "./rack-plans";
import type { KnownRack } from "./rack-survey";
import { getKnownRack, listKnownRacks } from "./rack-survey";
import { todayAt } from "./site-day";

/** All racks with their use, from what is known; no panel is asked. */
export async function listRacks(
  app: App,
  { moduleId, search }: ParsedInput<"rack.list">,
): Promise<CallOutput<"rack.list">> {
  const today = todayAt(app);
  const racks = await app.store.read(async (repositories) =>
    readDrawnRacks(repositories, await listKnownRacks(repositories, moduleId), today, "planned"),
  );
  const wanted = search.trim().toLowerCase();
  return racks
    .filter(({ name, note, locationName, dataCentreName, moduleName }) =>
      [name, note, locationName, dataCentreName, moduleName].some((text) => text.toLowerCase().includes(wanted)),
    )
    .map(({ blocks: _, ...row }) => row);
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
