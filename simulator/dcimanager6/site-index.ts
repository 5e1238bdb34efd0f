import { byId, groupBy } from "../foundation/look-ups";
import type {
  Outlet,
  SiteAddress,
  SiteDocument,
  SiteLocation,
  SiteOperation,
  SitePdu,
  SitePool,
  SiteRack,
  SiteServer,
  SiteSwitch,
  SiteTemplate,
  SiteUser,
  SwitchPort,
} from "../site/site-document";

export interface PlacedPort {
  readonly switch: SiteSwitch;
  readonly port: SwitchPort;
}

export interface PlacedOutlet {
  readonly pdu: SitePdu;
  readonly outlet: Outlet;
}

/** Look-ups over a site, so that a list of 15,000 servers does not search 15,000 times. */
export interface SiteIndex {
  readonly servers: ReadonlyMap<number, SiteServer>;
  readonly users: ReadonlyMap<number, SiteUser>;
  readonly locations: ReadonlyMap<number, SiteLocation>;
  readonly racks: ReadonlyMap<number, SiteRack>;
  readonly switches: ReadonlyMap<number, SiteSwitch>;
  readonly pdus: ReadonlyMap<number, SitePdu>;
  readonly pools: ReadonlyMap<number, SitePool>;
  readonly templates: ReadonlyMap<number, SiteTemplate>;
  readonly operations: ReadonlyMap<number, SiteOperation>;
  readonly addresses: ReadonlyMap<number, SiteAddress>;
  readonly ports: ReadonlyMap<number, PlacedPort>;
  portsOf(serverId: number): readonly PlacedPort[];
  outletsOf(serverId: number): readonly PlacedOutlet[];
  addressesOf(serverId: number): readonly SiteAddress[];
  serversOf(rackId: number): readonly SiteServer[];
}

/** Builds the look-ups for the site as it is now. */
export function createSiteIndex(site: SiteDocument): SiteIndex {
  const placedPorts = site.switches.flatMap((device) => device.ports.map((port) => ({ switch: device, port })));
  const placedOutlets = site.pdus.flatMap((pdu) => pdu.outlets.map((outlet) => ({ pdu, outlet })));
  const portsOf = groupBy(placedPorts, ({ port }) => port.cable?.serverId ?? null);
  const outletsOf = groupBy(placedOutlets, ({ outlet }) => outlet.cable?.serverId ?? null);
  const addressesOf = groupBy(site.addresses, (address) => address.serverId);
  const serversOf = groupBy(site.servers, (server) => server.rackId);
  return {
    servers: byId(site.servers),
    users: byId(site.users),
    locations: byId(site.locations),
    racks: byId(site.racks),
    switches: byId(site.switches),
    pdus: byId(site.pdus),
    pools: byId(site.pools),
    templates: byId(site.templates),
    operations: byId(site.operations),
    addresses: byId(site.addresses),
    ports: new Map(placedPorts.map((placed) => [placed.port.id, placed])),
    portsOf: (serverId) => portsOf.get(serverId) ?? [],
    outletsOf: (serverId) => outletsOf.get(serverId) ?? [],
    addressesOf: (serverId) => addressesOf.get(serverId) ?? [],
    serversOf: (rackId) => serversOf.get(rackId) ?? [],
  };
}
