import type { AddressFamily } from "../contract/shapes/panel";

const bitsOf = { ipv4: 32, ipv6: 128 } as const satisfies Record<AddressFamily, number>;

/** IPv6 is the only family whose text has a colon. */
export function familyOf(text: string): AddressFamily {
  return text.includes(":") ? "ipv6" : "ipv4";
}

/**
 * Counts the addresses of `first-last`, CIDR or a single address. Null when the text is none of these.
 * A network counts in full: whether its edge addresses can be given out is the panel's affair.
 */
export function rangeSize(text: string): bigint | null {
  const slash = text.indexOf("/");
  if (slash >= 0) return networkSize(text.slice(0, slash).trim(), text.slice(slash + 1).trim());
  const [first = "", last = first, ...rest] = text.split("-").map((part) => part.trim());
  if (rest.length > 0 || familyOf(first) !== familyOf(last)) return null;
  const from = parseAddress(first);
  const to = parseAddress(last);
  return from === null || to === null || to < from ? null : to - from + 1n;
}

/** The address as a number; null when the text is not an address. */
export function parseAddress(text: string): bigint | null {
  return familyOf(text) === "ipv4" ? parseIpv4(text) : parseIpv6(text);
}

function networkSize(address: string, prefix: string): bigint | null {
  const bits = bitsOf[familyOf(address)];
  if (parseAddress(address) === null || !/^\d{1,3}$/.test(prefix) || Number(prefix) > bits) return null;
  return 1n << BigInt(bits - Number(prefix));
}

function parseIpv4(text: string): bigint | null {
  const parts = text.split(".");
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255)) return null;
  return parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n);
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
