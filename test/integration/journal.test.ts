import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connect } from "../../db/open";
import { createRepositories } from "../../db/repositories";
import { recordChanges, untold } from "../../main/app/recorded-repositories";
import { calls } from "../../main/contract/calls";
import type { CallInput, CallName, CallOutput } from "../../main/contract/calls";
import { cardFor, openTestConsole, prepareSale, removeDirectory, setUpService } from "../builders/console";
import type { TestConsole } from "../builders/console";
import { createFakeClock } from "../builders/fake-clock";
import { createFakePanel, fakeServer } from "../builders/fake-panel";
import { readStored, tablesBesides, untoldChanges } from "../builders/journal-audit";
import { settled } from "../builders/settled";
import { allActions, firstPage } from "../db/list-filters";
import { walkCatalogue, walkDirectory } from "./journal-directory";
import { labelsAreOut, walkLabels } from "./journal-labels";
import { walkRacks } from "./journal-racks";

let clock = createFakeClock();
let panel = createFakePanel();
let console: TestConsole;

beforeEach(async () => {
  clock = createFakeClock();
  panel = createFakePanel();
  console = await openTestConsole({ panels: panel, clock });
  await console.start();
});

afterEach(async () => {
  await console.stop();
  await removeDirectory(console.directory);
});

/** Past the calls, which not everybody may make who is signed in on the way. */
const newest = () =>
  console.store.read(async ({ journal }) => (await journal.page({}, { offset: 0, limit: 200 })).rows);

/** Lets the steps and labels that can go out do so; one that somebody holds or has to decide, or whose panel is out of reach, stays with all behind it. */
async function quiet(): Promise<void> {
  await labelsAreOut(console.store);
  await settled(console, clock, async () => {
    const { rows } = await console.store.read(({ actions }) =>
      actions.page({ ...allActions, state: "unfinished" }, { ...firstPage, limit: 200 }),
    );
    const away = (await console.links()).filter(({ state }) => state === "down" || state === "off");
    const off = new Set(away.map(({ moduleId }) => moduleId));
    const stopped = rows.filter(
      ({ state, heldBy, moduleId }) =>
        state === "needs-attention" || heldBy !== null || (state === "waiting" && off.has(moduleId)),
    );
    const lanes = new Set(stopped.map(({ lane }) => lane));
    return rows.every(({ lane }) => lanes.has(lane));
  });
}

/** Tables that hold what is no business: the reason stands in `untold`. */
const quietTables = [
  "counters",
  "drafts",
  "form_drafts",
  "journal_entries",
  "label_keys",
  "message_reads",
  "mirror_addresses",
  "mirror_ages",
  "mirror_servers",
  "mirrors",
  "module_holds",
  "observations",
  "search_subjects",
  "service_counts",
  "task_counts",
  "print_job_contents",
];

/** Long enough that no hash, id or instant in the journal holds it by chance. */
const plantedPin = "471108152342";

/** Write calls that the walk below cannot make, or that change nothing in the profile. */
const notWalked: Partial<Record<CallName, string>> = {
  "profile.open": "needs a host with two profiles",
  "backup.restore": "needs a host that opens the store again; backups.test.ts looks at its entry",
  "module.trust": "needs a panel with a certificate; real-panel.test.ts",
  "backup.make": "makes a file",
  "mirror.refresh": "reads a copy again; test/integration/mirror.test.ts",
  "mirror.cancel": "stops reading a copy; test/integration/mirror.test.ts",
  "preference.set": "taste of the workstation",
  "store.dismiss-notice": "bookkeeping of the start",
  "message.mark-read": "a mark for one reader",
  "draft.save": "no change yet",
  "draft.discard": "no change yet",
  "form-draft.save": "no change yet",
  "form-draft.discard": "no change yet",
  "operator.lock": "changes nothing that is stored; sign-in.test.ts",
  "operator.sign-out": "changes nothing that is stored; sign-in.test.ts",
  "card.copy-password": "needs a clipboard",
  "profile.set-up": "needs a vault that keeps keys; vault-keeping.test.ts",
  "vault.unlock": "needs a vault that keeps keys; vault-keeping.test.ts",
  "vault.protect": "needs a vault that keeps keys; vault-keeping.test.ts",
  "vault.make-recovery-code": "needs a vault that keeps keys; vault-keeping.test.ts",
  "vault.rekey": "needs a vault that keeps keys; vault-keeping.test.ts",
};

describe("the journal and the store", () => {
  it("tells every change that any call makes, and no secret", async () => {
    const walked = new Set<CallName>();
    const gaps: string[] = [];
    const call = async <Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> => {
      walked.add(name);
      const before = await readStored(console.directory);
      const last = (await newest())[0]?.sequence ?? 0;
      const value = await console.call(name, input);
      await quiet();
      const told = (await newest()).filter((entry) => entry.sequence > last);
      const missing = untoldChanges(before, await readStored(console.directory), told);
      gaps.push(...missing.map((one) => `${name}: ${one}`));
      return value;
    };

    await walk(call);

    expect(gaps).toEqual([]);
    const writing = Object.entries(calls).filter(([, { effect }]) => effect === "write");
    const left = writing.map(([name]) => name).filter((name) => !walked.has(name as CallName) && !(name in notWalked));
    expect(left).toEqual([]);
    const all = JSON.stringify(await newest());
    for (const secret of ["s3cret", "planted-", "hunter2", "sealed:", "scrypt$", "rackside_", plantedPin])
      expect(all).not.toContain(secret);
    expect(await console.call("journal.verify", {})).toMatchObject({ broken: null });
  }, 120_000);

  it("knows every table", async () => {
    expect(await tablesBesides(console.directory, quietTables)).toEqual([]);
  });

  it("records every writing method of every repository or says why not", () => {
    const database = connect(":memory:", []);
    const proxied = Object.entries(createRepositories(database) as unknown as Record<string, object>);
    const plain = Object.fromEntries(proxied.map(([name, repository]) => [name, { ...repository }]));
    const repositories = plain as unknown as ReturnType<typeof createRepositories>;
    const recorded = recordChanges(repositories, () => undefined) as unknown as Record<string, Record<string, unknown>>;
    const silent = Object.entries(repositories as unknown as Record<string, Record<string, unknown>>).flatMap(
      ([name, repository]) =>
        Object.keys(repository)
          .filter((method) => !/^(find|get|list|page|count|last)/u.test(method))
          .filter((method) => recorded[name]?.[method] === repository[method])
          .map((method) => `${name}.${method}`),
    );
    expect(silent.sort()).toEqual(Object.keys(untold).sort());
    return database.destroy();
  });
});

type Call = <Name extends CallName>(name: Name, input: CallInput<Name>) => Promise<CallOutput<Name>>;

async function walk(call: Call): Promise<void> {
  const sale = await prepareSale(
    { call },
    { url: "http://127.0.0.1:1", username: "dc@example.net", password: "s3cret" },
  );
  await walkOperators(call);
  await walkDirectory(call, sale);
  await walkCatalogue(call, sale);
  await walkModules(call, sale);
  await walkRacks(call, sale);
  await walkService(call, sale);
  await walkLabels(call, sale);
  await walkSteps(call, sale);
}

type Sale = Awaited<ReturnType<typeof prepareSale>>;

/** Ends with Boris at work, whom the host vouches for: the token allows its calls only. */
async function walkOperators(call: Call): Promise<void> {
  const passphrase = (text: string) => ({ kind: "passphrase" as const, text });
  const anna = await call("operator.add", {
    name: "Anna",
    role: "administrator",
    secret: passphrase("planted-anna's passphrase"),
  });
  const boris = await call("operator.add", {
    name: "Boris",
    role: "technician",
    secret: { kind: "pin", text: plantedPin },
  });
  const present = "planted-second passphrase";
  await call("operator.set-own-secret", { present: "planted-anna's passphrase", secret: passphrase(present) });
  await call("operator.save", { ...boris, role: "administrator", secret: passphrase("planted-third passphrase") });
  await call("site-settings.set", { lockAfterMinutes: 3 });
  const spare = await call("token.add", { name: "spare", operatorId: anna.id, calls: ["task.list"] });
  await call("token.remove", { id: spare.token.id });
  const { text } = await call("token.add", { name: "nightly", operatorId: anna.id, calls: ["task.list"] });
  await call("operator.sign-in", { name: "Anna", secret: present });
  await call("operator.sign-in-by-token", { token: text });
  console.actAs("Boris");
}

async function walkModules(call: Call, { module, department, dataCentre }: Sale): Promise<void> {
  const place = { departmentId: department.id, dataCentreId: dataCentre.id };
  const connection = { url: "http://127.0.0.1:1", username: "dc@example.net", password: "planted-second" };
  const { id, revision, name, locationId, sort } = module;
  await call("module.save", {
    id,
    revision,
    ...place,
    name: `${name}-b`,
    connection,
    locationId,
    sort,
    isActive: true,
  });
  await call("module.refresh", { id });
  await call("module.compare", { id });
  await call("module.hold", { id });
  await call("module.release-hold", { id });
  const spare = await call("module.add", { ...place, type: "manual", name: "By hand" });
  await call("module.remove", { id: spare.id });
}

async function walkService(call: Call, sale: Sale): Promise<void> {
  const order = { tariffId: sale.tariff.id, customerId: sale.customer.id, periodMonths: 1 };
  const withdrawn = await call("order.place", order);
  await call("order.cancel", { serviceId: withdrawn.serviceId, reason: "Ordered twice" });
  const returned = await call("order.place", order);
  const accepted = await call("task.accept", { id: returned.taskId });
  await call("task.release", { id: accepted.id, revision: accepted.revision });
  const again = await call("task.accept", { id: returned.taskId });
  await call("card.save", { taskId: again.id, revision: 1, fields: { ...cardFor(102), password: "planted-card" } });
  await call("card.reveal", { taskId: again.id });

  const { serviceId } = await setUpService({ call }, sale, 101, { ip: 2 });
  const current = async () => (await call("service.get", { id: serviceId })).service;
  await call("service.suspend", { id: serviceId, revision: (await current()).revision });
  await call("service.resume", { id: serviceId, revision: (await current()).revision });
  await call("service.change", { id: serviceId, revision: (await current()).revision, amounts: { ip: 3 } });
  const closing = await call("service.close", { id: serviceId, revision: (await current()).revision });
  const task = await call("task.accept", { id: closing.taskId });
  await call("task.close", { id: task.id, revision: task.revision });
}

async function walkSteps(call: Call, sale: Sale): Promise<void> {
  const { module } = sale;
  const server = { moduleId: module.id, serverId: 103 };
  const unended = async () => (await call("action.list", {})).rows.at(-1)?.id ?? "";
  await call("server.set-power", { ...server, power: "off" });
  const bmc = { to: "ipmi", address: "10.0.0.9", username: "ADMIN", password: "planted-bmc" } as const;
  await call("server.add-connection", { ...server, connection: bmc });
  const [cable] = (await call("server.get", server)).facts.switchConnections;
  await call("server.remove-connection", { ...server, to: "switch", connectionId: cable?.connectionId ?? 1 });

  const other = { moduleId: module.id, serverId: 102 };
  await call("server.get", other);
  panel.servers.set(102, fakeServer(102, { ownerEmail: "other@example.org" }));
  await call("server.set-owner", { ...other, ownerEmail: "c1@example.org" });
  await call("action.resolve", { id: await unended(), choices: { owner: "found" } });

  panel.mishap = () => ({ kind: "not-sent", isCarriedOut: false });
  await call("link.probe", { id: module.id });
  await call("server.set-owner", { ...other, ownerEmail: "c2@example.org" });
  await call("action.hold", { id: await unended() });
  await call("action.release-hold", { id: await unended() });
  await call("action.edit", { id: await unended(), edit: { kind: "set-owner", ownerEmail: null } });
  await call("action.retry", { id: await unended() });
  await call("action.discard", { id: await unended(), reason: "Not wanted" });
  panel.mishap = () => undefined;
  await call("link.probe", { id: module.id });
  await walkTaskTrouble(call, sale);
}

/** The panel refuses a step of closing out, once and again, and somebody carries it out there. */
async function walkTaskTrouble(call: Call, sale: Sale): Promise<void> {
  panel.servers.set(104, fakeServer(104));
  const { serviceId } = await setUpService({ call }, sale, 104, { ip: 2 });
  panel.mishap = (name) => (name === "setPower" ? { kind: "refused", isCarriedOut: false } : undefined);
  const { service } = await call("service.get", { id: serviceId });
  const { taskId: closingId } = await call("service.close", { id: serviceId, revision: service.revision });
  const accepted = await call("task.accept", { id: closingId });
  await call("task.close", { id: closingId, revision: accepted.revision });
  await call("task.retry", { id: closingId });
  const { task } = await call("task.get", { id: closingId });
  await call("task.finish-by-hand", { id: closingId, revision: task.revision, reason: "Switched off on the panel" });
  panel.mishap = () => undefined;
  const order = { tariffId: sale.tariff.id, customerId: sale.customer.id, periodMonths: 1 };
  const created = await call("order.place", order);
  await call("task.accept", { id: created.taskId });
  await call("server.create", {
    taskId: created.taskId,
    server: { name: "client-two-1", locationId: 3, rackId: 7, units: [21] },
  });
}
