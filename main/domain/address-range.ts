import type { AddressFamily } from "../contract/shapes/panel";

const bitsOf = { ipv4: 32, ipv6: 128 } as const satisfies Record<AddressFamily, number>;

/** IPv6 is the only family whose text has a colon. */
export function familyOf(text: string): AddressFamily {
  return text.includes(":") ? "ipv6" : "ipv4";
}

/** Addresses side by side, both ends included. */
export interface AddressSpan {
  readonly family: AddressFamily;
  readonly first: bigint;
  readonly last: bigint;
}

/** Reads `first-last`, CIDR or a single address. Null when the text is none of these. */
export function parseRange(text: string): AddressSpan | null {
  const slash = text.indexOf("/");
  if (slash >= 0) return parseNetwork(text.slice(0, slash).trim(), text.slice(slash + 1).trim());
  const [from = "", to = from, ...rest] = text.split("-").map((part) => part.trim());
  const family = familyOf(from);
  if (rest.length > 0 || family !== familyOf(to)) return null;
  const first = parseAddress(from);
  const last = parseAddress(to);
  return first === null || last === null || last < first ? null : { family, first, last };
}

/**
 * Counts the addresses of `first-last`, CIDR or a single address. Null when the text is none of these.
 * A network counts in full: whether its edge addresses can be given out is the panel's affair.
 */
export function rangeSize(text: string): bigint | null {
  const span = parseRange(text);
  return span && span.last - span.first + 1n;
}

/** The address as a number; null when the text is not an address. */
export function parseAddress(text: string): bigint | null {
  return familyOf(text) === "ipv4" ? parseIpv4(text) : parseIpv6(text);
}

/** The address as people write it; IPv6 shortened as RFC 5952 wants it. */
export function formatAddress(family: AddressFamily, value: bigint): string {
  if (family === "ipv4") return [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 0xffn)).join(".");
  const groups = Array.from({ length: 8 }, (_, index) => ((value >> BigInt(112 - index * 16)) & 0xffffn).toString(16));
  const gap = longestGap(groups);
  if (gap.length < 2) return groups.join(":");
  return `${groups.slice(0, gap.start).join(":")}::${groups.slice(gap.start + gap.length).join(":")}`;
}

/** The first of the longest runs of zeros. */
function longestGap(groups: readonly string[]): { readonly start: number; readonly length: number } {
  let longest = { start: 0, length: 0 };
  let length = 0;
  for (const [index, group] of groups.entries()) {
    length = group === "0" ? length + 1 : 0;
    if (length > longest.length) longest = { start: index - length + 1, length };
  }
  return longest;
}

function parseNetwork(address: string, prefix: string): AddressSpan | null {
  const family = familyOf(address);
  const bits = bitsOf[family];
  const value = parseAddress(address);
  if (value === null || !/^\d{1,3}$/.test(prefix) || Number(prefix) > bits) return null;
  const size = 1n << BigInt(bits - Number(prefix));
  const first = value - (value % size);
  return { family, first, last: first + size - 1n };
}

function parseIpv4(text: string): bigint | null {
  const parts = text.split(".");
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255)) return null;
  return BigInt(parts.reduce((sum, part) => sum * 256 + Number(part), 0));
}

function parseIpv6(text: string): bigint | null {
  const [head = "", tail, ...rest] = text.split("::");
  if (rest.length > 0) return null;
  const left = groupsOf(head);
  const right = tail === undefined ? [] : groupsOf(tail);
  if (left === null || right === null) return null;
  const missing = 8 - left.length - right.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return null;
  const groups = [...left, ...Array.from({ length: missing }, () => 0n), ...right];
  return groups.reduce((sum, group) => sum * 65_536n + group, 0n);
}

/** Sixteen-bit groups; an IPv4 tail such as `::ffff:10.0.0.1` gives two. */
function groupsOf(text: string): bigint[] | null {
  if (text === "") return [];
  const groups: bigint[] = [];
  const parts = text.split(":");
  for (const [index, part] of parts.entries()) {
    if (/^[0-9a-f]{1,4}$/i.test(part)) {
      groups.push(BigInt(`0x${part}`));
      continue;
    }
    const embedded = index === parts.length - 1 ? parseIpv4(part) : null;
    if (embedded === null) return null;
    groups.push(embedded >> 16n, embedded & 0xffffn);
  }
  return groups;
}
