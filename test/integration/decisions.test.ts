import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openTestConsole, prepareSale, removeDirectory, setUpService } from "../builders/console";
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
});

afterEach(async () => {
  await console.stop();
  await removeDirectory(console.directory);
});

const goDown = () => {
  panel.mishap = () => ({ kind: "not-sent", isCarriedOut: false });
};
const comeUp = async () => {
  panel.mishap = () => undefined;
  await console.call("link.probe", { id: sale.module.id });
};
const unfinished = async () => (await console.call("action.list", {})).rows;
const firstWaiting = async () => {
  const [first] = await unfinished();
  if (!first) throw new Error("Nothing waits");
  return first;
};
const setOwner = (serverId: number, ownerEmail: string | null) =>
  console.call("server.set-owner", { moduleId: sale.module.id, serverId, ownerEmail });
const summaries = async () =>
  (await console.call("journal.list", {})).rows.filter((row) => row.call !== "courier").map((row) => row.summary);
/** Moves the clock while what is paused stays paused. */
const passTime = async () => {
  let rounds = 50;
  await settled(console, clock, () => (rounds -= 1) === 0);
};

/** An order that waits for a panel out of reach. */
async function orderWhileDown(): Promise<string> {
  goDown();
  await console.call("link.probe", { id: sale.module.id });
  await setOwner(102, "c1@example.org");
  return (await firstWaiting()).id;
}

describe("a held step", () => {
  it("stays while its panel answers, with everything behind it in its lane, and other lanes go on", async () => {
    const id = await orderWhileDown();
    await console.call("server.set-power", { moduleId: sale.module.id, serverId: 102, power: "off" });
    await console.call("server.set-power", { moduleId: sale.module.id, serverId: 103, power: "off" });
    expect(await console.call("action.hold", { id })).toMatchObject({ state: "waiting", heldBy: "Anna" });
    await comeUp();
    await settled(console, clock, () => panel.effects.length > 0);
    await passTime();
    expect(panel.effects).toEqual(["power 103 off"]);

    expect(await console.call("action.release-hold", { id })).toMatchObject({ heldBy: null });
    await settled(console, clock);
    expect(panel.effects).toEqual(["power 103 off", "owner 102 55", "power 102 off"]);
  });

  it("is still held after the program was started again", async () => {
    const id = await orderWhileDown();
    await console.call("action.hold", { id });
    await console.stop();
    panel.mishap = () => undefined;
    console = await openTestConsole({ panels: panel, clock, directory: console.directory });
    await console.start();
    await passTime();
    expect(panel.effects).toEqual([]);
    expect((await firstWaiting()).heldBy).toBe("Anna");
  });

  it("goes out when somebody retries it", async () => {
    const id = await orderWhileDown();
    await console.call("action.hold", { id });
    await comeUp();
    await console.call("action.retry", { id });
    await settled(console, clock);
    expect(panel.effects).toEqual(["owner 102 55"]);
  });

  it("cannot be held twice, nor once the panel has it", async () => {
    const id = await orderWhileDown();
    await console.call("action.hold", { id });
    expect(await console.fault("action.hold", { id })).toMatchObject({ rule: "action-held" });
    await console.call("action.release-hold", { id });
    expect(await console.fault("action.release-hold", { id })).toMatchObject({ rule: "action-not-held" });
    panel.pollsOfOperation = 1_000;
    await comeUp();
    await console.call("server.set-power", { moduleId: sale.module.id, serverId: 101, power: "off" });
    const running = async () =>
      (await unfinished()).find((row) => row.kind === "set-power" && row.state === "confirming");
    await settled(console, clock, async () => (await running()) !== undefined);
    const fault = await console.fault("action.hold", { id: (await running())?.id ?? "" });
    expect(fault).toMatchObject({ rule: "action-sending" });
    panel.pollsOfOperation = 1;
  });
});

describe("a panel to which sending is paused", () => {
  it("is read but gets no order until somebody lets it go on", async () => {
    expect(await console.call("module.hold", { id: sale.module.id })).toMatchObject({ heldBy: "Anna" });
    const receipt = await setOwner(102, "c1@example.org");
    await passTime();
    expect(receipt.delivery).toBe("held");
    expect(panel.effects).toEqual([]);
    const server = await console.call("server.get", { moduleId: sale.module.id, serverId: 102 });
    expect(server.isLive).toBe(true);
    expect((await console.drain()).waiting).toBe(1);

    expect(await console.call("module.release-hold", { id: sale.module.id })).toMatchObject({ heldBy: null });
    await settled(console, clock);
    expect(panel.effects).toEqual(["owner 102 55"]);
    expect(await summaries()).toContain("Sending to dc-1 paused");
  });
});

describe("an edited step", () => {
  it("does what was entered last", async () => {
    panel.servers.set(102, fakeServer(102, { ownerEmail: "old@example.org" }));
    const id = await orderWhileDown();
    expect((await firstWaiting()).editable).toEqual({ kind: "set-owner", ownerEmail: "c1@example.org" });
    const edited = await console.call("action.edit", { id, edit: { kind: "set-owner", ownerEmail: null } });
    expect(edited).toMatchObject({ state: "waiting", summary: "Remove the owner" });
    await comeUp();
    await settled(console, clock);
    expect(panel.effects).toEqual(["owner 102 null"]);
    expect(await summaries()).toContain("Set the owner to c1@example.org: changed to “Remove the owner”");
  });

  it("goes on from where the panel refused it", async () => {
    let refusals = 1;
    panel.mishap = (call) =>
      call === "assignAddresses" && refusals-- > 0 ? { kind: "refused", isCarriedOut: false } : undefined;
    const { serviceId } = await setUpService(console, sale, 101, { ip: 8 });
    await settled(console, clock, async () => (await firstWaiting()).state === "needs-attention");
    const { id, editable } = await firstWaiting();
    expect(editable).toEqual({ kind: "assign-addresses", count: 8 });
    await console.call("action.edit", { id, edit: { kind: "assign-addresses", count: 2 } });
    await settled(console, clock);
    expect(panel.effects).toEqual(["assign 101 ipv4 2"]);
    expect((await console.call("service.get", { id: serviceId })).service.state).toBe("active");
  });

  it("keeps its pause, and values of another kind are refused", async () => {
    const id = await orderWhileDown();
    await console.call("action.hold", { id });
    const fault = await console.fault("action.edit", { id, edit: { kind: "assign-addresses", count: 2 } });
    expect(fault).toMatchObject({ kind: "invalid-input" });
    const edited = await console.call("action.edit", { id, edit: { kind: "set-owner", ownerEmail: "b@example.org" } });
    expect(edited.heldBy).toBe("Anna");
  });

  it("is refused for a cable that the panel may have recorded already", async () => {
    panel.mishap = (call) => (call === "addConnection" ? { kind: "unknown-outcome", isCarriedOut: true } : undefined);
    const connection = { to: "pdu", pduId: 4, portId: 2 } as const;
    await console.call("server.add-connection", { moduleId: sale.module.id, serverId: 102, connection });
    await settled(console, clock, async () => (await firstWaiting()).state === "uncertain");
    const { id, editable } = await firstWaiting();
    expect(editable).toBeNull();
    const edit = { kind: "connect-pdu", pduId: 4, portId: 3 } as const;
    expect(await console.fault("action.edit", { id, edit })).toMatchObject({ rule: "action-not-editable" });
  });
});

describe("a conflict decided field by field", () => {
  async function runIntoConflict(): Promise<string> {
    await console.call("server.get", { moduleId: sale.module.id, serverId: 103 });
    panel.servers.set(103, fakeServer(103, { ownerEmail: "other@example.org" }));
    await setOwner(103, "c1@example.org");
    await settled(console, clock);
    return (await firstWaiting()).id;
  }

  it("ends the step when all is left as found, and the journal has both values", async () => {
    const id = await runIntoConflict();
    const ended = await console.call("action.resolve", { id, choices: { owner: "found" } });
    expect(ended).toMatchObject({ state: "discarded", outcome: "Given up: what was found is left as it is" });
    expect(panel.effects).toEqual([]);
    expect(await console.call("action.get", { id })).toMatchObject({ state: "discarded", moduleName: "dc-1" });
    expect(await summaries()).toContain(
      "Set the owner to c1@example.org: left as found. owner: wanted c1@example.org, found other@example.org",
    );
  });

  it("sends what is wanted over what was found", async () => {
    const id = await runIntoConflict();
    await console.call("action.resolve", { id, choices: { owner: "wanted" } });
    await settled(console, clock);
    expect(panel.effects).toEqual(["owner 103 55"]);
    expect((await summaries())[0]).toContain("owner: wanted c1@example.org, found other@example.org");
  });

  it("is a conflict again when the panel was changed once more in between", async () => {
    const id = await runIntoConflict();
    panel.servers.set(103, fakeServer(103, { ownerEmail: "third@example.org" }));
    await console.call("action.resolve", { id, choices: { owner: "wanted" } });
    await settled(console, clock);
    expect((await firstWaiting()).trouble?.differences).toEqual([
      { field: "owner", wanted: "c1@example.org", seen: "other@example.org", found: "third@example.org" },
    ]);
    expect(panel.effects).toEqual([]);
  });

  it("asks for every field, and only for a step in conflict", async () => {
    const id = await runIntoConflict();
    expect(await console.fault("action.resolve", { id, choices: {} })).toMatchObject({
      kind: "invalid-input",
      issues: [{ path: "choices.owner" }],
    });
    await console.call("action.resolve", { id, choices: { owner: "found" } });
    expect(await console.fault("action.resolve", { id, choices: { owner: "found" } })).toMatchObject({
      rule: "action-ended",
    });
  });

  it("switches off a server of unknown power once a person has said so", async () => {
    panel.servers.set(102, fakeServer(102, { power: "unknown" }));
    await console.call("server.set-power", { moduleId: sale.module.id, serverId: 102, power: "off" });
    await settled(console, clock);
    expect(panel.effects).toEqual([]);
    await console.call("action.resolve", { id: (await firstWaiting()).id, choices: { power: "wanted" } });
    await settled(console, clock);
    expect(panel.effects).toEqual(["power 102 off"]);
  });
});

describe("work that waits", () => {
  it("keeps its module, with the count", async () => {
    await orderWhileDown();
    expect(await console.fault("module.remove", { id: sale.module.id })).toEqual({
      kind: "not-allowed",
      rule: "work-waiting",
      message: "1 step has not gone out: 1 for dc-1. Let them go out or give them up first",
    });
  });

  it("stays in its profile only on purpose when another one is opened", async () => {
    const opened: string[] = [];
    await console.stop();
    const openProfile = (profile: string) => Promise.resolve(void opened.push(profile));
    console = await openTestConsole({ panels: panel, clock, directory: console.directory, openProfile });
    await console.start();
    await orderWhileDown();
    expect(await console.fault("profile.open", { profile: "practice" })).toMatchObject({
      rule: "work-waiting",
      message: "1 step has not gone out: 1 for dc-1. They stay in this profile and go out when it is opened again",
    });
    expect(opened).toEqual([]);
    await console.call("profile.open", { profile: "practice", evenIfWaiting: true });
    expect(opened).toEqual(["practice"]);
  });
});
