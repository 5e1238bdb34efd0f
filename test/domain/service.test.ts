import { describe, expect, it } from "vitest";
import type { Service } from "../../main/contract/shapes/service";
import { mayService, openingSteps, serviceAfter, serviceWithout, stepsOf } from "../../main/domain/service";

const dcimanager = { type: "dcimanager6-colocation", productType: "colocation" } as const;
const dedicated = { type: "dsmanager", productType: "dedicated" } as const;
const colocation = { type: "dsmanager", productType: "colocation" } as const;
const byHand = { type: "manual", productType: "colocation" } as const;
const idle = { amounts: {}, pendingChange: null };

const price = { currency: "EUR", lines: [], totalMinor: 100 };
const service: Service = {
  id: "s",
  revision: 1,
  number: 17,
  productType: "colocation",
  state: "active",
  customerId: "c",
  tariffId: "t",
  tariffVersion: 1,
  moduleId: "m",
  moduleTrials: [],
  amounts: { ip: 1 },
  choices: {},
  periodMonths: 1,
  price,
  pendingChange: null,
  serverId: 101,
  label: "x",
  addresses: [],
  note: "",
  createdAt: 1,
  activatedAt: 2,
  closedAt: null,
};
const changing: Service = {
  ...service,
  state: "changing",
  pendingChange: {
    tariffVersion: 2,
    amounts: { ip: 3 },
    choices: {},
    price: { ...price, totalMinor: 300 },
    differences: [],
    stateBefore: "suspended",
  },
};

describe("steps of a task", () => {
  it("B10 close out in the order of the trade: operations, addresses, power, ports", () => {
    expect(stepsOf(dcimanager, "close", idle)).toEqual([
      { kind: "cancel-operations" },
      { kind: "release-addresses", keepsFirst: false },
      { kind: "set-power", power: "off" },
      { kind: "set-ports", status: "down" },
    ]);
  });

  it("A7 hand a provider's server back into the stock: enabled, off, with its main address, without owner and name", () => {
    expect(stepsOf(dedicated, "close", idle)).toEqual([
      { kind: "cancel-operations" },
      { kind: "set-enabled", isEnabled: true },
      { kind: "set-power", power: "off" },
      { kind: "release-addresses", keepsFirst: true },
      { kind: "set-owner", ownerEmail: null, newUserName: null },
      { kind: "set-hostname", hostname: "free.ds" },
    ]);
  });

  it("A8 are none for what people do, whatever the panel could do", () => {
    for (const kind of ["set-up", "assign-addresses", "change", "close"] as const)
      expect(stepsOf(colocation, kind, { ...changing, amounts: { ip: 1 } })).toEqual([]);
    for (const kind of ["suspend", "resume", "close"] as const) expect(stepsOf(byHand, kind, idle)).toEqual([]);
  });

  it("A9 suspend and resume as the panel itself does, and by the ports where it cannot", () => {
    expect(stepsOf(colocation, "suspend", idle)).toEqual([{ kind: "set-enabled", isEnabled: false }]);
    expect(stepsOf(dedicated, "resume", idle)).toEqual([{ kind: "set-enabled", isEnabled: true }]);
    expect(stepsOf(dcimanager, "suspend", idle)).toEqual([{ kind: "set-ports", status: "down" }]);
  });

  it("B8 assign one step a family, none where the tariff has no addresses", () => {
    expect(stepsOf(dcimanager, "assign-addresses", { ...idle, amounts: { ip: 2, ipv6: 1 } })).toEqual([
      { kind: "assign-addresses", family: "ipv4", count: 2 },
      { kind: "assign-addresses", family: "ipv6", count: 1 },
    ]);
    expect(stepsOf(dcimanager, "assign-addresses", { ...idle, amounts: { unit: 1 } })).toEqual([]);
  });

  it("B11 add addresses before they take any away", () => {
    const pendingChange = changing.pendingChange && { ...changing.pendingChange, amounts: { ip: 1, ipv6: 4 } };
    expect(stepsOf(dcimanager, "change", { amounts: { ip: 3, ipv6: 1 }, pendingChange })).toEqual([
      { kind: "assign-addresses", family: "ipv6", count: 4 },
      { kind: "reduce-addresses", family: "ipv4", count: 1 },
    ]);
  });

  it("A7 open a dedicated service: server, owner, system, addresses; no system where none is sold", () => {
    const customer = { name: "Client", email: "c@example.org" };
    const installation = { image: "debian12", hostname: "c-17", password: "p" };
    const kindsOf = (opening: Parameters<typeof openingSteps>[1]) =>
      openingSteps({ amounts: { ip: 1 } }, opening).map((step) => step.kind);
    expect(kindsOf({ serverType: "HPCorei5", customer, installation })).toEqual([
      "take-server",
      "set-owner",
      "install-os",
      "assign-addresses",
    ]);
    expect(kindsOf({ serverType: "HPCorei5", customer, installation: null })).not.toContain("install-os");
  });
});

describe("a service", () => {
  it("is only asked for what its state allows", () => {
    expect(mayService("suspend", "active")).toBe(true);
    expect(mayService("suspend", "suspended")).toBe(false);
    expect(mayService("close", "closing")).toBe(false);
    expect(mayService("close", "changing")).toBe(true);
    expect(mayService("change", "suspending")).toBe(false);
    expect(mayService("withdraw", "active")).toBe(false);
    expect(mayService("withdraw", "ordered")).toBe(true);
  });

  it("keeps the moment it was first active, and is closed without addresses", () => {
    expect(serviceAfter("resume", service, 9)).toMatchObject({ state: "active", activatedAt: 2 });
    expect(serviceAfter("set-up", { ...service, activatedAt: null }, 9)).toMatchObject({ activatedAt: 9 });
    expect(serviceAfter("suspend", service, 9).state).toBe("suspended");
    expect(serviceAfter("close", changing, 9)).toMatchObject({ state: "closed", closedAt: 9, pendingChange: null });
  });

  it("B11 has the new configuration once its change has ended, in the state it was in", () => {
    expect(serviceAfter("change", changing, 9)).toMatchObject({
      state: "suspended",
      tariffVersion: 2,
      amounts: { ip: 3 },
      price: { totalMinor: 300 },
      pendingChange: null,
    });
  });

  it("is as it was before when a task of it is withdrawn", () => {
    expect(serviceWithout("change", changing, 9)).toMatchObject({
      state: "suspended",
      tariffVersion: 1,
      amounts: { ip: 1 },
      pendingChange: null,
    });
    expect(serviceWithout("suspend", { ...service, state: "suspending" }, 9).state).toBe("active");
    expect(serviceWithout("resume", { ...service, state: "resuming" }, 9).state).toBe("suspended");
    expect(serviceWithout("set-up", { ...service, state: "ordered" }, 9)).toMatchObject({
      state: "closed",
      closedAt: 9,
    });
  });
});
