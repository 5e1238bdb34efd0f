import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openTestConsole, removeDirectory } from "../builders/console";
import type { TestConsole } from "../builders/console";
import { connectionTo, orderDedicated, prepareDedicatedService, stockFakePanel } from "../builders/dedicated-service";
import type { DedicatedService } from "../builders/dedicated-service";
import { createFakeClock } from "../builders/fake-clock";
import { createFakePanel } from "../builders/fake-panel";
import type { Mishap } from "../builders/fake-panel";
import { settled } from "../builders/settled";

let clock = createFakeClock();
let panel = createFakePanel();
let console: TestConsole;
let sale: DedicatedService;

beforeEach(async () => {
  clock = createFakeClock();
  panel = stockFakePanel(createFakePanel(), [101, 102]);
  console = await openTestConsole({ panels: panel, clock });
  await console.start();
  sale = await prepareDedicatedService(console, connectionTo("dsmanager"));
});

afterEach(async () => {
  await console.stop();
  await removeDirectory(console.directory);
});

const detail = (id: string) => console.call("service.get", { id });
const messages = async () => (await console.call("message.list", {})).rows;
const stopped = (id: string) => settled(console, clock, async () => (await detail(id)).service.needsAttention);
const ended = (id: string, state = "active") =>
  settled(console, clock, async () => (await detail(id)).service.state === state);

/** Goes wrong on the first `times` calls of a name. */
function failFirst(call: string, times: number, mishap: Mishap) {
  let left = times;
  panel.mishap = (name) => (name === call && left-- > 0 ? mishap : undefined);
}

describe("A7 an installation that fails", () => {
  const words = "No answer from the installer: PXE timed out";

  it("tells the department the reason once, and the task shows the step with it", async () => {
    panel.failNextOperation = words;
    const { serviceId, serviceNumber, taskId } = await orderDedicated(console, sale);
    await stopped(serviceId);
    expect(await messages()).toMatchObject([
      {
        departmentId: sale.department.id,
        serviceId,
        taskId,
        subject: `C-${String(serviceNumber)}: Install debian12 as c-${String(serviceNumber)}`,
        reason: words,
        isRead: false,
      },
    ]);
    const { task, steps } = await console.call("task.get", { id: taskId });
    expect(task).toMatchObject({ state: "running", needsAttention: true });
    expect(steps.find((step) => step.state === "needs-attention")?.trouble?.message).toBe(words);
  });

  it("goes on with a retry of the task; a second stop is a second message", async () => {
    panel.failNextOperation = words;
    const { serviceId, taskId } = await orderDedicated(console, sale);
    await stopped(serviceId);
    panel.failNextOperation = "Disk not found";
    expect(await console.call("task.retry", { id: taskId })).toMatchObject({ delivery: "sending" });
    await stopped(serviceId);
    expect((await messages()).map((one) => one.reason)).toEqual(["Disk not found", words]);
    await console.call("task.retry", { id: taskId });
    await ended(serviceId);
    expect(panel.effects).toContain("install 101 debian12");
    const { history } = await detail(serviceId);
    expect(history.filter((line) => line.call === "task.retry")).toHaveLength(2);
    expect(await console.fault("task.retry", { id: taskId })).toMatchObject({ rule: "nothing-stopped" });
  });

  it("is finished by hand with a reason: the open steps are given up and the service moves on", async () => {
    panel.failNextOperation = words;
    const { serviceId, taskId } = await orderDedicated(console, sale, { amounts: { ip: 2 } });
    await stopped(serviceId);
    const { task } = await console.call("task.get", { id: taskId });
    const reason = "Installed from the console";
    expect(
      await console.fault("task.finish-by-hand", { id: taskId, revision: task.revision - 1, reason }),
    ).toMatchObject({ kind: "stale" });
    const done = await console.call("task.finish-by-hand", { id: taskId, revision: task.revision, reason });
    expect(done).toMatchObject({ state: "done", performer: "Anna" });
    const { service, actions, history } = await detail(serviceId);
    expect(service).toMatchObject({ state: "active", serverId: 101 });
    expect(actions.map((action) => action.state)).toEqual(["done", "done", "discarded", "discarded"]);
    expect(history[0]?.summary).toBe(`T-${String(task.number)} finished by hand: ${reason}`);
    const rows = await console.store.read((repositories) => repositories.actions.listByService(serviceId));
    expect(rows.some((row) => row.request.includes("sealed:"))).toBe(false);
  });

  it("can be ended by closing the service, which hands the server back", async () => {
    panel.failNextOperation = words;
    const { serviceId, taskId } = await orderDedicated(console, sale);
    await stopped(serviceId);
    const { service } = await detail(serviceId);
    await console.call("service.close", { id: serviceId, revision: service.revision });
    await ended(serviceId, "closed");
    expect((await console.call("task.get", { id: taskId })).task.state).toBe("cancelled");
    expect(panel.servers.get(101)).toMatchObject({ ownerEmail: null, domain: "free.ds", power: "off" });
  });
});

describe("A7 an installation that runs for longer than an effect may take to show", () => {
  it("is given that time when it has ended, and not only from its order on", async () => {
    const allPolls = 150;
    panel.pollsOfOperation = allPolls;
    const showImage = (operatingSystem: string) => {
      const server = panel.servers.get(101);
      if (server) panel.servers.set(101, { ...server, operatingSystem });
    };
    let polls = 0;
    let looksAfterwards = 0;
    panel.mishap = (call) => {
      if (call === "getOperation" && (polls += 1) === 1) {
        showImage("");
        panel.pollsOfOperation = 1;
      }
      if (call === "getServer" && polls === allPolls && (looksAfterwards += 1) === 3) showImage("debian12");
      return undefined;
    };
    const { serviceId } = await orderDedicated(console, sale);
    const before = clock.now();
    await ended(serviceId);
    expect(looksAfterwards).toBeGreaterThanOrEqual(3);
    expect(clock.now() - before).toBeGreaterThan(10 * 60_000);
    expect(await messages()).toEqual([]);
  });
});

describe("A7 an installation whose answer is lost", () => {
  it("is not ordered twice when the panel carried it out", async () => {
    failFirst("installOs", 1, { kind: "unknown-outcome", isCarriedOut: true });
    const { serviceId } = await orderDedicated(console, sale);
    await ended(serviceId);
    expect(panel.effects.filter((effect) => effect.startsWith("install"))).toEqual(["install 101 debian12"]);
  });

  it("is ordered again once the panel has shown nothing of it for a while", async () => {
    failFirst("installOs", 1, { kind: "unknown-outcome", isCarriedOut: false });
    const { serviceId } = await orderDedicated(console, sale);
    const before = clock.now();
    await ended(serviceId);
    expect(clock.now() - before).toBeGreaterThan(30_000);
    expect(panel.effects.filter((effect) => effect.startsWith("install"))).toEqual(["install 101 debian12"]);
  });

  it("is put to a person when the image was on the server before, and a retry orders it", async () => {
    for (const [id, server] of panel.servers) panel.servers.set(id, { ...server, operatingSystem: "debian12" });
    failFirst("installOs", 1, { kind: "unknown-outcome", isCarriedOut: false });
    const { serviceId, taskId } = await orderDedicated(console, sale);
    await stopped(serviceId);
    expect((await messages())[0]?.reason).toContain("It is not known whether debian12 was installed");
    expect(panel.effects).not.toContain("install 101 debian12");
    await console.call("task.retry", { id: taskId });
    await ended(serviceId);
    expect(panel.effects).toContain("install 101 debian12");
  });
});

describe("A3 a server of the stock", () => {
  it("that somebody else got in the panel is given back, and the next one is taken", async () => {
    // Between taking the server and setting its owner the customer is registered: that is when somebody is faster.
    panel.mishap = (call) => {
      const server = panel.servers.get(101);
      if (call === "addUser" && server) panel.servers.set(101, { ...server, ownerEmail: "thief@example.org" });
      return undefined;
    };
    const { serviceId, taskId } = await orderDedicated(console, sale);
    await ended(serviceId);
    expect((await detail(serviceId)).service.serverId).toBe(102);
    expect((await console.call("task.get", { id: taskId })).card.identifier).toBe("102");
    expect(panel.servers.get(101)?.ownerEmail).toBe("thief@example.org");
    const { history } = await detail(serviceId);
    expect(history.map((line) => line.summary)).toContain("Server 101 went to thief@example.org. Another one is taken");
  });

  it("that another service got first is not taken twice, whatever the number of orders", async () => {
    const orders = await Promise.all([orderDedicated(console, sale), orderDedicated(console, sale)]);
    for (const { serviceId } of orders) await ended(serviceId);
    const servers = await Promise.all(orders.map(async ({ serviceId }) => (await detail(serviceId)).service.serverId));
    expect([...servers].sort()).toEqual([101, 102]);
  });
});

describe("an order that has taken no server yet", () => {
  /** Both servers of the stock go to somebody else between the order and its first step. */
  async function orderInVain() {
    await console.call("module.hold", { id: sale.module.id });
    const order = await orderDedicated(console, sale);
    for (const [id, server] of panel.servers) panel.servers.set(id, { ...server, isBlocked: true });
    await console.call("module.release-hold", { id: sale.module.id });
    await stopped(order.serviceId);
    return order;
  }

  it("stops with what keeps every server of its type", async () => {
    const { serviceId } = await orderInVain();
    expect((await detail(serviceId)).service.state).toBe("ordered");
    expect((await messages())[0]?.reason).toBe("No free server of HPCorei5: 2 blocked");
  });

  it("can be cancelled, and nothing is done on the panel", async () => {
    const { serviceId, taskId } = await orderInVain();
    await console.call("order.cancel", { serviceId, reason: "Customer withdrew" });
    const { service, actions } = await detail(serviceId);
    expect(service.state).toBe("closed");
    expect(actions.every((action) => action.state === "discarded")).toBe(true);
    expect((await console.call("task.get", { id: taskId })).task.state).toBe("cancelled");
    expect(panel.effects).toEqual([]);
  });

  it("is finished by hand only with a server that the panel knows and no other service stands on", async () => {
    const earlier = await orderDedicated(console, sale);
    await ended(earlier.serviceId);
    const { serviceId, taskId } = await orderInVain();
    const { revision } = (await console.call("task.get", { id: taskId })).task;
    const finish = { id: taskId, revision, reason: "Taken from the spares" };
    expect(await console.fault("task.finish-by-hand", finish)).toMatchObject({
      issues: [{ path: "serverId", message: "Required: the server's id in ds-1" }],
    });
    expect(await console.fault("task.finish-by-hand", { ...finish, serverId: 999 })).toMatchObject({
      issues: [{ path: "serverId", message: "ds-1 has no server 999" }],
    });
    expect(await console.fault("task.finish-by-hand", { ...finish, serverId: 101 })).toMatchObject({
      issues: [{ path: "serverId", message: `Server 101 belongs to service C-${String(earlier.serviceNumber)}` }],
    });
    await console.call("task.finish-by-hand", { ...finish, serverId: 102 });
    expect((await detail(serviceId)).service).toMatchObject({ state: "active", serverId: 102 });
  });

  it("cannot do without its first step", async () => {
    const { serviceId } = await orderInVain();
    const [first] = (await detail(serviceId)).actions;
    expect(await console.fault("action.discard", { id: first?.id ?? "", reason: "No" })).toMatchObject({
      rule: "server-needed",
    });
  });
});
