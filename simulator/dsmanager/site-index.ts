import { byId, groupBy } from "../foundation/look-ups";
import type {
  Cable,
  DsmanagerPdu,
  DsmanagerRack,
  DsmanagerServer,
  DsmanagerSite,
  DsmanagerSwitch,
  DsmanagerUser,
  NamedRow,
  Port,
  Work,
} from "./site-document";

/** A port with the device it belongs to. */
export interface PlacedPort {
  readonly kind: "switch" | "pdu";
  readonly device: DsmanagerSwitch | DsmanagerPdu;
  readonly port: Port;
}

/** A port at the end of a server's cable. */
export interface CabledPort extends PlacedPort {
  readonly cable: Cable;
}

/** Look-ups over a site. */
export interface DsmanagerIndex {
  readonly servers: ReadonlyMap<number, DsmanagerServer>;
  readonly users: ReadonlyMap<number, DsmanagerUser>;
  readonly locations: ReadonlyMap<number, NamedRow>;
  readonly racks: ReadonlyMap<number, DsmanagerRack>;
  readonly serverTypes: ReadonlyMap<number, NamedRow>;
  readonly switches: ReadonlyMap<number, DsmanagerSwitch>;
  readonly pdus: ReadonlyMap<number, DsmanagerPdu>;
  cablesOf(serverId: number): readonly CabledPort[];
  /** What runs on a server and keeps others off it; undefined when nothing does. */
  operationOf(serverId: number): Work | undefined;
  worksOf(serverId: number): readonly Work[];
}

/** Builds the look-ups for the site as it is now. */
export function createDsmanagerIndex(site: DsmanagerSite): DsmanagerIndex {
  const placed: readonly PlacedPort[] = [
    ...site.switches.flatMap((device) => device.ports.map((port) => ({ kind: "switch" as const, device, port }))),
    ...site.pdus.flatMap((device) => device.ports.map((port) => ({ kind: "pdu" as const, device, port }))),
  ];
  const cabled = placed.flatMap((place) => (place.port.cable === null ? [] : [{ ...place, cable: place.port.cable }]));
  const cablesOf = groupBy(cabled, ({ cable }) => cable.serverId);
  const worksOf = groupBy(site.works, ({ serverId }) => serverId);
  return {
    servers: byId(site.servers),
    users: byId(site.users),
    locations: byId(site.locations),
    racks: byId(site.racks),
    serverTypes: byId(site.serverTypes),
    switches: byId(site.switches),
    pdus: byId(site.pdus),
    cablesOf: (serverId) => cablesOf.get(serverId) ?? [],
    operationOf: (serverId) =>
      worksOf.get(serverId)?.find(({ task }) => task.kind === "install" || task.kind === "diagnostics"),
    worksOf: (serverId) => worksOf.get(serverId) ?? [],
  };
}
