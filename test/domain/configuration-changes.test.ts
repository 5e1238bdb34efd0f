import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ModuleConfiguration } from "../../main/contract/shapes/module";
import { compareConfigurations } from "../../main/domain/configuration-changes";
import { fakeRack } from "../builders/fake-rack";

const { units: _units, ...rack } = fakeRack(7, "A12");
const configuration: ModuleConfiguration = {
  takenAt: 1,
  locations: [{ locationId: 3, name: "Riga", poolId: 2 }],
  racks: [rack],
  pools: [{ poolId: 2, name: "public", freeIpv4: "200", freeIpv6: null, total: "254", used: "54" }],
  switches: [{ switchId: 18, name: "sw-a12", locationId: 3, rackName: "A12" }],
  pdus: [{ pduId: 5, name: "pdu-a12", rackName: "A12" }],
  users: [{ userId: 55, email: "c1@example.org", fullName: "Client One", isAdministrator: false }],
  osImages: [{ name: "debian12", tags: ["linux"] }],
  presets: [{ name: "HPCorei5", free: 1, ownerless: 2, total: 3 }],
};
const change = (fields: Partial<ModuleConfiguration>) =>
  compareConfigurations(configuration, { ...configuration, ...fields });

describe("changes of a panel's configuration", () => {
  it("name what was added, removed and changed, in words", () => {
    expect(
      change({
        racks: [
          { ...rack, size: 47, poolId: 2 },
          { ...rack, rackId: 8, name: "A13" },
        ],
        switches: [],
        osImages: [
          { name: "debian12", tags: ["linux"] },
          { name: "debian13", tags: [] },
        ],
      }),
    ).toEqual([
      { part: "racks", change: "changed", name: "A12", before: "42 U, no pool", after: "47 U, pool public" },
      { part: "racks", change: "added", name: "A13", before: "", after: "42 U, Riga, no pool" },
      { part: "switches", change: "removed", name: "sw-a12", before: "Riga, A12", after: "" },
      { part: "osImages", change: "added", name: "debian13", before: "", after: "" },
    ]);
  });

  it("tell a new name of a thing and not of what points at it", () => {
    expect(change({ locations: [{ locationId: 3, name: "Riga-2", poolId: 2 }] })).toEqual([
      { part: "locations", change: "changed", name: "Riga-2", before: "Riga", after: "Riga-2" },
    ]);
  });

  it("leave out what changes by itself", () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(), fc.integer({ min: 1, max: 99 }), (a, b, c, ownerless) => {
        const changed = change({
          takenAt: a,
          racks: [{ ...rack, deviceCount: a, freeUnits: b, longestFreeRun: c }],
          pools: configuration.pools.map((one) => ({ ...one, freeIpv4: String(a), used: String(b) })),
          presets: [{ name: "HPCorei5", free: b, ownerless, total: c }],
        });
        expect(changed).toEqual([]);
      }),
    );
  });

  it("tell a preset that goes with its last server without owner and one that comes with its first", () => {
    expect(
      change({
        presets: [
          { name: "HPCorei5", free: 0, ownerless: 0, total: 3 },
          { name: "Atom", free: 0, ownerless: 1, total: 1 },
        ],
      }),
    ).toMatchObject([
      { part: "presets", change: "added", name: "Atom" },
      { part: "presets", change: "removed", name: "HPCorei5" },
    ]);
  });

  it("turn round when the readings change places", () => {
    const later = { ...configuration, racks: [{ ...rack, rackId: 9 }], users: [] };
    const forth = compareConfigurations(configuration, later);
    const back = compareConfigurations(later, configuration);
    const opposite = { added: "removed", removed: "added", changed: "changed" };
    expect(back.map((one) => `${one.part} ${opposite[one.change]} ${one.name}`).sort()).toEqual(
      forth.map((one) => `${one.part} ${one.change} ${one.name}`).sort(),
    );
    expect(forth).toHaveLength(3);
  });
});
