import type { ParsedInput } from "../contract/calls";
import type { Whereabouts } from "../contract/shapes/mirror";
import type { Module } from "../contract/shapes/module";
import type { RackFacts } from "../contract/shapes/panel";
import type { Service } from "../contract/shapes/service";
import { findRack } from "../domain/card";
import { keyOf } from "../domain/label-subject";
import { hasPanel } from "../domain/plan";
import { modulesOfSamePanel } from "../domain/same-panel";
import type { Repositories } from "../ports/store";
import type { App } from "./app";
import { existing } from "./app";
import { findHolder } from "./panel-servers";
import { seeServer } from "./seen-server";
import type { SeenServer } from "./seen-server";

interface Subject {
  readonly module: Module;
  readonly serverId: number | null;
  readonly service: Service | undefined;
}

/** Where a server or a service's equipment is: what the panel says first, then the card, then where it was scanned. */
export async function locateServer(app: App, input: ParsedInput<"server.locate">): Promise<Whereabouts> {
  const subject = await app.store.read((repositories) => findSubject(repositories, input));
  const { module, serverId, service } = subject;
  const seen = serverId === null ? nothingSeen(module) : await seeServer(app, module, serverId);
  const { facts } = seen;
  return app.store.read(async (repositories) => {
    const { configuration } = (await repositories.modules.findConfiguration(module.id)) ?? {};
    const locationId = facts?.locationId ?? module.locationId;
    return {
      moduleId: module.id,
      serverId,
      serviceId: service?.id ?? null,
      title: facts?.name || titleOf(service) || `Server ${String(serverId)}`,
      dataCentre: (await repositories.dataCentres.find(module.dataCentreId))?.name ?? "",
      location: configuration?.locations.find((one) => one.locationId === locationId)?.name ?? "",
      ...(await placeOf(repositories, subject, seen, configuration?.racks ?? [])),
      switchConnections: facts?.switchConnections ?? [],
      pduConnections: facts?.pduConnections ?? [],
      ipmiAddress: facts?.ipmiAddress ?? null,
      mac: facts?.mac ?? "",
      serial: facts?.serial ?? "",
      addresses: facts?.addresses ?? [],
      takenAt: seen.takenAt,
      isLive: seen.isLive,
      reason: seen.reason,
    };
  });
}

async function findSubject(repositories: Repositories, input: ParsedInput<"server.locate">): Promise<Subject> {
  const { modules, services } = repositories;
  if ("serviceId" in input) {
    const service = existing(await services.find(input.serviceId), "service", input.serviceId);
    const module = existing(await modules.find(service.moduleId), "module", service.moduleId);
    return { module, serverId: hasPanel(module) ? service.serverId : null, service };
  }
  const { moduleId, serverId } = input;
  const module = existing(await modules.find(moduleId), "module", moduleId);
  return { module, serverId, service: await findHolder(repositories, moduleId, serverId) };
}

function nothingSeen(module: Module): SeenServer {
  const reason = hasPanel(module) ? "No server of the panel is linked yet" : `${module.name} has no panel`;
  return { facts: null, takenAt: null, isLive: false, reason };
}

function titleOf(service: Service | undefined): string {
  return service ? service.label || `C-${String(service.number)}` : "";
}

type Place = Pick<Whereabouts, "rackId" | "rack" | "units" | "rackFrom">;

async function placeOf(
  repositories: Repositories,
  subject: Subject,
  { facts }: SeenServer,
  racks: readonly RackFacts[],
): Promise<Place> {
  const { module, service } = subject;
  if (facts?.rackName) return { rackId: facts.rackId, rack: facts.rackName, units: facts.units, rackFrom: "panel" };
  const card = service && (await repositories.cards.find(service.id));
  const plan = service && (await repositories.rackPlans.find(service.id));
  const byName = (rack: string) => findRack(racks, rack, module.locationId)?.rackId ?? null;
  if (card?.rack) {
    const rackId = byName(card.rack);
    const units = plan?.rackId === rackId ? unitsOf(plan.units) : [];
    return { rackId, rack: card.rack, units, rackFrom: "card" };
  }
  const scanned = await lastScan(repositories, subject);
  if (scanned === undefined) return { rackId: null, rack: "", units: [], rackFrom: "none" };
  return { rackId: byName(scanned), rack: scanned, units: [], rackFrom: "scan" };
}

function unitsOf({ bottom, height }: { readonly bottom: number; readonly height: number }): number[] {
  return Array.from({ length: height }, (_, above) => bottom + above);
}

/** The rack in which the thing was scanned last, under any of the keys that its label goes by. */
async function lastScan(
  { modules, labels, placements }: Repositories,
  { module, serverId, service }: Subject,
): Promise<string | undefined> {
  const panel = serverId === null ? [] : modulesOfSamePanel(await modules.list(), module);
  const keys = [
    ...panel.map(({ id }) => keyOf({ kind: "server", moduleId: id, serverId: serverId ?? 0 })),
    ...(service ? [keyOf({ kind: "service", serviceId: service.id })] : []),
  ];
  for (const key of keys) {
    const label = await labels.findByKey(key);
    const placement = label && (await placements.findLast(label.shortId));
    if (placement) return placement.rack;
  }
  return undefined;
}
