import { buildSite, type BuiltSite } from "./site-builder";
import type { PoolRange, SiteDocument, SitePool, SiteUser } from "./site-document";
import type { RackPlan } from "./site-plan";

/** Two small data centres, each with a panel of its own: one in Latin, one mostly in Russian. */
export function createPracticeSites(): readonly [BuiltSite, BuiltSite] {
  const sites = [createRiga(), createYekaterinburg()] as const;
  for (const { site } of sites) drainRackPool(site);
  return sites;
}

function createRiga(): BuiltSite {
  return buildSite({
    seed: 2026,
    name: "Riga-1",
    locationId: 3,
    racks: racksOf(["A01", "A02", "A03", "B01", "B02", "B03"], "lift side"),
    customers: [
      customer(55, "c1@example.org", "Client One"),
      customer(56, "ops@baltic-video.example", "Baltic Video SIA"),
      customer(57, "admin@nordmail.example", "Nordmail AS"),
      customer(58, "it@harbour-books.example", "Harbour Books Ltd"),
    ],
    providerStems: ["ded", "node", "web", "db"],
    customerStems: ["colo", "kit", "customer"],
    pools: practicePools("203.0.113", "192.0.2", "2001:db8:3::"),
    addressPoolId: 2,
    addressOf: (number) => `203.0.113.${String(10 + number)}`,
    addressLimit: 130,
    freshKitPerRack: 2,
  });
}

function createYekaterinburg(): BuiltSite {
  return buildSite({
    seed: 2027,
    name: "Екатеринбург-2",
    locationId: 4,
    racks: racksOf(["Е01", "Е02", "Е03", "Ж01", "Ж02", "Ж03"], "второй этаж"),
    customers: [
      customer(55, "info@romashka.example", "ООО «Ромашка»"),
      customer(56, "noc@uralnet.example", "АО «Уралнет»"),
      customer(57, "it@severnaya-verf.example", "Северная верфь"),
      customer(58, "ops@baltic-video.example", "Baltic Video SIA"),
    ],
    providerStems: ["сервер", "узел", "ded", "хранилище"],
    customerStems: ["стойка-клиента", "клиент", "colo"],
    pools: practicePools("198.51.100", "192.0.2", "2001:db8:4::"),
    addressPoolId: 2,
    addressOf: (number) => `198.51.100.${String(10 + number)}`,
    addressLimit: 130,
    freshKitPerRack: 2,
  });
}

/** Leaves a single free address in the rack pool, so that a shortage can be met. */
function drainRackPool(site: SiteDocument): void {
  for (const number of [10, 11]) {
    site.addresses.push({
      id: site.nextIds.address++,
      address: `192.0.2.${String(number)}`,
      family: "ipv4",
      poolId: 3,
      serverId: null,
      domain: `router-${String(number)}.example.net`,
      status: "allocated",
    });
  }
}

/** The third rack has a pool of its own that is almost empty. */
function racksOf(names: readonly string[], note: string): readonly RackPlan[] {
  return names.map((name, place) => ({
    name,
    size: place % 2 === 0 ? 42 : 47,
    servers: 15,
    switches: place % 3 === 0 ? 2 : 1,
    pdus: place % 2 === 0 ? 2 : 1,
    poolId: place === 2 ? 3 : null,
    note: place === 0 ? note : "",
  }));
}

function customer(id: number, email: string, fullName: string): SiteUser {
  return { id, email, fullName, role: "@user", password: null };
}

function practicePools(publicNet: string, rackNet: string, ipv6Base: string): readonly SitePool[] {
  const ipv4 = (id: number, net: string, first: number, last: number): PoolRange => ({
    id,
    name: `${net}.${String(first)}-${net}.${String(last)}`,
    family: "ipv4",
    networkId: id,
    network: `${net}.0/24`,
    gateway: `${net}.1`,
  });
  const ipv6: PoolRange = {
    id: 22,
    name: `${ipv6Base}/48`,
    family: "ipv6",
    networkId: 22,
    network: `${ipv6Base}/48`,
    gateway: `${ipv6Base}1`,
  };
  return [
    { id: 2, name: "public", note: "", pretendsEmpty: null, ranges: [ipv4(21, publicNet, 10, 254), ipv6] },
    { id: 3, name: "rack-pool", note: "almost empty", pretendsEmpty: null, ranges: [ipv4(31, rackNet, 10, 12)] },
  ];
}
