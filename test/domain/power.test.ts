import { describe, expect, it } from "vitest";
import { allowedPowerActions, combineOutlets, serverPower } from "../../main/domain/power";

describe("the power of a server", () => {
  // Outlet, BMC → server, as the panel's documentation tabulates it.
  it.each([
    ["off", "off", "off"],
    ["off", "on", "off"],
    ["off", "unknown", "off"],
    ["on", "off", "off"],
    ["on", "on", "on"],
    ["on", "unknown", "unknown"],
    ["unknown", "off", "off"],
    ["unknown", "on", "on"],
    ["unknown", "unknown", "unknown"],
  ] as const)("with outlet %s and BMC %s is %s", (outlet, bmc, server) => {
    expect(serverPower(outlet, bmc)).toBe(server);
  });

  it("comes from any live outlet, and is gone only when all outlets are dead", () => {
    expect(combineOutlets(["off", "on"])).toBe("on");
    expect(combineOutlets(["off", "off"])).toBe("off");
    expect(combineOutlets(["off", "unknown"])).toBe("unknown");
    expect(combineOutlets([])).toBe("unknown");
  });
});

describe("power actions", () => {
  it("switch on what is off or unknown, switch off what is on, and reset always", () => {
    expect(allowedPowerActions("on")).toEqual(["off", "reset"]);
    expect(allowedPowerActions("off")).toEqual(["on", "reset"]);
    expect(allowedPowerActions("unknown")).toEqual(["on", "reset"]);
  });
});
