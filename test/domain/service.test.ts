import { describe, expect, it } from "vitest";
import { mayService, stateAfter, stepsOf } from "../../main/domain/service";

describe("steps of a task", () => {
  it("close out in the order of the trade: operations, addresses, power, ports", () => {
    expect(stepsOf("close", { amounts: {} })).toEqual([
      { kind: "cancel-operations" },
      { kind: "release-addresses" },
      { kind: "set-power", power: "off" },
      { kind: "set-ports", status: "down" },
    ]);
  });

  it("assign one step a family, none where the tariff has no addresses", () => {
    expect(stepsOf("assign-addresses", { amounts: { ip: 2, ipv6: 1 } })).toEqual([
      { kind: "assign-addresses", family: "ipv4", count: 2 },
      { kind: "assign-addresses", family: "ipv6", count: 1 },
    ]);
    expect(stepsOf("assign-addresses", { amounts: { unit: 1 } })).toEqual([]);
  });
});

describe("a service", () => {
  it("is only asked for what its state allows", () => {
    expect(mayService("suspend", "active")).toBe(true);
    expect(mayService("suspend", "suspended")).toBe(false);
    expect(mayService("close", "closing")).toBe(false);
    expect(mayService("cancel", "active")).toBe(false);
  });

  it("ends closed after its close-out and active after its addresses", () => {
    expect([stateAfter("close"), stateAfter("assign-addresses"), stateAfter("suspend")]).toEqual([
      "closed",
      "active",
      "suspended",
    ]);
  });
});
