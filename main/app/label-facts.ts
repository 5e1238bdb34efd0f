import type { LabelKind, LabelSubject, LabelValues } from "../contract/shapes/label";
import type { Module, ModuleConfiguration } from "../contract/shapes/module";
import type { RackLayout, ServerFacts } from "../contract/shapes/panel";
import type { Service } from "../contract/shapes/service";
import type { LabelledSubject } from "../domain/label-subject";
import { keyOf, labelKindOf } from "../domain/label-subject";
import { knownValues, placeValues, rackIdentifier, textValues } from "../domain/label-values";
import { hasPanel } from "../domain/plan";
import { modulesOfSamePanel } from "../domain/same-panel";
import type { Repositories } from "../ports/store";
import { findHolder } from "./panel-servers";
import { cableValues, portValues } from "./port-facts";

/** What is known of a thing that can be labelled. */
export interface SubjectFacts {
  readonly kind: LabelKind;
  /** What its short id is given to; null for text. */
  readonly subject: LabelledSubject | null;
  /** Keys that the thing goes by, the foremost first; none for text. */
  readonly keys: readonly string[];
  /** Without the id and what all labels of the site have in common. */
  readonly values: LabelValues;
  /** The service that stands on it; null where there is none. */
  readonly serviceId: string | null;
  /** The rack that it stands in or is, where a panel knows it. */
  readonly rack: PanelRack | null;
}

export interface PanelRack {
  /** Every module that stands for the panel. */
  readonly moduleIds: readonly string[];
  readonly rackId: number;
}

/** What the store knows of things, panels' last answers included. It remembers modules while many things are looked up. */
export interface FactReader {
  /** Undefined when there is no such thing, or when nothing is known of it yet. */
  factsOf(subject: LabelSubject): Promise<SubjectFacts | undefined>;
}

/** The panel of a module with what was read of it. */
export interface PanelMemory {
  readonly module: Module;
  /** Every module that stands for this panel, the asked one first. */
  readonly moduleIds: readonly string[];
  readonly configuration: ModuleConfiguration | undefined;
  siteOf(locationId: number | null): string;
  /** The last answer about this subject, through whichever module of the panel. */
  observed<T>(subject: string): Promise<T | undefined>;
}

export function createFactReader(repositories: Repositories): FactReader {
  const memories = new Map<string, Promise<PanelMemory | undefined>>();
  const memoryOf = (moduleId: string): Promise<PanelMemory | undefined> => {
    const memory = memories.get(moduleId) ?? recall(repositories, moduleId);
    memories.set(moduleId, memory);
    return memory;
  };

  async function ofService(service: Service | undefined, asked?: { readonly memory: PanelMemory; serverId: number }) {
    const memory = asked?.memory ?? (service && (await memoryOf(service.moduleId)));
    if (!memory) return undefined;
    const serverId = asked?.serverId ?? (hasPanel(memory.module) ? (service?.serverId ?? null) : null);
    const server = serverId === null ? undefined : await memory.observed<ServerFacts>(`server ${String(serverId)}`);
    if (!service && !server) return undefined;
    return serverSubject(repositories, memory, { service, serverId, server });
  }

  async function ofPanel(subject: Exclude<LabelledSubject, { kind: "service" | "server" }>) {
    const memory = await memoryOf(subject.moduleId);
    if (!memory) return undefined;
    const found = await panelValues(memory, subject);
    if (!found) return undefined;
    const holder =
      subject.kind === "cable" ? await findHolder(repositories, subject.moduleId, subject.serverId) : undefined;
    const keys = memory.moduleIds.map((moduleId) => keyOf({ ...subject, moduleId }));
    return {
      kind: labelKindOf(subject),
      subject,
      keys,
      values: knownValues(found.values),
      serviceId: holder?.id ?? null,
      rack: rackIn(memory, found.rackId),
    };
  }

  return {
    async factsOf(subject) {
      switch (subject.kind) {
        case "text":
          return {
            kind: "text",
            subject: null,
            keys: [],
            values: textValues(subject.lines),
            serviceId: null,
            rack: null,
          };
        case "service":
          return ofService(await repositories.services.find(subject.serviceId));
        case "server": {
          const memory = await memoryOf(subject.moduleId);
          if (!memory) return undefined;
          const holder = await findHolder(repositories, subject.moduleId, subject.serverId);
          return ofService(holder, { memory, serverId: subject.serverId });
        }
        default:
          return ofPanel(subject);
      }
    },
  };
}

async function recall(repositories: Repositories, moduleId: string): Promise<PanelMemory | undefined> {
  const modules = await repositories.modules.list();
  const module = modules.find((one) => one.id === moduleId);
  if (!module) return undefined;
  const dataCentre = await repositories.dataCentres.find(module.dataCentreId);
  const configuration = (await repositories.modules.findConfiguration(moduleId))?.configuration;
  const others = hasPanel(module) ? modulesOfSamePanel(modules, module).map((one) => one.id) : [];
  const moduleIds = [moduleId, ...others.filter((id) => id !== moduleId)];
  return {
    module,
    moduleIds,
    configuration,
    siteOf(locationId) {
      // A module of one location stands for its data centre; one of a whole panel may reach several.
      const locations = module.locationId === null ? (configuration?.locations ?? []) : [];
      const location = locations.length > 1 ? locations.find((one) => one.locationId === locationId) : undefined;
      return location?.name ?? dataCentre?.name ?? "";
    },
    async observed<T>(subject: string) {
      for (const id of moduleIds) {
        const row = await repositories.observations.find(id, subject);
        // Written by `observe` under the same subject.
        if (row) return JSON.parse(row.body) as T;
      }
      return undefined;
    },
  };
}

interface Standing {
  readonly service: Service | undefined;
  readonly serverId: number | null;
  readonly server: ServerFacts | undefined;
}

/** A server and the service on it are one thing: what is on the card comes first, then what the panel says. */
async function serverSubject(
  repositories: Repositories,
  memory: PanelMemory,
  { service, serverId, server }: Standing,
): Promise<SubjectFacts> {
  const card = service && (await repositories.cards.find(service.id));
  const customer = service && (await repositories.customers.find(service.customerId));
  const number = service ? `C-${String(service.number)}` : "";
  const place = {
    site: memory.siteOf(server?.locationId ?? null),
    rack: (server?.rackName ?? "") === "" ? (card?.rack ?? "") : (server?.rackName ?? ""),
    units: server?.units ?? [],
  };
  const values = {
    name: [service?.label, server?.name, number].find((name) => name !== undefined && name.trim() !== "") ?? "",
    ...placeValues(place),
    serial: server?.serial ?? "",
    service: number,
    customer: customer?.name ?? "",
  };
  const byServer = serverId === null ? [] : memory.moduleIds.map((moduleId) => serverKey(moduleId, serverId));
  const byService = service ? [keyOf({ kind: "service", serviceId: service.id })] : [];
  return {
    kind: "server",
    subject:
      serverId === null
        ? { kind: "service", serviceId: service?.id ?? "" }
        : { kind: "server", moduleId: memory.module.id, serverId },
    keys: [...byServer, ...byService],
    values: knownValues(values),
    serviceId: service?.id ?? null,
    rack: rackIn(memory, server?.rackId ?? null),
  };
}

function rackIn({ moduleIds }: PanelMemory, rackId: number | null): PanelRack | null {
  return rackId === null ? null : { moduleIds, rackId };
}

function serverKey(moduleId: string, serverId: number): string {
  return keyOf({ kind: "server", moduleId, serverId });
}

type OfPanel = Exclude<LabelledSubject, { kind: "service" | "server" }>;

async function panelValues(
  memory: PanelMemory,
  subject: OfPanel,
): Promise<{ readonly values: LabelValues; readonly rackId: number | null } | undefined> {
  if (subject.kind === "cable") return cableValues(memory, subject);
  if (subject.kind !== "rack") return portValues(memory, subject);
  const rack =
    (await memory.observed<RackLayout>(`rack ${String(subject.rackId)}`)) ??
    memory.configuration?.racks.find((one) => one.rackId === subject.rackId);
  if (!rack) return undefined;
  const place = placeValues({ site: memory.siteOf(rack.locationId), rack: rack.name, units: [] });
  return { values: { name: rackIdentifier(rack.name), ...place }, rackId: rack.rackId };
}
