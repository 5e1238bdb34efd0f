import { describe, expect, it } from "vitest";
import type { PoolFacts, RackFacts } from "../../main/contract/shapes/panel";
import { addressNeeds, choosePool, forecastAddresses } from "../../main/domain/addresses";

const pool = (poolId: number, name: string, freeIpv4: string | null, freeIpv6: string | null = null): PoolFacts => ({
  poolId,
  name,
  freeIpv4,
  freeIpv6,
  total: "0",
  used: "0",
});
const rack = (poolId: number | null, locationId: number | null = 3): RackFacts => ({
  rackId: 7,
  name: "A12",
  size: 42,
  locationId,
  poolId,
  deviceCount: 0,
  note: "",
  freeUnits: null,
  longestFreeRun: null,
});
const pools = [
  pool(1, "rack-a12", "2"),
  pool(2, "public", "200", "9007199254740993"),
  pool(3, "riga", "50"),
  pool(4, "Public-2", "900"),
];
const locations = [{ locationId: 3, name: "Riga", poolId: 3 }];

describe("pool precedence", () => {
  it("takes the rack's pool before all others", () => {
    expect(choosePool({ rack: rack(1), locationId: 3, locations, pools }, "ipv4")).toMatchObject({
      reason: "rack",
      pool: { poolId: 1 },
    });
  });

  it("takes the location's pool when the rack has none", () => {
    expect(choosePool({ rack: rack(null), locationId: null, locations, pools }, "ipv4")).toMatchObject({
      reason: "location",
      pool: { poolId: 3 },
    });
  });

  it("takes the public pool with most free addresses when neither has one", () => {
    const place = { rack: undefined, locationId: null, locations, pools };
    expect(choosePool(place, "ipv4")).toMatchObject({ reason: "public-name", pool: { poolId: 4 } });
  });

  it("passes over a pool that has no address of the family", () => {
    expect(choosePool({ rack: rack(1), locationId: 3, locations, pools }, "ipv6")).toMatchObject({
      reason: "public-name",
      pool: { poolId: 2 },
    });
  });

  it("finds nothing where no pool serves", () => {
    expect(
      choosePool({ rack: undefined, locationId: null, locations: [], pools: [pool(9, "lab", "5")] }, "ipv4"),
    ).toEqual({
      pool: undefined,
      reason: "none",
    });
  });
});

describe("forecast", () => {
  it("is short when fewer addresses are free than needed, and says from which pool", () => {
    const place = { rack: rack(1), locationId: 3, locations, pools };
    const [v4, v6] = forecastAddresses(addressNeeds({ ip: 3, ipv6: 2 }), place, { takenAt: 5, isLive: true });
    expect(v4).toMatchObject({
      family: "ipv4",
      needed: 3,
      free: "2",
      poolName: "rack-a12",
      isShort: true,
      isLive: true,
    });
    expect(v6).toMatchObject({ family: "ipv6", free: "9007199254740993", isShort: false });
  });

  it("is short where no pool of the family is known", () => {
    const [only] = forecastAddresses(
      [{ family: "ipv4", count: 1 }],
      { rack: undefined, locationId: null, locations: [], pools: [] },
      { takenAt: null, isLive: false },
    );
    expect(only).toMatchObject({ free: null, isShort: true, poolReason: "none" });
  });

  it("needs nothing for a tariff without addresses", () => {
    expect(addressNeeds({ unit: 2, ip: 0 })).toEqual([]);
  });
});
