import type { Module, ModuleConfiguration } from "../contract/shapes/module";
import type { RackFacts } from "../contract/shapes/panel";
import type { Amounts } from "../contract/shapes/tariff";
import type { AddressForecast, StockForecast } from "../contract/shapes/task";
import { addressNeeds, forecastAddresses } from "../domain/addresses";
import { findRack } from "../domain/card";
import { isFreeServer } from "../domain/free-server";
import { hasPanel } from "../domain/plan";
import { blocksOf, measureUse } from "../domain/rack-elevation";
import { byRoom, forecastRackUnits, racksOf } from "../domain/rack-space";
import { modulesOfSamePanel } from "../domain/same-panel";
import { RemoteFailure } from "../ports/failure";
import type { PanelGateway } from "../ports/gateway";
import type { App } from "./app";
import { observe } from "./panel-access";
import type { Observed } from "./panel-access";
import { readServerStock } from "./panel-reading";
import { readRackNotes } from "./rack-survey";
import { todayAt } from "./site-day";

/** Racks whose units are read for one forecast; the roomiest as last read come first. */
const rackReadings = 12;

/**
 * Would the addresses of these amounts be there, for a server in this rack (name as typed, may be empty). Asks the panel for its pools;
 * out of reach, the last known counts stand with their age. A panel that does not tell its pools is not short.
 */
export async function forecast(
  app: App,
  module: Module,
  amounts: Amounts,
  rackName: string,
): Promise<AddressForecast[]> {
  const needs = addressNeeds(amounts);
  if (needs.length === 0 || !hasPanel(module)) return [];
  const configuration = await lastConfiguration(app, module);
  const pools = await observeIfTold(app, module, "pools", (gateway) => gateway.listPools());
  const place = {
    rack: rackName.trim() === "" ? undefined : findRack(configuration?.racks ?? [], rackName, module.locationId),
    locationId: module.locationId,
    locations: configuration?.locations ?? [],
    pools: pools?.facts ?? configuration?.pools ?? [],
  };
  const forecasts = forecastAddresses(needs, place, {
    takenAt: pools?.takenAt ?? configuration?.takenAt ?? null,
    isLive: pools?.isLive ?? false,
  });
  const isUntold = module.type === "dsmanager" && place.pools.length === 0;
  return isUntold ? forecasts.map((one) => ({ ...one, isShort: false })) : forecasts;
}

/** What a preset has in stock for a new order. */
export interface ServerStock {
  readonly forecast: StockForecast;
  /** False when the panel has no server type of this name; null when that is not known. */
  readonly isPreset: boolean | null;
  /** Servers without owner that cannot be handed over now. */
  readonly unfit: number;
}

/** How many servers of a preset are free; those that a service of the same panel stands on already do not count. */
export async function forecastServers(app: App, module: Module, preset: string): Promise<ServerStock> {
  const observed = await observeIfTold(app, module, "server stock", readFreeServers);
  if (!observed) {
    const unknown = { what: "server", needed: 1, free: null, where: preset, isShort: false } as const;
    return { forecast: { ...unknown, takenAt: null, isLive: false }, isPreset: null, unfit: 0 };
  }
  const { facts, takenAt, isLive } = observed;
  const taken = await app.store.read(async ({ modules, services }) =>
    services.listTakenServers(modulesOfSamePanel(await modules.list(), module).map((one) => one.id)),
  );
  const ofPreset = facts.servers.filter((server) => server.serverType === preset);
  const free = ofPreset.filter((server) => server.isFree && !taken.includes(server.serverId)).length;
  return {
    forecast: { what: "server", needed: 1, free, where: preset, isShort: free < 1, takenAt, isLive },
    isPreset: facts.types.includes(preset),
    unfit: ofPreset.filter((server) => !server.isFree).length,
  };
}

/** The servers without owner, as little of them as a forecast needs: the answer is kept for the time without a network. */
async function readFreeServers(gateway: PanelGateway) {
  const { presets, servers } = await readServerStock(gateway);
  return {
    types: presets.map((preset) => preset.name),
    servers: servers
      .filter((server) => server.ownerEmail === null)
      .map((server) => ({
        serverId: server.serverId,
        serverType: server.serverType,
        isFree: isFreeServer(server),
      })),
  };
}

/**
 * Are there so many units side by side in one rack of the module's location, beside what is reserved and planned. Undefined when nothing is known of its
 * racks.
 */
export async function forecastUnits(app: App, module: Module, needed: number): Promise<StockForecast | undefined> {
  if (needed === 0 || !hasPanel(module)) return undefined;
  const configuration = await lastConfiguration(app, module);
  const told = racksOf(configuration?.racks ?? [], module.locationId);
  if (!configuration || told.length === 0) return undefined;
  const known = await readRoomBeside(app, module, told);
  const live = await readRoom(app, module, known, needed);
  return forecastRackUnits(needed, live ?? known, {
    takenAt: live ? app.clock.now() : configuration.takenAt,
    isLive: live !== undefined,
  });
}

/** Reads the roomiest racks one after the other until one of them has the room; undefined when the panel does not answer. */
async function readRoom(
  app: App,
  module: Module,
  known: readonly RackFacts[],
  needed: number,
): Promise<RackFacts[] | undefined> {
  const racks = new Map(known.map((rack) => [rack.rackId, rack]));
  for (const rack of byRoom(known).slice(0, rackReadings)) {
    const layout = await observeIfTold(app, module, `rack ${String(rack.rackId)}`, (gateway) =>
      gateway.getRack(rack.rackId),
    );
    if (!layout?.isLive) return undefined;
    const [measured = rack] = await readRoomBeside(app, module, [rack]);
    racks.set(rack.rackId, measured);
    if ((measured.longestFreeRun ?? 0) >= needed) break;
  }
  return [...racks.values()];
}

/** The racks with the room that reservations and plans leave; a map that was read since says where in the rack it is. */
async function readRoomBeside(app: App, module: Module, racks: readonly RackFacts[]): Promise<RackFacts[]> {
  const today = todayAt(app);
  return app.store.read(async (repositories) => {
    const panelModules = modulesOfSamePanel(await repositories.modules.list(), module);
    const rackIds = racks.map(({ rackId }) => rackId);
    const moduleIds = panelModules.map(({ id }) => id);
    const notesOf = await readRackNotes(repositories, moduleIds, rackIds);
    return racks.map((rack) => {
      const notes = notesOf(rack.rackId);
      const { free, longestFreeRun } = measureUse(rack.size, blocksOf({ ...notes, tenants: [], today }));
      if (notes.units.length > 0) return { ...rack, freeUnits: free, longestFreeRun };
      // Where only the panel's figures are known, what stands in the way may lie anywhere.
      return {
        ...rack,
        freeUnits: rack.freeUnits && Math.min(rack.freeUnits, free),
        longestFreeRun: rack.longestFreeRun && Math.min(rack.longestFreeRun, longestFreeRun),
      };
    });
  });
}

async function lastConfiguration(app: App, module: Module): Promise<ModuleConfiguration | undefined> {
  return (await app.store.read(({ modules }) => modules.findConfiguration(module.id)))?.configuration;
}

/** What `observe` answers; undefined when the panel neither answers nor ever did, or does not tell such a thing. */
async function observeIfTold<T>(
  app: App,
  module: Module,
  subject: string,
  ask: (gateway: PanelGateway) => Promise<T>,
): Promise<Observed<T> | undefined> {
  try {
    return await observe(app, module, subject, ask);
  } catch (error) {
    if (error instanceof RemoteFailure) return undefined;
    throw error;
  }
}

/** A shortage of addresses in words, one line a family that is short. */
export function shortageRemarks(forecasts: readonly AddressForecast[]): string[] {
  return forecasts
    .filter((one) => one.isShort)
    .map((one) => {
      const family = one.family === "ipv4" ? "IPv4" : "IPv6";
      return one.free === null
        ? `No pool with ${family} addresses is known`
        : `${family}: ${String(one.needed)} needed, ${one.free} free in ${one.poolName}`;
    });
}
