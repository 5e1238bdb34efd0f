import type { AddressFamily, PoolFacts } from "../../contract/shapes/panel";
import { RemoteFailure } from "../../ports/failure";
import { familyOf, rangeSize } from "../../domain/address-range";
import type { PoolContents, PoolReading } from "../../ports/gateway";
import { addressRow, networkRow, poolRow, rangeRow, type PoolRow } from "./wire";
import { readAll } from "./list";
import type { Call } from "./session";

type FamilyCounts = Readonly<Record<AddressFamily, bigint | null>>;

const largestIpv4Pool = 1n << 32n;

/**
 * All pools with their free addresses by family. Free addresses have no record in the panel, so they are counted: the size of a
 * pool's ranges minus its used addresses.
 */
export async function listPools(call: Call, system: string): Promise<PoolFacts[]> {
  return (await readAllContents(call, system)).map(({ facts }) => facts);
}

/** All pools with what they are made of. */
export async function readPools(call: Call, system: string): Promise<PoolReading[]> {
  const [pools, networks] = await Promise.all([readAllContents(call, system), readNetworks(call, system)]);
  return pools.map((pool) => ({ ...pool, networks }));
}

/** What free addresses of a pool are computed from. */
export async function readPool(call: Call, system: string, poolId: number): Promise<PoolContents> {
  const [contents, networks] = await Promise.all([readContents(call, system, poolId), readNetworks(call, system)]);
  return { ...contents, networks };
}

async function readAllContents(call: Call, system: string): Promise<Omit<PoolReading, "networks">[]> {
  const pools = await readAll(call, system, "pool.list", poolRow);
  return Promise.all(
    pools.map(async (pool) => {
      const contents = await readContents(call, system, pool.id);
      return { ...contents, facts: toPoolFacts(pool, countFree(pool, contents.ranges, contents.used)) };
    }),
  );
}

async function readNetworks(call: Call, system: string): Promise<PoolContents["networks"]> {
  const networks = await ifReadable(readAll(call, system, "network.list", networkRow));
  return (networks ?? []).map(({ name, gateway }) => ({ cidr: name, gateway }));
}

async function readContents(
  call: Call,
  system: string,
  poolId: number,
): Promise<Pick<PoolContents, "ranges" | "used">> {
  const ofPool = { query: { where: `ippool EQ ${String(poolId)}` } };
  const [ranges, used] = await Promise.all([
    ifReadable(readAll(call, system, "pool.range.list", rangeRow, { ids: { pool: poolId } })),
    ifReadable(readAll(call, system, "address.list", addressRow, ofPool)),
  ]);
  return {
    ranges: ranges?.map((range) => range.name) ?? null,
    used: used?.map((address) => address.ip_addr ?? address.name ?? "") ?? null,
  };
}

function toPoolFacts(pool: PoolRow, free: FamilyCounts): PoolFacts {
  return {
    poolId: pool.id,
    name: pool.name,
    freeIpv4: free.ipv4?.toString() ?? null,
    freeIpv6: free.ipv6?.toString() ?? null,
    total: pool.total_ip.toString(),
    used: pool.using_ip.toString(),
  };
}

/** @param ranges and `used` are null where the panel does not tell. */
function countFree(pool: PoolRow, ranges: readonly string[] | null, used: readonly string[] | null): FamilyCounts {
  const sizes = ranges === null ? null : sizesByFamily(ranges);
  if (sizes === null) return countByTotal(pool, used);
  if (used === null) {
    const isMixed = sizes.ipv4 !== null && sizes.ipv6 !== null;
    return isMixed
      ? { ipv4: null, ipv6: null }
      : { ipv4: rest(sizes.ipv4, pool.using_ip), ipv6: rest(sizes.ipv6, pool.using_ip) };
  }
  return { ipv4: rest(sizes.ipv4, countOf("ipv4", used)), ipv6: rest(sizes.ipv6, countOf("ipv6", used)) };
}

/** Null when a range is in a form that nobody has described: a count without it would be wrong. */
function sizesByFamily(ranges: readonly string[]): FamilyCounts | null {
  const sizes: Record<AddressFamily, bigint | null> = { ipv4: null, ipv6: null };
  for (const range of ranges) {
    const size = rangeSize(range);
    if (size === null) return null;
    const family = familyOf(range);
    sizes[family] = (sizes[family] ?? 0n) + size;
  }
  return sizes;
}

/** Total minus used, given to the one family that the pool can be told to have. */
function countByTotal(pool: PoolRow, used: readonly string[] | null): FamilyCounts {
  const families = new Set(used?.map(familyOf));
  if (pool.total_ip > largestIpv4Pool) families.add("ipv6");
  const free = rest(pool.total_ip, pool.using_ip);
  return {
    ipv4: families.size === 1 && families.has("ipv4") ? free : null,
    ipv6: families.size === 1 && families.has("ipv6") ? free : null,
  };
}

function countOf(family: AddressFamily, addresses: readonly string[]): bigint {
  return BigInt(addresses.filter((address) => familyOf(address) === family).length);
}

function rest(total: bigint | null, used: bigint): bigint | null {
  if (total === null) return null;
  return total > used ? total - used : 0n;
}

/** Null when the panel refuses this reading or answers in another form; other trouble passes through. */
async function ifReadable<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof RemoteFailure && (error.kind === "refused" || error.kind === "malformed")) return null;
    throw error;
  }
}
