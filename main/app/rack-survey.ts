import type { Module, ModuleConfiguration } from "../contract/shapes/module";
import type { RackFacts, RackLayout } from "../contract/shapes/panel";
import type { Reservation } from "../contract/shapes/rack";
import { withoutServers } from "../domain/rack-elevation";
import type { StandingServer } from "../domain/rack-elevation";
import { racksOf } from "../domain/rack-space";
import { modulesOfSamePanel } from "../domain/same-panel";
import type { RackCapacityRecord, RackPlan, SightedMap, SightedServer } from "../ports/rack-store";
import type { Repositories } from "../ports/store";
import { existing } from "./app";

/** A rack as its panel told of it when its module's configuration was read. */
export interface KnownRack {
  readonly module: Module;
  /** Every module through which this panel's racks are seen. */
  readonly panelModules: readonly Module[];
  readonly facts: RackFacts;
  readonly locationName: string;
  readonly takenAt: number;
}

/** What takes units of a rack, from everybody who knows, without asking anybody. */
export interface RackNotes {
  readonly units: RackLayout["units"];
  readonly servers: readonly StandingServer[];
  readonly plans: readonly RackPlan[];
  readonly reservations: readonly Reservation[];
  readonly capacity: RackCapacityRecord | undefined;
  /** When the panel told of its units; null where it never did. */
  readonly sightedAt: number | null;
}

/** Every rack once, whichever of a panel's modules shows it, in the order of modules and racks; of one module when it is named. */
export async function listKnownRacks(
  { modules }: Repositories,
  moduleId: string | null,
): Promise<readonly KnownRack[]> {
  const all = await modules.list();
  const known = new Map<string, KnownRack>();
  for (const module of all.filter(({ id }) => moduleId === null || id === moduleId)) {
    const configuration = (await modules.findConfiguration(module.id))?.configuration;
    const panelModules = modulesOfSamePanel(all, module);
    for (const facts of racksOf(configuration?.racks ?? [], module.locationId)) {
      const key = `${panelModules[0]?.id ?? module.id}/${String(facts.rackId)}`;
      if (configuration && !known.has(key)) known.set(key, knownRack(module, panelModules, configuration, facts));
    }
  }
  return [...known.values()];
}

/** A rack by its id, or a `not-found` fault. */
export async function getKnownRack(repositories: Repositories, moduleId: string, rackId: number): Promise<KnownRack> {
  const [rack] = await getKnownRacks(repositories, [{ moduleId, rackId }]);
  return existing(rack, "rack", String(rackId));
}

/** Racks by their ids in their order, or a `not-found` fault for the first that nobody knows. */
export async function getKnownRacks(
  { modules }: Repositories,
  wanted: readonly { readonly moduleId: string; readonly rackId: number }[],
): Promise<readonly KnownRack[]> {
  const all = await modules.list();
  const racks = new Map<string, ReadonlyMap<number, KnownRack>>();
  for (const moduleId of new Set(wanted.map((one) => one.moduleId))) {
    const module = existing(
      all.find(({ id }) => id === moduleId),
      "module",
      moduleId,
    );
    const configuration = (await modules.findConfiguration(moduleId))?.configuration;
    const panelModules = modulesOfSamePanel(all, module);
    const known = configuration?.racks.map((facts) => knownRack(module, panelModules, configuration, facts)) ?? [];
    racks.set(moduleId, new Map(known.map((rack) => [rack.facts.rackId, rack])));
  }
  return wanted.map(({ moduleId, rackId }) => existing(racks.get(moduleId)?.get(rackId), "rack", String(rackId)));
}

function knownRack(
  module: Module,
  panelModules: readonly Module[],
  { locations, takenAt }: ModuleConfiguration,
  facts: RackFacts,
): KnownRack {
  const locationName = locations.find(({ locationId }) => locationId === facts.locationId)?.name ?? "";
  return { module, panelModules, facts, locationName, takenAt };
}

export function moduleIdsOf({ panelModules }: Pick<KnownRack, "panelModules">): string[] {
  return panelModules.map(({ id }) => id);
}

/**
 * What is known of racks of one panel, by their ids; of all of them where none are named. Where a panel's map and the mirror both know a rack,
 * the newer one says which servers stand in it.
 */
export async function readRackNotes(
  { rackSightings, rackReservations, rackPlans, rackCapacities, mirror }: Repositories,
  moduleIds: readonly string[],
  rackIds: readonly number[] | null,
): Promise<(rackId: number) => RackNotes> {
  const maps = newestFirst(await rackSightings.listMaps(moduleIds, rackIds));
  const mirrored = byRack(await rackSightings.listServers(moduleIds, rackIds));
  const readings = (await mirror.listReadings()).filter(({ moduleId }) => moduleIds.includes(moduleId));
  const mirroredAt = Math.max(0, ...readings.map(({ takenAt }) => takenAt ?? 0));
  const reservations = await rackReservations.listByModules(moduleIds);
  const plans = await rackPlans.listByModules(moduleIds);
  const capacities = await rackCapacities.listByModules(moduleIds);
  return (rackId) => ({
    ...standing(
      maps.find((map) => map.rackId === rackId),
      mirrored.get(rackId) ?? [],
      mirroredAt,
    ),
    plans: plans.filter((plan) => plan.rackId === rackId),
    reservations: reservations.filter((one) => one.rackId === rackId),
    capacity: capacities.find((one) => one.rackId === rackId),
  });
}

function standing(
  map: SightedMap | undefined,
  mirrored: readonly SightedServer[],
  mirroredAt: number,
): Pick<RackNotes, "units" | "servers" | "sightedAt"> {
  const servers = onePerServer(mirrored);
  if (!map) return { units: [], servers, sightedAt: mirroredAt === 0 ? null : mirroredAt };
  if (map.takenAt >= mirroredAt) return { units: map.layout.units, servers: [], sightedAt: map.takenAt };
  return { units: withoutServers(map.layout.units), servers, sightedAt: mirroredAt };
}

function byRack(servers: readonly SightedServer[]): ReadonlyMap<number, SightedServer[]> {
  const racks = new Map<number, SightedServer[]>();
  for (const server of servers) {
    const beside = racks.get(server.rackId);
    if (beside) beside.push(server);
    else racks.set(server.rackId, [server]);
  }
  return racks;
}

function newestFirst(maps: readonly SightedMap[]): readonly SightedMap[] {
  return [...maps].sort((left, right) => right.takenAt - left.takenAt);
}

/** Two modules of a panel have the same servers in their mirrors. */
function onePerServer(servers: readonly SightedServer[]): SightedServer[] {
  return [...new Map(servers.map((server) => [server.serverId, server])).values()];
}
