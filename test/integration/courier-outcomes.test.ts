import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createFakeClock } from "../builders/fake-clock";
import { createFakePanel, fakeServer } from "../builders/fake-panel";
import type { Mishap } from "../builders/fake-panel";
import { openTestConsole, prepareSale, removeDirectory, setUpService } from "../builders/console";
import type { Sale, TestConsole } from "../builders/console";
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
});

afterEach(async () => {
  await console.stop();
  await removeDirectory(console.directory);
});

/** Goes wrong on the first `times` calls of a name. */
function failFirst(call: string, times: number, mishap: Mishap) {
  let left = times;
  panel.mishap = (name) => (name === call && left-- > 0 ? mishap : undefined);
}

const steps = async (serviceId: string) => (await console.call("service.get", { id: serviceId })).actions;
const firstStep = async (serviceId: string) => (await steps(serviceId))[0];
const stopped = (serviceId: string) => async () => (await firstStep(serviceId))?.state === "needs-attention";

describe("an order whose outcome is unknown", () => {
  it("is looked up, and not repeated when the panel carried it out", async () => {
    failFirst("assignAddresses", 1, { kind: "unknown-outcome", isCarriedOut: true });
    const { serviceId } = await setUpService(console, sale, 101, { ip: 2 });
    await settled(console, clock);
    expect(panel.effects).toEqual(["assign 101 ipv4 2"]);
    expect((await firstStep(serviceId))?.state).toBe("done");
  });

  it("is given again when looking shows that nothing happened", async () => {
    failFirst("assignAddresses", 2, { kind: "unknown-outcome", isCarriedOut: false });
    await setUpService(console, sale, 101, { ip: 2 });
    await settled(console, clock);
    expect(panel.effects).toEqual(["assign 101 ipv4 2"]);
  });

  it("is put to a person when it leaves no trace, as a reset does", async () => {
    failFirst("setPower", 1, { kind: "unknown-outcome", isCarriedOut: true });
    await console.call("server.set-power", { moduleId: sale.module.id, serverId: 102, power: "reset" });
    await settled(console, clock);
    const { rows } = await console.call("action.list", { state: "needs-attention" });
    expect(rows).toMatchObject([{ kind: "set-power", trouble: { kind: "unknown-outcome" } }]);
    expect(panel.effects).toEqual(["power 102 reset"]);
  });
});

describe("an order that the panel took, when its answer to a later question makes no sense", () => {
  it("is not given again by a retry: a reset that may have happened is put to a person in these words", async () => {
    failFirst("getOperation", 1, { kind: "malformed", isCarriedOut: true });
    await console.call("server.set-power", { moduleId: sale.module.id, serverId: 102, power: "reset" });
    await settled(console, clock);
    const stoppedSteps = async () => (await console.call("action.list", { state: "needs-attention" })).rows;
    const [step] = await stoppedSteps();
    expect(step?.trouble?.kind).toBe("malformed");
    await console.call("action.retry", { id: step?.id ?? "" });
    await settled(console, clock);
    expect(await stoppedSteps()).toMatchObject([{ id: step?.id, trouble: { kind: "unknown-outcome" } }]);
    expect(panel.effects).toEqual(["power 102 reset"]);
  });

  it("is given by a retry when the panel had refused it", async () => {
    failFirst("setPower", 1, { kind: "refused", isCarriedOut: false });
    await console.call("server.set-power", { moduleId: sale.module.id, serverId: 102, power: "reset" });
    await settled(console, clock);
    const { rows } = await console.call("action.list", { state: "needs-attention" });
    await console.call("action.retry", { id: rows[0]?.id ?? "" });
    await settled(console, clock);
    expect(panel.effects).toEqual(["power 102 reset"]);
  });
});

describe("an order that did not go out", () => {
  it.each(["not-sent", "asleep", "throttled", "unauthenticated", "untrusted-certificate"] as const)(
    "because of %s is sent once the panel takes it, a reset included",
    async (kind) => {
      failFirst("setPower", 1, { kind, isCarriedOut: false });
      await console.call("server.set-power", { moduleId: sale.module.id, serverId: 102, power: "reset" });
      await settled(console, clock);
      expect(panel.effects).toEqual(["power 102 reset"]);
    },
  );

  it("does not use up attempts while the panel sleeps", async () => {
    failFirst("assignAddresses", 5, { kind: "asleep", isCarriedOut: false });
    const { serviceId } = await setUpService(console, sale, 101);
    await settled(console, clock);
    expect(await firstStep(serviceId)).toMatchObject({ state: "done", attempts: 1 });
  });
});

describe("a panel that says no", () => {
  it("stops the step with its own words; retry goes on, and only then the next step", async () => {
    failFirst("assignAddresses", 1, { kind: "refused", isCarriedOut: false });
    const { serviceId } = await setUpService(console, sale, 101, { ip: 1, ipv6: 1 });
    await settled(console, clock, stopped(serviceId));
    const [first, second] = await steps(serviceId);
    expect(first).toMatchObject({
      state: "needs-attention",
      trouble: { kind: "refused", message: "refused on assignAddresses" },
    });
    expect(second?.state).toBe("waiting");
    expect(panel.effects).toEqual([]);
    await console.call("action.retry", { id: first?.id ?? "" });
    await settled(console, clock);
    expect(panel.effects).toEqual(["assign 101 ipv4 1", "assign 101 ipv6 1"]);
  });

  it("fails late: the operation's words stand by the step and a retry asks again", async () => {
    panel.failNextOperation = "No free IP addresses in pool public";
    const { serviceId } = await setUpService(console, sale, 101);
    await settled(console, clock, stopped(serviceId));
    const first = await firstStep(serviceId);
    expect(first?.trouble).toMatchObject({ kind: "operation-failed", message: "No free IP addresses in pool public" });
    await console.call("action.retry", { id: first?.id ?? "" });
    await settled(console, clock);
    expect((await console.call("service.get", { id: serviceId })).service.state).toBe("active");
    expect(panel.effects).toEqual(["assign 101 ipv4 1"]);
  });

  it("lets a person give a step up with a reason, which the journal keeps", async () => {
    failFirst("assignAddresses", 1, { kind: "refused", isCarriedOut: false });
    const { serviceId } = await setUpService(console, sale, 101);
    await settled(console, clock, stopped(serviceId));
    await console.call("action.discard", {
      id: (await firstStep(serviceId))?.id ?? "",
      reason: "Addresses were given by hand",
    });
    const { service, history } = await console.call("service.get", { id: serviceId });
    expect(service.state).toBe("active");
    expect(history.map((line) => line.summary)).toContain(
      "Assign 1 IPv4 address: given up. Addresses were given by hand",
    );
  });

  it("does not hold up the lanes of other servers", async () => {
    panel.servers.set(104, fakeServer(104));
    failFirst("assignAddresses", 1, { kind: "refused", isCarriedOut: false });
    const stuck = await setUpService(console, sale, 101);
    await settled(console, clock, stopped(stuck.serviceId));
    const free = await setUpService(console, sale, 104);
    await settled(console, clock);
    expect((await console.call("service.get", { id: free.serviceId })).service.state).toBe("active");
  });
});

describe("a conflict", () => {
  it("shows wanted, seen and found, and retry means: as wanted", async () => {
    await console.call("server.get", { moduleId: sale.module.id, serverId: 103 });
    panel.servers.set(103, fakeServer(103, { ownerEmail: "other@example.org" }));
    await console.call("server.set-owner", { moduleId: sale.module.id, serverId: 103, ownerEmail: "c1@example.org" });
    await settled(console, clock);
    const { rows } = await console.call("action.list", { state: "needs-attention" });
    expect(rows[0]?.trouble).toEqual({
      kind: "conflict",
      message: "The owner was changed in the panel in the meantime",
      differences: [{ field: "owner", wanted: "c1@example.org", seen: "", found: "other@example.org" }],
    });
    await console.call("action.retry", { id: rows[0]?.id ?? "" });
    await settled(console, clock);
    expect(panel.servers.get(103)?.ownerEmail).toBe("c1@example.org");
  });
});

describe("registering a server from the card", () => {
  const server = { name: "client-one-1", locationId: 3, rackId: 7, units: [21, 22] };

  it("happens once although the answer was lost, and its id comes into card and service", async () => {
    failFirst("createServer", 1, { kind: "unknown-outcome", isCarriedOut: true });
    const { taskId, serviceId } = await console.call("order.place", {
      tariffId: sale.tariff.id,
      customerId: sale.customer.id,
      periodMonths: 1,
    });
    const task = await console.call("task.accept", { id: taskId });
    await console.call("server.create", { taskId, server });
    await console.call("task.close", {
      id: taskId,
      revision: task.revision,
      card: { url: "", identifier: "", username: "", password: "", rack: "A12", label: "client-one-1" },
    });
    await settled(console, clock);
    const { service } = await console.call("service.get", { id: serviceId });
    expect(service.state).toBe("active");
    expect(panel.servers.get(service.serverId ?? 0)?.name).toBe("client-one-1");
    expect((await console.call("task.get", { id: taskId })).card.identifier).toBe(String(service.serverId));
    expect(panel.effects.filter((effect) => effect.startsWith("create"))).toHaveLength(1);
  });

  it("is put to a person when a server of that name stands elsewhere", async () => {
    panel.servers.set(110, fakeServer(110, { name: "client-one-1", rackId: 9, units: [1] }));
    const { taskId } = await console.call("order.place", {
      tariffId: sale.tariff.id,
      customerId: sale.customer.id,
      periodMonths: 1,
    });
    await console.call("task.accept", { id: taskId });
    await console.call("server.create", { taskId, server });
    await settled(console, clock);
    const { rows } = await console.call("action.list", { state: "needs-attention" });
    expect(rows[0]?.trouble?.message).toBe("The panel already has a server named client-one-1 (110)");
    expect(panel.effects).toEqual([]);
  });
});
