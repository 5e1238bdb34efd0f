import { buildSite } from "./site-builder";
import type { SiteDocument } from "./site-document";

const serversPerRack = 20;

/** A data centre as big as they come, with names in two scripts. */
export function createLargeSite({ servers }: { readonly servers: number }): SiteDocument {
  const rackCount = Math.ceil(servers / serversPerRack);
  const { site } = buildSite({
    seed: 15_000,
    name: "Large site",
    locationId: 3,
    racks: Array.from({ length: rackCount }, (_, place) => ({
      name: `R${String(place + 1).padStart(4, "0")}`,
      size: 47,
      servers: Math.min(serversPerRack, servers - place * serversPerRack),
      switches: 1,
      pdus: 2,
      poolId: null,
      note: "",
    })),
    customers: Array.from({ length: 100 }, (_, place) => ({
      id: 55 + place,
      email: `c${String(place)}@example.org`,
      fullName: `Клиент ${String(place)}`,
      role: "@user",
      password: null,
    })),
    providerStems: ["ded", "сервер", "node", "узел"],
    customerStems: ["colo", "клиент"],
    pools: [
      {
        id: 2,
        name: "public",
        note: "",
        pretendsEmpty: null,
        ranges: [
          {
            id: 21,
            name: "10.64.0.0-10.127.255.255",
            family: "ipv4",
            networkId: 21,
            network: "10.64.0.0/10",
            gateway: "10.127.255.255",
          },
        ],
      },
    ],
    addressPoolId: 2,
    addressOf: (number) => `10.${String(64 + (number >> 16))}.${String((number >> 8) & 255)}.${String(number & 255)}`,
    addressLimit: Number.POSITIVE_INFINITY,
    freshKitPerRack: 1,
  });
  return site;
}
