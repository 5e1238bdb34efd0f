export type AddressFamily = "ipv4" | "ipv6";

/** Both ends of a range, as numbers; IPv6 needs 128 bits. */
export interface AddressSpan {
  readonly family: AddressFamily;
  readonly first: bigint;
  readonly last: bigint;
}

/** Reads `first-last` or a CIDR; null when it is neither. */
export function parseRange(name: string): AddressSpan | null {
  const cidr = /^([^/]+)\/(\d+)$/.exec(name.trim());
  if (cidr !== null) return parseCidr(cidr[1] ?? "", Number(cidr[2]));
  const [first, last] = name.split("-").map((end) => parseAddress(end.trim()));
  if (!first || last?.family !== first.family || last.value < first.value) return null;
  return { family: first.family, first: first.value, last: last.value };
}

export function spanSize(span: AddressSpan): bigint {
  return span.last - span.first + 1n;
}

/** The first address of the span that is not taken; null when all are. */
export function firstFree(span: AddressSpan, taken: ReadonlySet<string>): string | null {
  for (let value = span.first; value <= span.last; value += 1n) {
    const address = formatAddress(span.family, value);
    if (!taken.has(address)) return address;
  }
  return null;
}

export function formatAddress(family: AddressFamily, value: bigint): string {
  if (family === "ipv4") return [24n, 16n, 8n, 0n].map((shift) => ((value >> shift) & 255n).toString()).join(".");
  const groups = Array.from({ length: 8 }, (_, place) => ((value >> BigInt(112 - 16 * place)) & 0xffffn).toString(16));
  return compressZeros(groups);
}

export function parseAddress(text: string): { readonly family: AddressFamily; readonly value: bigint } | null {
  return text.includes(":") ? parseIpv6(text) : parseIpv4(text);
}

function parseIpv4(text: string): { readonly family: "ipv4"; readonly value: bigint } | null {
  const parts = text.split(".");
  if (parts.length !== 4 || parts.some((part) => !/^\d{1,3}$/.test(part) || Number(part) > 255)) return null;
  return { family: "ipv4", value: parts.reduce((value, part) => (value << 8n) | BigInt(part), 0n) };
}

function parseIpv6(text: string): { readonly family: "ipv6"; readonly value: bigint } | null {
  const halves = text.split("::");
  const [head = [], tail = []] = halves.map((half) => (half === "" ? [] : half.split(":")));
  const missing = 8 - head.length - tail.length;
  if (halves.length > 2 || (halves.length === 2 ? missing < 1 : missing !== 0)) return null;
  const groups = [...head, ...Array.from({ length: missing }, () => "0"), ...tail];
  if (groups.some((group) => !/^[\da-f]{1,4}$/i.test(group))) return null;
  return { family: "ipv6", value: groups.reduce((value, group) => (value << 16n) | BigInt(`0x${group}`), 0n) };
}

function parseCidr(base: string, prefix: number): AddressSpan | null {
  const address = parseAddress(base);
  const bits = address?.family === "ipv4" ? 32 : 128;
  if (address === null || prefix > bits) return null;
  const size = 1n << BigInt(bits - prefix);
  const first = (address.value / size) * size;
  return { family: address.family, first, last: first + size - 1n };
}

/** Writes the longest run of two or more zero groups as `::`. */
function compressZeros(groups: readonly string[]): string {
  const text = groups.join(":");
  const runs = [...text.matchAll(/(?:^|:)0(?::0)+(?=:|$)/g)].map(([run]) => run);
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), "");
  if (longest === "") return text;
  const at = text.indexOf(longest);
  const head = text.slice(0, at);
  const tail = text.slice(at + longest.length).replace(/^:/, "");
  return `${head}::${tail}`;
}
