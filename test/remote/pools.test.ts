import { describe, expect, it } from "vitest";
import type { PoolFacts } from "../../main/contract/shapes/panel";
import { openMemoryPanel } from "./memory-panel";

interface PoolScript {
  readonly total: string;
  readonly used: string;
  /** Names of the ranges; undefined where the panel answers something else. */
  readonly ranges?: readonly string[];
  readonly addresses?: readonly string[];
}

async function readPool({ total, used, ranges, addresses }: PoolScript): Promise<PoolFacts | undefined> {
  const gateway = openMemoryPanel((path) => {
    if (path.startsWith("ip/v3/ippool?")) {
      return JSON.stringify({ list: [{ id: 2, name: "public", total_ip: total, using_ip: used }], size: 1 });
    }
    if (path.startsWith("ip/v3/ippool/2/range")) return JSON.stringify(ranges ? { list: ranges.map(asName) } : "?");
    expect(path).toContain("where=ippool EQ 2");
    return JSON.stringify(addresses ? { list: addresses.map((ip_addr) => ({ ip_addr })) } : "?");
  });
  return (await gateway.listPools())[0];
}

const asName = (name: string) => ({ name });

describe("free addresses of a pool", () => {
  it("are the size of its ranges minus its used addresses, by family", async () => {
    const pool = await readPool({
      total: "340282366920938463463374607431768211475",
      used: "3",
      ranges: ["10.0.0.1-10.0.0.20", "2001:db8::/64", "2001:db8:1::1-2001:db8:1::ffff"],
      addresses: ["10.0.0.4", "10.0.0.5", "2001:db8::9"],
    });
    expect(pool).toEqual({
      poolId: 2,
      name: "public",
      freeIpv4: "18",
      freeIpv6: "18446744073709617150",
      total: "340282366920938463463374607431768211475",
      used: "3",
    });
  });

  it("are none, not null, in a full pool, and null for a family without a range", async () => {
    const pool = await readPool({ total: "1", used: "1", ranges: ["10.0.0.1"], addresses: ["10.0.0.1", "10.0.0.9"] });
    expect(pool).toMatchObject({ freeIpv4: "0", freeIpv6: null });
  });

  it("are total minus used where ranges cannot be read but the used addresses tell the family", async () => {
    expect(await readPool({ total: "254", used: "12", addresses: ["10.0.0.1"] })).toMatchObject({
      freeIpv4: "242",
      freeIpv6: null,
    });
    const unknownForm = { total: "254", used: "12", ranges: ["ten to twenty"], addresses: ["10.0.0.1"] };
    expect(await readPool(unknownForm)).toMatchObject({ freeIpv4: "242" });
  });

  it("are IPv6 where the total exceeds every IPv4 pool", async () => {
    expect(await readPool({ total: "18446744073709551616", used: "1" })).toMatchObject({
      freeIpv4: null,
      freeIpv6: "18446744073709551615",
    });
  });

  it("are unknown where the family cannot be told", async () => {
    expect(await readPool({ total: "254", used: "12" })).toMatchObject({ freeIpv4: null, freeIpv6: null });
    const mixed = { total: "254", used: "12", addresses: ["10.0.0.1", "2001:db8::1"] };
    expect(await readPool(mixed)).toMatchObject({ freeIpv4: null, freeIpv6: null });
  });

  it("come from the ranges and the used count where used addresses cannot be read", async () => {
    expect(await readPool({ total: "20", used: "7", ranges: ["10.0.0.1-10.0.0.20"] })).toMatchObject({
      freeIpv4: "13",
    });
  });
});
