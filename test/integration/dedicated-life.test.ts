import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { systemClock } from "../../main/adapters/clock";
import type { Dialect } from "../../main/contract/shapes/module";
import { createPanelConnector } from "../../main/remote/connector";
import { blankServer } from "../../simulator/dsmanager/blank-server";
import { startDsmanagerSimulator } from "../../simulator/dsmanager/simulator";
import type { DsmanagerSimulator } from "../../simulator/dsmanager/simulator";
import { createSmallDsmanagerSite } from "../../simulator/dsmanager/small-site";
import { openTestConsole, removeDirectory, silentLog } from "../builders/console";
import type { TestConsole } from "../builders/console";
import { connectionTo, orderDedicated, prepareDedicatedService } from "../builders/dedicated-service";
import type { DedicatedService } from "../builders/dedicated-service";

const timings = { powerMs: 20, portMs: 10, installMs: 150 };
const patience = { timeout: 30_000, interval: 30 };

let panel: DsmanagerSimulator;
let console: TestConsole;
let sale: DedicatedService;

/** The small site with servers 110, 111, … of the preset that are free. */
function siteWithFree(count: number) {
  const site = createSmallDsmanagerSite();
  for (let id = 110; id < 110 + count; id += 1) {
    const main = { id: 4900 + id, ip: `192.0.2.${String(id)}`, family: "ipv4", domain: "free.ds" } as const;
    const place = { rackId: 8, unit: id - 90, hostname: "free.ds", mac: "", serial: "", addresses: [main] };
    site.servers.push(blankServer({ id, typeId: 1, name: `HP-${String(id)}`, ...place }));
  }
  return site;
}

async function open(dialect: Dialect, freeServers = 0): Promise<void> {
  panel = await startDsmanagerSimulator({ dialect, timings, site: siteWithFree(freeServers) });
  const panels = createPanelConnector({ log: silentLog, limits: { deadlineMs: 5_000, asleepDelayMs: 5 } });
  console = await openTestConsole({ panels, clock: systemClock });
  await console.start();
  sale = await prepareDedicatedService(console, connectionTo(dialect, panel.url));
}

afterEach(async () => {
  await console.stop();
  await panel.stop();
  await removeDirectory(console.directory);
});

const untilState = (serviceId: string, state: string) =>
  vi.waitFor(async () => {
    const { service, actions } = await console.call("service.get", { id: serviceId });
    const steps = actions.map((action) => [action.summary, action.state, action.trouble]);
    expect(service.state, JSON.stringify(steps)).toBe(state);
    return service;
  }, patience);

const serverOnPanel = (serverId: number) => panel.site.servers.find((one) => one.id === serverId);
const effectsOn = (serverId: number) =>
  panel.effects.filter((effect) => effect.serverId === serverId).map((effect) => effect.kind);

describe.each(["dsmanager", "dcimanager5"] as const)("A7 the life of a dedicated server on %s", (dialect) => {
  beforeEach(() => open(dialect));

  it("is handed over, suspended, resumed, changed and handed back without a person", async () => {
    const order = await orderDedicated(console, sale, { label: "Web-01.Example.org", amounts: { ip: 3, ipv6: 1 } });
    const active = await untilState(order.serviceId, "active");
    expect(active).toMatchObject({ serverId: 102, label: "Web-01.Example.org", moduleName: "ds-1" });
    expect(active.addresses.map((address) => address.family)).toEqual(["ipv4", "ipv4", "ipv4", "ipv6"]);
    expect(panel.site.users.find((user) => user.name === "new@example.org")).toMatchObject({ realName: "New Client" });
    expect(serverOnPanel(102)).toMatchObject({ image: "debian12", hostname: "web-01.example.org", runs: true });

    await console.call("service.suspend", { id: order.serviceId, revision: active.revision });
    const suspended = await untilState(order.serviceId, "suspended");
    expect(serverOnPanel(102)?.isDisabled).toBe(true);
    await console.call("service.resume", { id: order.serviceId, revision: suspended.revision });
    const resumed = await untilState(order.serviceId, "active");
    expect(serverOnPanel(102)?.isDisabled).toBe(false);

    await console.call("service.change", { id: order.serviceId, revision: resumed.revision, amounts: { ip: 2 } });
    const changed = await untilState(order.serviceId, "active");
    expect(changed).toMatchObject({ amounts: { ip: 2, ipv6: 1 }, pendingChange: null });
    expect(serverOnPanel(102)?.addresses.map((address) => address.ip)).toContain("192.0.2.102");

    const { taskId } = await console.call("service.close", { id: order.serviceId, revision: changed.revision });
    const closed = await untilState(order.serviceId, "closed");
    expect(closed.addresses).toEqual([]);
    const { steps } = await console.call("task.get", { id: taskId });
    expect(steps.map((step) => [step.kind, step.state])).toEqual([
      ["cancel-operations", "done"],
      ["set-enabled", "done"],
      ["set-power", "done"],
      ["release-addresses", "done"],
      ["set-owner", "done"],
      ["set-hostname", "done"],
    ]);
    expect(serverOnPanel(102)).toMatchObject({
      ownerId: null,
      hostname: "free.ds",
      runs: false,
      isDisabled: false,
      addresses: [{ ip: "192.0.2.102" }],
    });
    expect(effectsOn(102).filter((kind) => kind === "os-installed")).toHaveLength(1);
  });

  it("puts the password of the installed system on the card and takes it out of the outbox", async () => {
    const { serviceId, taskId } = await orderDedicated(console, sale);
    const { number } = await untilState(serviceId, "active");
    const { card } = await console.call("task.get", { id: taskId });
    expect(card).toMatchObject({ identifier: "102", username: "root", label: "HP-02", rack: "A12", hasPassword: true });
    const { password } = await console.call("card.reveal", { taskId });
    expect(password).toMatch(/^[A-Za-z2-9]{20}$/);
    expect(serverOnPanel(102)?.hostname).toBe(`c-${String(number)}`);
    const rows = await console.store.read(({ actions }) => actions.listByService(serviceId));
    const installation = rows.find((row) => row.kind === "install-os");
    expect(JSON.parse(installation?.request ?? "{}")).toMatchObject({ image: "debian12", password: "-" });
  });
});

describe("A7 sixteen orders at once for ten free servers", () => {
  beforeEach(() => open("dsmanager", 9));

  it("get ten different servers, and six are told clearly that there is none", async () => {
    // Nothing goes out before the last order is placed: what is short is found on the panel and not while ordering.
    await console.call("module.hold", { id: sale.module.id });
    const orders = await Promise.all(Array.from({ length: 16 }, () => orderDedicated(console, sale)));
    await console.call("module.release-hold", { id: sale.module.id });
    const services = await vi.waitFor(async () => {
      const found = await Promise.all(orders.map(({ serviceId }) => console.call("service.get", { id: serviceId })));
      const isSettled = found.every(({ service }) => service.state === "active" || service.needsAttention);
      expect(isSettled).toBe(true);
      return found;
    }, patience);
    const active = services.filter(({ service }) => service.state === "active");
    const taken = active.map(({ service }) => service.serverId ?? 0).sort((left, right) => left - right);
    expect(taken).toEqual([102, 110, 111, 112, 113, 114, 115, 116, 117, 118]);
    const reasons = services.flatMap(({ actions }) => actions.flatMap((action) => action.trouble?.message ?? []));
    expect(reasons).toHaveLength(6);
    for (const reason of reasons) expect(reason).toMatch(/^No free server of HPCorei5: \d+ (owned|held)/);
    for (const id of taken) expect(effectsOn(id).filter((kind) => kind === "owner-set")).toHaveLength(1);
  });
});
