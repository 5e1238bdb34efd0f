import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseShortId } from "../../main/domain/short-id";
import { cardFor, openTestConsole, prepareSale, removeDirectory, setUpService } from "../builders/console";
import type { Sale, TestConsole } from "../builders/console";
import { createFakeClock } from "../builders/fake-clock";
import { createFakePanel, fakeServer } from "../builders/fake-panel";
import { settled } from "../builders/settled";

let clock = createFakeClock();
let panel = createFakePanel();
let console: TestConsole;
let sale: Sale;

beforeEach(async () => {
  clock = createFakeClock();
  panel = createFakePanel();
  console = await openTestConsole({ panels: panel, clock });
  await console.start();
  sale = await prepareSale(console);
  await console.call("module.refresh", { id: sale.module.id });
});

afterEach(async () => {
  await console.stop();
  await removeDirectory(console.directory);
});

const server = (serverId: number) => ({ kind: "server", moduleId: sale.module.id, serverId }) as const;
const service = (serviceId: string) => ({ kind: "service", serviceId }) as const;
const labelOf = (subject: Parameters<typeof console.call<"label.get">>[1]["subject"]) =>
  console.call("label.get", { subject });
const list = (filter = {}) => console.call("label.list", filter);

/** As if the label had come out of a printer just now. */
async function print(shortId: string): Promise<void> {
  await console.store.write(async ({ labels }) => {
    const label = await labels.find(shortId);
    if (label) await labels.save({ ...label, needsLabel: false, reason: "", printedAt: clock.now(), printedCount: 1 });
  });
}

describe("what a label tells", () => {
  it("a service's: its name, place, serial, number and customer, from card and panel", async () => {
    panel.servers.set(101, fakeServer(101, { serial: "CZ3042XY", units: [14, 15] }));
    const { serviceId } = await setUpService(console, sale, 101);
    await console.call("label-settings.set", { prefix: "RIX", contact: "NOC +371 6700 0000" });
    const label = await labelOf(service(serviceId));
    expect(label).toMatchObject({ title: "client-one-1", place: "Riga-1 A12 U14-15", kind: "server" });
    expect(parseShortId(label.shortId)).toBe(label.shortId);
    expect(label.values).toMatchObject({
      name: "client-one-1",
      site: "Riga-1",
      rack: "A12",
      units: "U14-15",
      serial: "CZ3042XY",
      service: "C-1",
      customer: "Client One",
      contact: "NOC +371 6700 0000",
      id: `RIX-${label.shortId}`,
    });
    expect(label.values.date).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it("a rack's, a cable's with both ends, and a text's", async () => {
    const { id: moduleId } = sale.module;
    expect(await labelOf({ kind: "rack", moduleId, rackId: 7 })).toMatchObject({
      title: "A12",
      place: "Riga-1 A12",
      kind: "rack",
    });
    const cable = { kind: "cable", moduleId, serverId: 101, connectionId: 3001, to: "switch" } as const;
    expect((await labelOf(cable)).values).toMatchObject({
      near: "A12 U14 server-101",
      far: "sw-a12 Gi1/0/12",
      port: "Gi1/0/12",
    });
    expect((await labelOf({ ...cable, connectionId: 3002 })).values.near).toBe("A12 U14 server-101 BMC");
    expect(await labelOf({ kind: "text", lines: ["Spare parts", "keep"] })).toMatchObject({
      shortId: "",
      values: { name: "Spare parts", line1: "Spare parts", line2: "keep" },
    });
  });

  it("is taken from what was last known while the panel is out of reach", async () => {
    await labelOf(server(101));
    panel.mishap = () => ({ kind: "not-sent", isCarriedOut: false });
    await console.call("link.probe", { id: sale.module.id });
    expect(await labelOf(server(101))).toMatchObject({ title: "server-101", place: "Riga-1 A12 U14" });
  });

  it("of something that is not there, or was never seen, is refused", async () => {
    expect(await console.fault("label.get", { subject: server(999) })).toMatchObject({ kind: "not-found" });
    expect(await console.fault("label.get", { subject: service("nowhere") })).toMatchObject({ kind: "not-found" });
    const cable = { kind: "cable", moduleId: sale.module.id, serverId: 101, connectionId: 1, to: "pdu" } as const;
    expect(await console.fault("label.get", { subject: cable })).toMatchObject({ kind: "not-found" });
  });
});

describe("a short id", () => {
  it("is shared by a service and its server, and stays through rename and restart", async () => {
    const { serviceId } = await setUpService(console, sale, 101);
    const { shortId } = await labelOf(service(serviceId));
    panel.servers.set(101, fakeServer(101, { name: "renamed" }));
    expect((await labelOf(server(101))).shortId).toBe(shortId);
    await console.stop();
    console = await openTestConsole({ panels: panel, clock, directory: console.directory });
    expect((await labelOf(server(101))).shortId).toBe(shortId);
  });

  it("of a service that was labelled before it had a server is the server's as well", async () => {
    const order = await console.call("order.place", {
      tariffId: sale.tariff.id,
      customerId: sale.customer.id,
      periodMonths: 1,
      label: "edge-1",
    });
    const { shortId } = await labelOf(service(order.serviceId));
    const task = await console.call("task.accept", { id: order.taskId });
    await console.call("task.close", { id: task.id, revision: task.revision, card: cardFor(101, "edge-1") });
    expect((await labelOf(server(101))).shortId).toBe(shortId);
  });

  it("of both, each with a label of its own, opens the same thing", async () => {
    const order = await console.call("order.place", {
      tariffId: sale.tariff.id,
      customerId: sale.customer.id,
      periodMonths: 1,
    });
    const ofService = await labelOf(service(order.serviceId));
    const ofServer = await labelOf(server(101));
    await print(ofService.shortId);
    await print(ofServer.shortId);
    const task = await console.call("task.accept", { id: order.taskId });
    await console.call("task.close", { id: task.id, revision: task.revision, card: cardFor(101) });
    for (const { shortId } of [ofService, ofServer]) {
      const scan = await console.call("scan.read", { text: shortId });
      expect(scan).toMatchObject({ is: "ours", serviceId: order.serviceId });
    }
  });

  it("is the same again after the profile has lost it", async () => {
    const { shortId } = await labelOf(server(102));
    const second = await openTestConsole({ panels: panel, clock });
    await second.store.write(async (repositories) => {
      const { department, dataCentre, module } = sale;
      await repositories.departments.add(department);
      await repositories.dataCentres.add(dataCentre);
      await repositories.modules.add(module);
    });
    await second.start();
    expect((await second.call("label.get", { subject: server(102) })).shortId).toBe(shortId);
    await second.stop();
    await removeDirectory(second.directory);
  });
});

describe("a label is needed", () => {
  it("when a service was set up, unless it was printed before; a person may say otherwise", async () => {
    const { serviceId } = await setUpService(console, sale, 101);
    expect(await list({ onlyNeeding: true })).toMatchObject({
      needing: 1,
      rows: [{ title: "client-one-1", needsLabel: true, reason: "New service" }],
    });
    await console.call("label.mark", { subjects: [service(serviceId)], needsLabel: false });
    expect(await list()).toMatchObject({ needing: 0, total: 1 });
    await console.call("label.mark", { subjects: [server(101), server(102)], needsLabel: true }).catch(() => undefined);
    const { rows } = await list({ onlyNeeding: true });
    expect(rows.map((row) => row.reason)).not.toContain("");
  });

  it("not, when it was printed at the rack before the task was closed", async () => {
    const order = await console.call("order.place", {
      tariffId: sale.tariff.id,
      customerId: sale.customer.id,
      periodMonths: 1,
      label: "client-one-1",
    });
    const task = await console.call("task.accept", { id: order.taskId });
    await console.call("card.save", { taskId: task.id, revision: 1, fields: cardFor(101) });
    await print((await labelOf(service(order.serviceId))).shortId);
    const { task: now } = await console.call("task.get", { id: task.id });
    await console.call("task.close", { id: task.id, revision: now.revision, card: cardFor(101) });
    expect((await list()).needing).toBe(0);
  });

  it("when what was printed was renamed or moved since, and says so", async () => {
    const { serviceId } = await setUpService(console, sale, 101);
    const { shortId } = await labelOf(service(serviceId));
    await print(shortId);
    panel.servers.set(101, fakeServer(101, { rackName: "B07", units: [3] }));
    await console.call("server.get", { moduleId: sale.module.id, serverId: 101 });
    expect(await list({ onlyNeeding: true })).toMatchObject({
      rows: [{ shortId, place: "Riga-1 B07 U03", reason: "Moved from Riga-1 A12 U14" }],
    });
    await labelOf(server(102));
    await print((await labelOf(server(102))).shortId);
    panel.servers.set(102, fakeServer(102, { name: "new-name" }));
    expect(await labelOf(server(102))).toMatchObject({ needsLabel: true, reason: "Renamed from server-102" });
    const { rows } = await console.call("journal.list", {});
    expect(rows.map((row) => row.summary)).toContain("The label of new-name is out of date: Renamed from server-102");
  });

  it("no more when the service has ended", async () => {
    const { serviceId } = await setUpService(console, sale, 101);
    await settled(console, clock);
    const { service: now } = await console.call("service.get", { id: serviceId });
    const { taskId } = await console.call("service.close", { id: serviceId, revision: now.revision });
    const task = await console.call("task.accept", { id: taskId });
    await console.call("task.close", { id: task.id, revision: task.revision });
    await settled(console, clock);
    expect((await console.call("service.get", { id: serviceId })).service.state).toBe("closed");
    expect((await list()).needing).toBe(0);
  });
});

it("thousands of servers are read from the panel's list, not one by one", async () => {
  for (let id = 1_000; id < 3_000; id += 1) panel.servers.set(id, fakeServer(id));
  const subjects = Array.from({ length: 2_000 }, (_, index) => server(1_000 + index));
  const printer = await console.call("printer.add", {
    name: "File",
    language: "pdf",
    dpi: 600,
    headDots: 20_000,
    way: { type: "file" },
    stockId: null,
  });
  const templates = await console.call("label-template.list", { kind: "server", stockId: "built-in:DK-11209" });
  panel.calls.length = 0;
  const check = await console.call("print.check", {
    subjects,
    templateId: templates[0]?.id ?? "",
    printerId: printer.id,
    stockId: "built-in:DK-11209",
  });
  expect(check).toMatchObject({ labels: 2_000, pages: 2_000 });
  expect(panel.calls.filter((call) => call === "getServer")).toEqual([]);
  expect(panel.calls.filter((call) => call === "listServers").length).toBeLessThan(5);
}, 60_000);
