import { macAddress, pickModel } from "./hardware";
import { occupyServer } from "./occupancy";
import { createRandom, type Random } from "./random";
import { fillRack, type RackPlaces } from "./rack-places";
import type { SiteDocument, SiteRack, SiteServer, SiteSwitch } from "./site-document";
import type { RackPlan, SitePlan } from "./site-plan";

/** A site with the ids of the servers that wait for a card. */
export interface BuiltSite {
  readonly site: SiteDocument;
  readonly serversForCards: readonly number[];
}

interface Building {
  readonly plan: SitePlan;
  readonly random: Random;
  readonly site: SiteDocument;
  readonly management: SiteSwitch;
  readonly serversForCards: number[];
  lastPortId: number;
  lastOutletId: number;
}

/** Builds a data centre from its plan; the same plan always gives the same site. */
export function buildSite(plan: SitePlan): BuiltSite {
  const site = emptySite(plan);
  const management: SiteSwitch = { id: 10, name: "sw-mgmt", locationId: plan.locationId, rackId: null, ports: [] };
  site.switches.push(management);
  const building: Building = {
    plan,
    random: createRandom(plan.seed),
    site,
    management,
    serversForCards: [],
    lastPortId: 900,
    lastOutletId: 40,
  };
  plan.racks.forEach((rackPlan, place) => {
    buildRack(building, rackPlan, place);
  });
  for (let spare = 0; spare < 8; spare += 1) addManagementPort(building, null);
  return { site, serversForCards: building.serversForCards };
}

function buildRack(building: Building, rackPlan: RackPlan, place: number): void {
  const { site, plan, random } = building;
  const rack: SiteRack = {
    id: place + 7,
    name: rackPlan.name,
    size: rackPlan.size,
    note: rackPlan.note,
    locationId: plan.locationId,
    poolId: rackPlan.poolId,
    marks: [],
  };
  site.racks.push(rack);
  // The management switch stands in the first rack.
  if (place === 0) building.management.rackId = rack.id;
  const places = fillRack(rack, rackPlan, plan.locationId, {
    switchId: 18 + place * 2,
    pduId: 3 + place * 2,
    nextPortId: () => ++building.lastPortId,
    nextOutletId: () => ++building.lastOutletId,
  });
  site.switches.push(...places.switches);
  site.pdus.push(...places.pdus);

  let unit = 1;
  let freshKit = 0;
  for (let number = 1; number <= rackPlan.servers; number += 1) {
    const isFreshKit = freshKit < plan.freshKitPerRack && number > rackPlan.servers / 2;
    const model = pickModel(random, isFreshKit || random.chance(0.4));
    if (unit + model.heightUnits - 1 > places.highestUnit) break;
    const units = Array.from({ length: model.heightUnits }, (_, step) => unit + step);
    unit += model.heightUnits + (random.chance(0.3) && rackPlan.size - unit > 2 * rackPlan.servers ? 1 : 0);
    const server = addServer(building, rack, units, model.configuration, model.motherboard, isFreshKit);
    connect(building, server, places, model.powerSupplies);
    if (isFreshKit) {
      freshKit += 1;
      building.serversForCards.push(server.id);
    } else {
      occupyServer(site, plan, random, server);
    }
  }
}

function addServer(
  { site, plan, random }: Building,
  rack: SiteRack,
  units: readonly number[],
  configuration: string,
  motherboard: string,
  isFreshKit: boolean,
): SiteServer {
  const id = site.nextIds.server++;
  const stem = random.pick(isFreshKit ? plan.customerStems : plan.providerStems);
  const server: SiteServer = {
    id,
    name: `${stem}-${rack.name.toLowerCase()}-${String(units[0]).padStart(2, "0")}`,
    domain: `s${String(id)}.dc${String(plan.locationId)}.example.net`,
    locationId: plan.locationId,
    rackId: rack.id,
    units: [...units],
    barcode: `BC${String(plan.locationId)}${String(id).padStart(5, "0")}`,
    serial: random.code(10),
    mac: macAddress("0c:c4:7a", plan.locationId * 65_536 + id),
    notes: "",
    configuration,
    motherboard,
    ownerId: null,
    isNew: false,
    state: "active",
    stateInfo: "",
    runs: isFreshKit || random.chance(0.8),
    ipmi: null,
    templateId: null,
    operationId: null,
  };
  if (!isFreshKit || random.chance(0.5)) server.ipmi = ipmiOf(site, plan, id);
  site.servers.push(server);
  return server;
}

function ipmiOf(site: SiteDocument, plan: SitePlan, serverId: number): SiteServer["ipmi"] {
  return {
    id: site.nextIds.ipmi++,
    ip: `10.${String(plan.locationId)}.${String(serverId >> 8)}.${String(serverId & 255)}`,
    mac: macAddress("0c:c4:7b", plan.locationId * 65_536 + serverId),
    handler: "ipmi",
    login: "ADMIN",
    password: "practice",
    answers: true,
  };
}

/** Cables a server: one data port, each supply to another PDU where there are two, and its management port. */
function connect(building: Building, server: SiteServer, places: RackPlaces, powerSupplies: number): void {
  const { site } = building;
  const port = places.takePort();
  if (port !== null) {
    port.admin = "up";
    port.cable = { connectionId: site.nextIds.connection++, serverId: server.id, isIpmi: false };
  }
  for (let supply = 0; supply < powerSupplies; supply += 1) {
    const outlet = places.takeOutlet(supply);
    if (outlet !== null) outlet.cable = { connectionId: site.nextIds.connection++, serverId: server.id };
  }
  if (server.ipmi !== null) addManagementPort(building, server.id);
}

function addManagementPort(building: Building, serverId: number | null): void {
  const { management, site } = building;
  management.ports.push({
    id: ++building.lastPortId,
    description: `FastEthernet0/${String(management.ports.length + 1)}`,
    admin: "up",
    cable: serverId === null ? null : { connectionId: site.nextIds.connection++, serverId, isIpmi: true },
  });
}

function emptySite(plan: SitePlan): SiteDocument {
  return {
    format: 1,
    name: plan.name,
    nextIds: { user: 200, server: 101, address: 5001, operation: 800, connection: 3001, ipmi: 51 },
    pdusPolledAt: 0,
    users: [
      { id: 41, email: "dc@example.net", fullName: "Administrator", role: "@admin", password: "s3cret" },
      ...plan.customers.map((customer) => ({ ...customer })),
    ],
    locations: [{ id: plan.locationId, name: plan.name, poolId: null }],
    racks: [],
    servers: [],
    switches: [],
    pdus: [],
    pools: structuredClone([...plan.pools]),
    addresses: [],
    operations: [],
    templates: [
      { id: 1, name: "Debian 12", tags: ["os"] },
      { id: 2, name: "AlmaLinux 9", tags: ["os"] },
      { id: 3, name: "Ubuntu 24.04", tags: ["os"] },
      { id: 4, name: "Rescue", tags: ["recovery"] },
    ],
  };
}
