import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openTestConsole, prepareSale, removeDirectory, setUpService } from "../builders/console";
import type { Sale, TestConsole } from "../builders/console";
import { createFakeClock } from "../builders/fake-clock";
import { createFakePanel, fakeServer } from "../builders/fake-panel";
import type { FakePanel } from "../builders/fake-panel";
import { settled } from "../builders/settled";

let clock = createFakeClock();
let panel = createFakePanel();
let console: TestConsole;
let sale: Sale;
let serviceId: string;
let isSlow = false;

/** The panel, with answers about single servers that never come while it is slow. */
function slowingDown(fake: FakePanel): FakePanel {
  const connect = fake.connect.bind(fake);
  fake.connect = (connection) => {
    const gateway = connect(connection);
    const never = new Promise<never>(() => undefined);
    return { ...gateway, getServer: (id) => (isSlow ? never : gateway.getServer(id)) };
  };
  return fake;
}

beforeEach(async () => {
  clock = createFakeClock();
  panel = slowingDown(createFakePanel());
  isSlow = false;
  console = await openTestConsole({ panels: panel, clock });
  await console.start();
  sale = await prepareSale(console);
  await console.call("module.refresh", { id: sale.module.id });
  serviceId = (await setUpService(console, sale, 101)).serviceId;
  await settled(console, clock);
});

afterEach(async () => {
  await console.stop();
  await removeDirectory(console.directory);
});

const server = () => ({ moduleId: sale.module.id, serverId: 101 });

describe("where a server is", () => {
  it("is told by its panel with all that it hangs on, by the server and by its service alike", async () => {
    panel.servers.set(101, fakeServer(101, { mac: "0c:c4:7a:00:11:22", serial: "CZ1", ipmiAddress: "10.0.0.101" }));
    const found = await console.call("server.locate", server());
    expect(found).toMatchObject({
      ...server(),
      serviceId,
      title: "server-101",
      dataCentre: "Riga-1",
      location: "Riga",
      rackId: 7,
      rack: "A12",
      units: [14],
      rackFrom: "panel",
      ipmiAddress: "10.0.0.101",
      mac: "0c:c4:7a:00:11:22",
      serial: "CZ1",
      isLive: true,
      reason: "",
    });
    expect(found.switchConnections.map(({ portName }) => portName)).toEqual(["Gi1/0/12", "Fa0/12"]);
    expect(await console.call("server.locate", { serviceId })).toEqual(found);
  });

  it("is told from the copy while the panel is out of reach, with its age", async () => {
    await console.call("mirror.refresh", { id: sale.module.id });
    await vi.waitFor(async () => {
      expect((await console.call("mirror.list", {}))[0]).toMatchObject({ running: null, servers: 3 });
    });
    const { rows } = (await console.call("server.list", { moduleId: sale.module.id })).facts;
    const takenAt = rows.find(({ serverId }) => serverId === 101)?.takenAt;
    clock.advance(60_000);
    panel.mishap = () => ({ kind: "not-sent", isCarriedOut: false });
    const found = await console.call("server.locate", server());
    expect(found).toMatchObject({ rack: "A12", rackFrom: "panel", takenAt, isLive: false });
    expect(found.reason).not.toBe("");
  });

  it("is shown from the copy when the panel is too slow to wait for", async () => {
    await console.call("mirror.refresh", { id: sale.module.id });
    await vi.waitFor(async () => {
      expect((await console.call("mirror.list", {}))[0]).toMatchObject({ running: null, servers: 3 });
    });
    clock.advance(10_000);
    isSlow = true;
    const located = console.call("server.locate", server());
    await vi.waitFor(async () => {
      clock.advance(500);
      expect(await Promise.race([located, Promise.resolve(null)])).not.toBeNull();
    });
    expect(await located).toMatchObject({ isLive: false, reason: "dc-1 has not answered yet", rack: "A12" });
  });

  it("is what the card says where the panel does not, and what was scanned last where the card is silent", async () => {
    panel.servers.set(101, fakeServer(101, { rackId: null, rackName: "", units: [] }));
    clock.advance(10_000);
    expect(await console.call("server.locate", server())).toMatchObject({
      rack: "A12",
      rackId: 7,
      rackFrom: "card",
      units: [],
    });

    panel.servers.set(102, fakeServer(102, { rackId: null, rackName: "", units: [] }));
    // What was read a moment ago is not asked for again.
    clock.advance(10_000);
    await console.call("server.get", { moduleId: sale.module.id, serverId: 102 });
    const unscanned = await console.call("server.locate", { moduleId: sale.module.id, serverId: 102 });
    expect(unscanned).toMatchObject({ serviceId: null, rack: "", rackFrom: "none" });
    const subject = { kind: "server", moduleId: sale.module.id, serverId: 102 } as const;
    const { shortId } = await console.call("label.get", { subject });
    await console.call("scan.place", { rack: "A12", thing: shortId });
    const scanned = await console.call("server.locate", { moduleId: sale.module.id, serverId: 102 });
    expect(scanned).toMatchObject({ rack: "A12", rackId: 7, rackFrom: "scan" });
  });
});
