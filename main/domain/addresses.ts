import type { ActionRequest } from "../contract/shapes/action";
import type { AddressFamily, LocationFacts, PoolFacts, RackFacts } from "../contract/shapes/panel";
import type { Amounts } from "../contract/shapes/tariff";
import type { AddressForecast } from "../contract/shapes/task";

export interface AddressNeed {
  readonly family: AddressFamily;
  readonly count: number;
}

/** Which addresses an order contains, by family; empty when it contains none. */
export function addressNeeds(amounts: Amounts): AddressNeed[] {
  return countByFamily(amounts).filter((need) => need.count > 0);
}

function countByFamily(amounts: Amounts): AddressNeed[] {
  return [
    { family: "ipv4", count: amounts["ip"] ?? 0 },
    { family: "ipv6", count: amounts["ipv6"] ?? 0 },
  ];
}

/** The steps that take a server's addresses from one order to another. What is added comes first, so that the customer can move over. */
export function addressChanges(before: Amounts, after: Amounts): ActionRequest[] {
  const earlier = countByFamily(before);
  const changes = countByFamily(after).map(({ family, count }, place) => ({
    family,
    count,
    grownBy: count - (earlier[place]?.count ?? 0),
  }));
  const growing = changes.filter(({ grownBy }) => grownBy > 0);
  const shrinking = changes.filter(({ grownBy }) => grownBy < 0);
  return [
    ...growing.map(({ family, count }) => ({ kind: "assign-addresses" as const, family, count })),
    ...shrinking.map(({ family, count }) => ({ kind: "reduce-addresses" as const, family, count })),
  ];
}

export interface PlaceFacts {
  readonly rack: Pick<RackFacts, "poolId" | "locationId"> | undefined;
  readonly locationId: number | null;
  readonly locations: readonly LocationFacts[];
  readonly pools: readonly PoolFacts[];
}

export interface PoolChoice {
  readonly pool: PoolFacts | undefined;
  readonly reason: AddressForecast["poolReason"];
}

/**
 * The pool that addresses of a family come from: the rack's, else the location's, else one whose name contains "public".
 * Precedence [documented: DCImanager 6 integration with BILLmanager]. A pool without the family is passed over; among several
 * public pools the one with most free addresses is taken.
 */
export function choosePool(place: PlaceFacts, family: AddressFamily): PoolChoice {
  const byId = (poolId: number | null | undefined) =>
    place.pools.find((pool) => pool.poolId === poolId && freeIn(pool, family) !== null);
  const ofRack = byId(place.rack?.poolId);
  if (ofRack) return { pool: ofRack, reason: "rack" };
  const locationId = place.rack?.locationId ?? place.locationId;
  const ofLocation = byId(place.locations.find((one) => one.locationId === locationId)?.poolId);
  if (ofLocation) return { pool: ofLocation, reason: "location" };
  const named = place.pools
    .filter((pool) => pool.name.toLowerCase().includes("public") && freeIn(pool, family) !== null)
    .sort((left, right) => compareCounts(freeIn(right, family), freeIn(left, family)));
  return named[0] ? { pool: named[0], reason: "public-name" } : { pool: undefined, reason: "none" };
}

function freeIn(pool: PoolFacts, family: AddressFamily): string | null {
  return family === "ipv4" ? pool.freeIpv4 : pool.freeIpv6;
}

function compareCounts(left: string | null, right: string | null): number {
  const difference = BigInt(left ?? "0") - BigInt(right ?? "0");
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** For each family that is needed: which pool would be used and whether it holds enough. */
export function forecastAddresses(
  needs: readonly AddressNeed[],
  place: PlaceFacts,
  age: { readonly takenAt: number | null; readonly isLive: boolean },
): AddressForecast[] {
  return needs.map(({ family, count }) => {
    const { pool, reason } = choosePool(place, family);
    const free = pool ? freeIn(pool, family) : null;
    return {
      family,
      needed: count,
      free,
      poolId: pool?.poolId ?? null,
      poolName: pool?.name ?? "",
      poolReason: reason,
      isShort: free === null || BigInt(free) < BigInt(count),
      ...age,
    };
  });
}
