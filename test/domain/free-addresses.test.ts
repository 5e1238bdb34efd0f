import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatAddress, parseAddress, parseRange } from "../../main/domain/address-range";
import { nextFreeAddresses, useOfSpace } from "../../main/domain/free-addresses";
import type { PoolSpace } from "../../main/domain/free-addresses";

const space = (parts: Partial<PoolSpace>): PoolSpace => ({ ranges: [], used: [], networks: [], ...parts });

/** A pool of one to three pieces of 10.0.0.0/24, some of its addresses used. */
const smallPools = fc
  .record({
    pieces: fc.array(fc.tuple(fc.nat(255), fc.nat(40)), { minLength: 1, maxLength: 3 }),
    used: fc.array(fc.nat(300), { maxLength: 60 }),
    prefix: fc.integer({ min: 22, max: 32 }),
    gateway: fc.option(fc.nat(255)),
  })
  .map(({ pieces, used, prefix, gateway }) => {
    const text = (value: number) => formatAddress("ipv4", 0x0a000000n + BigInt(value));
    return space({
      ranges: pieces.map(([first, length]) => `${text(first)}-${text(Math.min(255, first + length))}`),
      used: used.map(text),
      networks: [{ cidr: `10.0.0.0/${String(prefix)}`, gateway: gateway === null ? null : text(gateway) }],
    });
  });

describe("the next free addresses", () => {
  it("are the lowest of a network without its edges, its gateway and what is used", () => {
    const pool = space({
      ranges: ["192.0.2.0/29"],
      used: ["192.0.2.3"],
      networks: [{ cidr: "192.0.2.0/29", gateway: "192.0.2.1" }],
    });
    expect(nextFreeAddresses(pool, "ipv4", 8)).toEqual(["192.0.2.2", "192.0.2.4", "192.0.2.5", "192.0.2.6"]);
    expect(nextFreeAddresses(pool, "ipv4", 1)).toEqual(["192.0.2.2"]);
    expect(nextFreeAddresses(pool, "ipv6", 8)).toEqual([]);
    expect(useOfSpace(pool, "ipv4")).toEqual({ total: 5n, used: 1n, free: 4n });
    expect(useOfSpace(pool, "ipv6")).toBeNull();
  });

  it("leave out the edges of a range that is a network itself, but not of one that is a part of a network", () => {
    expect(nextFreeAddresses(space({ ranges: ["192.0.2.8/30"] }), "ipv4", 8)).toEqual(["192.0.2.9", "192.0.2.10"]);
    const networks = [{ cidr: "192.0.2.0/24", gateway: null }];
    const part = space({ ranges: ["192.0.2.8/30"], networks });
    expect(nextFreeAddresses(part, "ipv4", 8)).toHaveLength(4);
  });

  it("are both of a network of two, and the one of a network of one", () => {
    expect(nextFreeAddresses(space({ ranges: ["192.0.2.8/31"] }), "ipv4", 8)).toEqual(["192.0.2.8", "192.0.2.9"]);
    expect(nextFreeAddresses(space({ ranges: ["2001:db8::5/128"] }), "ipv6", 8)).toEqual(["2001:db8::5"]);
  });

  it("come from a /64 without walking through it, however much of its beginning is used", () => {
    const used = Array.from({ length: 3_000 }, (_, index) =>
      formatAddress("ipv6", (0x20010db8n << 96n) + BigInt(index + 1)),
    );
    const pool = space({ ranges: ["2001:db8::/64"], used });
    expect(nextFreeAddresses(pool, "ipv6", 2)).toEqual(["2001:db8::bb9", "2001:db8::bba"]);
    expect(useOfSpace(pool, "ipv6")).toEqual({
      total: (1n << 64n) - 1n,
      used: 3_000n,
      free: (1n << 64n) - 3_001n,
    });
  });

  it("are not known where a range is in no known form", () => {
    expect(nextFreeAddresses(space({ ranges: ["ten to twenty"] }), "ipv4", 1)).toBeNull();
    expect(useOfSpace(space({ ranges: ["ten to twenty"] }), "ipv4")).toBeNull();
  });

  it("are in a range, not used, not reserved, each once, in order, and as many as are counted free", () => {
    fc.assert(
      fc.property(smallPools, (pool) => {
        const free = (nextFreeAddresses(pool, "ipv4", 1_000) ?? []).map((text) => parseAddress(text) ?? -1n);
        const spans = pool.ranges.map((range) => parseRange(range));
        const [network] = pool.networks.map(({ cidr }) => parseRange(cidr));
        const hasEdges = network && network.last - network.first >= 3n;
        const edges = hasEdges ? [network.first, network.last] : [];
        const gateways = pool.networks.map(({ gateway }) => parseAddress(gateway ?? ""));
        const isOffered = (value: bigint) =>
          spans.some((span) => span && value >= span.first && value <= span.last) &&
          !pool.used.includes(formatAddress("ipv4", value)) &&
          !edges.includes(value) &&
          !gateways.includes(value);
        const expected = Array.from({ length: 512 }, (_, index) => 0x0a000000n + BigInt(index)).filter(isOffered);
        expect(free).toEqual(expected);
        expect(useOfSpace(pool, "ipv4")?.free).toBe(BigInt(expected.length));
        const use = useOfSpace(pool, "ipv4");
        expect(use && use.used + use.free).toBe(use?.total);
      }),
    );
  });
});

describe("an address as text", () => {
  it.each([
    ["2001:db8::", 0x20010db8n << 96n],
    ["::", 0n],
    ["::1", 1n],
    ["2001:db8:0:1:1:1:1:1", 0x20010db8000000010001000100010001n],
    ["2001:0:0:1::1", 0x20010000000000010000000000000001n],
  ])("is %s", (text, value) => {
    expect(formatAddress("ipv6", value)).toBe(text);
  });

  it("is read back as the number that it was written from", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: (1n << 128n) - 1n }), (value) => {
        expect(parseAddress(formatAddress("ipv6", value))).toBe(value);
      }),
    );
  });
});
