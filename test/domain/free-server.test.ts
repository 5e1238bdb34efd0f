import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OperationFacts } from "../../main/contract/shapes/panel";
import { countPresets, isFreeServer, isOffered, whyUnfit } from "../../main/domain/free-server";
import { fakeServer } from "../builders/fake-panel";

const running: OperationFacts = {
  operationId: 1,
  name: "reinstall",
  status: "running",
  isRunning: true,
  hasFailed: false,
  percent: 10,
  explanation: "",
};

describe("a server that can be handed over", () => {
  it("has no owner and nothing against it", () => {
    expect(isFreeServer(fakeServer(1))).toBe(true);
    expect(isFreeServer(fakeServer(1, { operation: { ...running, isRunning: false } }))).toBe(true);
  });

  it.each([
    ["is owned", { ownerEmail: "c1@example.org" }, []],
    ["is blocked", { isBlocked: true }, ["blocked"]],
    ["is faulty", { hasFault: true }, ["faulty"]],
    ["is in diagnostics", { isInDiagnostics: true }, ["in diagnostics"]],
    ["is disabled", { isDisabled: true }, ["disabled"]],
    ["is in work", { operation: running }, ["in work"]],
  ])("is not one that %s", (_what, change, reasons) => {
    const server = fakeServer(1, change);
    expect(isFreeServer(server)).toBe(false);
    expect(whyUnfit(server)).toEqual(reasons);
  });
});

describe("presets", () => {
  it("are one for each server type, in the order of a person, with types that have no server", () => {
    const servers = [
      fakeServer(1, { serverType: "HP10" }),
      fakeServer(2, { serverType: "HP9", ownerEmail: "c1@example.org" }),
      fakeServer(3, { serverType: "HP9", isBlocked: true }),
      fakeServer(4, { serverType: "" }),
    ];
    expect(countPresets(["HP10", "HP9", "Atom"], servers)).toEqual([
      { name: "Atom", free: 0, ownerless: 0, total: 0 },
      { name: "HP9", free: 0, ownerless: 1, total: 2 },
      { name: "HP10", free: 1, ownerless: 1, total: 1 },
    ]);
  });

  it("are offered while a server of theirs is without owner, fit or not", () => {
    expect(isOffered({ ownerless: 1 })).toBe(true);
    expect(isOffered({ ownerless: 0 })).toBe(false);
  });

  it("count every typed server once, and never more free than without owner", () => {
    const server = fc.record({
      serverType: fc.constantFrom("", "a", "b", "c"),
      ownerEmail: fc.constantFrom(null, "x@example.org"),
      isBlocked: fc.boolean(),
      hasFault: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(server, { maxLength: 40 }), (changes) => {
        const servers = changes.map((change, place) => fakeServer(place, change));
        const presets = countPresets(["a", "b"], servers);
        const typed = servers.filter((one) => one.serverType !== "");
        expect(presets.reduce((sum, one) => sum + one.total, 0)).toBe(typed.length);
        expect(presets.reduce((sum, one) => sum + one.free, 0)).toBe(
          typed.filter((one) => one.ownerEmail === null && !one.isBlocked && !one.hasFault).length,
        );
        for (const { free, ownerless, total } of presets) {
          expect(free).toBeLessThanOrEqual(ownerless);
          expect(ownerless).toBeLessThanOrEqual(total);
        }
      }),
    );
  });
});
