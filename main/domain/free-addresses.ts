import type { AddressFamily } from "../contract/shapes/panel";
import { familyOf, formatAddress, parseAddress, parseRange } from "./address-range";
import type { AddressSpan } from "./address-range";

/** What a pool is made of, as its panel writes it. */
export interface PoolSpace {
  /** CIDR, `first-last` or single addresses. */
  readonly ranges: readonly string[];
  readonly used: readonly string[];
  /** Networks that ranges may lie in, with their gateways. */
  readonly networks: readonly { readonly cidr: string; readonly gateway: string | null }[];
}

/** How many addresses of a family can be given out, how many are, and how many are left. */
export interface SpaceUse {
  readonly total: bigint;
  readonly used: bigint;
  readonly free: bigint;
}

/**
 * The free addresses of a family that come next, lowest first: in a range, not used, and neither the edge of a network nor its gateway. Walks over
 * what is taken, never over what is free, so that an IPv6 range costs no more than a small one. Null when a range is in no known form.
 */
export function nextFreeAddresses(space: PoolSpace, family: AddressFamily, limit: number): string[] | null {
  const spans = spansOf(space, family);
  if (spans === null) return null;
  const reserved = reservedIn(spans, space);
  const taken = [...reserved, ...usedIn(spans, space, reserved)].sort(compare);
  const found: string[] = [];
  let place = 0;
  for (const { first, last } of spans) {
    for (let candidate = first; candidate <= last && found.length < limit; candidate += 1n) {
      while ((taken[place] ?? candidate) < candidate) place += 1;
      if (taken[place] !== candidate) found.push(formatAddress(family, candidate));
    }
  }
  return found;
}

/** Null when a range is in no known form or the pool has none of the family. */
export function useOfSpace(space: PoolSpace, family: AddressFamily): SpaceUse | null {
  const spans = spansOf(space, family);
  if (spans === null || spans.length === 0) return null;
  const reserved = reservedIn(spans, space);
  const used = BigInt(usedIn(spans, space, reserved).size);
  const size = spans.reduce((sum, { first, last }) => sum + last - first + 1n, 0n);
  const total = size - BigInt(reserved.size);
  return { total, used, free: total - used };
}

/** The ranges of a family without overlaps, lowest first. */
function spansOf({ ranges }: PoolSpace, family: AddressFamily): AddressSpan[] | null {
  const own: AddressSpan[] = [];
  for (const range of ranges) {
    const span = parseRange(range);
    if (span === null) return null;
    if (span.family === family) own.push(span);
  }
  const merged: AddressSpan[] = [];
  for (const span of own.sort((left, right) => compare(left.first, right.first))) {
    const before = merged.at(-1);
    if (!before || span.first > before.last + 1n) merged.push(span);
    else if (span.last > before.last) merged[merged.length - 1] = { ...before, last: span.last };
  }
  return merged;
}

function usedIn(spans: readonly AddressSpan[], { used }: PoolSpace, reserved: ReadonlySet<bigint>): Set<bigint> {
  const found = used.map((text) => addressWithin(spans, text)).filter((address) => address !== null);
  return new Set(found.filter((address) => !reserved.has(address)));
}

/** What is never given out: edges of networks, and gateways. */
function reservedIn(spans: readonly AddressSpan[], { networks, ranges }: PoolSpace): Set<bigint> {
  const named = networks.map(({ cidr }) => parseRange(cidr)).filter((span) => span !== null);
  // A range that is a part of a known network has no edges of its own.
  const whole = ranges
    .filter((range) => range.includes("/"))
    .map(parseRange)
    .filter((span) => span !== null)
    .filter((span) => !named.some((network) => isInside(span, network)));
  const edges = [...named, ...whole].flatMap(edgesOf).filter((edge) => isWithin(spans, edge.family, edge.value));
  const gateways = networks.map(({ gateway }) => addressWithin(spans, gateway ?? "")).filter((one) => one !== null);
  return new Set([...edges.map(({ value }) => value), ...gateways]);
}

/** Network and broadcast address; of IPv6 the address that all routers answer to. A network of two or one has neither [RFC 3021, RFC 6164]. */
function edgesOf({ family, first, last }: AddressSpan): { readonly family: AddressFamily; readonly value: bigint }[] {
  if (last - first < 3n) return [];
  return (family === "ipv4" ? [first, last] : [first]).map((value) => ({ family, value }));
}

function isInside(part: AddressSpan, whole: AddressSpan): boolean {
  return part.family === whole.family && part.first >= whole.first && part.last <= whole.last;
}

/** The address as a number when one of the spans holds it. A prefix length behind it says nothing about it. */
function addressWithin(spans: readonly AddressSpan[], text: string): bigint | null {
  const [address = ""] = text.trim().split("/");
  const value = parseAddress(address);
  return value !== null && isWithin(spans, familyOf(address), value) ? value : null;
}

/** Spans are sorted and of one family. */
function isWithin(spans: readonly AddressSpan[], family: AddressFamily, value: bigint): boolean {
  let low = 0;
  let high = spans.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const span = spans[middle];
    if (span?.family !== family) return false;
    if (value < span.first) high = middle - 1;
    else if (value > span.last) low = middle + 1;
    else return true;
  }
  return false;
}

function compare(left: bigint, right: bigint): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
