import { firstFree, parseRange, spanSize, type AddressFamily } from "../foundation/address-range";
import type { SiteAddress, SitePool } from "../site/site-document";
import { answerList } from "./list-answer";
import type { Route } from "./router";
import { getRow, type World } from "./world";

export const poolRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "ip/v3/ippool",
    answer: ({ query }, world) => answerList(query, { rows: world.site.pools, view: (pool) => viewPool(world, pool) }),
  },
  {
    method: "GET",
    path: "ip/v3/ippool/:pool",
    answer: (request, world) => viewPool(world, getRow(world.index().pools, "Pool", request.id("pool"))),
  },
  {
    method: "GET",
    path: "ip/v3/ippool/:pool/range",
    answer: (request, world) =>
      answerList(request.query, {
        rows: getRow(world.index().pools, "Pool", request.id("pool")).ranges,
        view: ({ id, name, family }) => ({ id, name, family }),
      }),
  },
  {
    method: "GET",
    path: "ip/v3/ipnet",
    answer: ({ query }, world) => answerList(query, { rows: listNetworks(world), view: (network) => network }),
  },
  {
    method: "GET",
    path: "ip/v3/ip",
    answer: ({ query }, world) =>
      answerList(query, { rows: world.site.addresses, view: (address) => viewUsedAddress(world, address) }),
  },
];

/** Picks the lowest free addresses of a family, never a network's own or its gateway; fewer than asked on a shortage. */
export function pickFree(world: World, pool: SitePool, family: AddressFamily, count: number): readonly string[] {
  const taken = new Set([
    ...world.site.addresses.map(({ address }) => address),
    ...pool.ranges.flatMap(({ gateway, network }) => [gateway, network.replace(/\/\d+$/, "")]),
  ]);
  const picked: string[] = [];
  for (const range of pool.ranges.filter((candidate) => candidate.family === family)) {
    const span = parseRange(range.name);
    while (span !== null && picked.length < count) {
      const address = firstFree(span, taken);
      if (address === null) break;
      taken.add(address);
      picked.push(address);
    }
  }
  return picked;
}

/** Several ranges may lie in one network. */
function listNetworks(world: World): readonly unknown[] {
  const ranges = world.site.pools.flatMap((pool) => pool.ranges);
  const networks = ranges.map(({ networkId, network, gateway }) => ({
    id: networkId,
    name: network,
    gateway,
    note: "",
  }));
  return [...new Map(networks.map((network) => [network.id, network])).values()];
}

/** The network that an address of a pool lies in, for its gateway. */
export function rangeOf(world: World, address: SiteAddress): SitePool["ranges"][number] | undefined {
  const ranges = world.index().pools.get(address.poolId)?.ranges;
  return ranges?.find(({ family }) => family === address.family);
}

/** Counts are decimal strings: a single IPv6 range exceeds what a JSON number can hold. */
function viewPool(world: World, pool: SitePool): unknown {
  const sizes = pool.ranges.map(({ name }) => parseRange(name)).map((span) => (span === null ? 0n : spanSize(span)));
  const total = sizes.reduce((sum, size) => sum + size, 0n);
  const used = world.site.addresses.filter(({ poolId }) => poolId === pool.id).length;
  return {
    id: pool.id,
    name: pool.name,
    note: pool.note,
    total_ip: total.toString(),
    using_ip: pool.pretendsEmpty === "at-once" ? total.toString() : used.toString(),
  };
}

function viewUsedAddress(world: World, address: SiteAddress): unknown {
  const range = rangeOf(world, address);
  return {
    id: address.id,
    ip_addr: address.address,
    name: address.address,
    domain: address.domain,
    family: address.family,
    ippool: address.poolId,
    ipnet: range?.networkId ?? null,
    ipnet_name: range?.network ?? null,
    status: "used",
  };
}
