import { macAddress } from "../site/hardware";
import { createRandom, type Random } from "../site/random";
import { blankServer } from "./blank-server";
import { emptySite } from "./empty-site";
import { equipRack, type RackEquipment } from "./rack-equipment";
import type { DsmanagerServer, DsmanagerSite } from "./site-document";
import { colocationType, locationId, neverFreeTypeId, typesForHire, type DsmanagerSitePlan } from "./site-plan";
import { freeHostname } from "./small-site";

/** A site with the ids of its ownerless colocation servers, which wait for a card. */
export interface BuiltDsmanagerSite {
  readonly site: DsmanagerSite;
  readonly serversForCards: readonly number[];
}

interface Building {
  readonly plan: DsmanagerSitePlan;
  readonly random: Random;
  readonly site: DsmanagerSite;
  readonly serversForCards: number[];
}

/** Builds a data centre from its plan; the same plan always gives the same site. */
export function buildDsmanagerSite(plan: DsmanagerSitePlan): BuiltDsmanagerSite {
  const building: Building = { plan, random: createRandom(plan.seed), site: emptySite(plan), serversForCards: [] };
  plan.racks.forEach((name, place) => {
    buildRack(building, name, place);
  });
  return { site: building.site, serversForCards: building.serversForCards };
}

function buildRack(building: Building, name: string, place: number): void {
  const { plan, site } = building;
  const rack = { id: 7 + place, name, size: 47, locationId };
  site.racks.push(rack);
  const equipment = equipRack(site, rack, place, plan.serversPerRack);
  let unit = 1;
  for (let number = 1; number <= plan.serversPerRack; number += 1) {
    const isColocation = number > plan.serversPerRack - plan.colocationPerRack;
    const server = createServer(building, rack.id, unit, isColocation);
    unit += server.height;
    site.servers.push(server);
    if (isColocation) bringColocation(building, server, number % 3 === 0);
    else letServer(building, server);
    connect(site, server, equipment);
  }
}

function createServer({ plan, random, site }: Building, rackId: number, unit: number, isColocation: boolean) {
  const id = site.nextIds.server++;
  const dice = random.below(100) / 100;
  const type = typesForHire.find(({ share }) => dice < share) ?? typesForHire[0];
  const stem = isColocation ? "colo" : random.pick(plan.stems);
  return blankServer({
    id,
    name: `${stem}-${String(id)}`,
    typeId: isColocation ? colocationType.id : type.id,
    rackId,
    unit,
    height: isColocation ? 1 : type.height,
    hostname: freeHostname,
    mac: macAddress("0c:c4:7d", id),
    serial: random.code(10),
  });
}

/** Most servers are let; of the others a few are blocked, faulty or under diagnosis. */
function letServer({ plan, random, site }: Building, server: DsmanagerServer): void {
  const customer = 55 + random.below(plan.customers.length);
  const isLet = server.typeId === neverFreeTypeId || random.chance(0.4);
  addMainAddress(plan, site, server);
  if (isLet) {
    server.ownerId = customer;
    server.runs = random.chance(0.9);
    server.image = random.pick(["debian12", "ubuntu2404", "almalinux9"]);
    server.isDisabled = random.chance(0.05);
    nameServer(server, `s${String(server.id)}.example.net`);
    return;
  }
  const trouble = random.below(100);
  server.isBlocked = trouble < 12;
  server.hasHardwareFault = trouble >= 12 && trouble < 24;
  if (trouble >= 24 && trouble < 34) {
    const task = { kind: "diagnostics" } as const;
    site.works.push({ serverId: server.id, startedAt: 0, endsAt: null, failsWith: null, task });
  }
}

function bringColocation({ plan, random, site, serversForCards }: Building, server: DsmanagerServer, isLet: boolean) {
  server.runs = true;
  if (!isLet) {
    serversForCards.push(server.id);
    return;
  }
  server.ownerId = 55 + random.below(plan.customers.length);
  addMainAddress(plan, site, server);
  nameServer(server, `colo${String(server.id)}.example.net`);
}

function addMainAddress(plan: DsmanagerSitePlan, site: DsmanagerSite, server: DsmanagerServer): void {
  const ip = plan.addressOf(server.id - 101);
  server.addresses.push({ id: site.nextIds.address++, ip, family: "ipv4", domain: server.hostname });
}

function nameServer(server: DsmanagerServer, hostname: string): void {
  server.hostname = hostname;
  for (const address of server.addresses) address.domain = hostname;
}

/** A data port, an outlet and a management port for each. */
function connect(site: DsmanagerSite, server: DsmanagerServer, equipment: RackEquipment): void {
  for (const [port, isIpmi] of [
    [equipment.takePort(), false],
    [equipment.takeOutlet(), false],
    [equipment.addManagementPort(), true],
  ] as const) {
    if (port !== null) port.cable = { connectionId: site.nextIds.connection++, serverId: server.id, isIpmi };
  }
  server.ipmi = {
    connectionId: site.nextIds.connection++,
    ip: `10.7.${String(server.id >> 8)}.${String(server.id & 255)}`,
    mac: macAddress("0c:c4:7e", server.id),
    username: "ADMIN",
    password: "practice",
  };
}
