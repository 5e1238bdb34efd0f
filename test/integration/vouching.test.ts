import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import type { Console } from "../../main/compose";
import type { CallInput, CallName, CallOutput } from "../../main/contract/calls";
import { openProfile } from "../../main/profile/open-profile";
import { removeDirectory, silentLog } from "../builders/console";
import { enrol, testPassphrase } from "../builders/operators";
import { createOpenVault } from "../builders/vault";

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "rackside-vouching-"));
  await enrol(directory, "Anna", "Boris");
});

afterEach(() => removeDirectory(directory));

/** The profile as a host opens it that vouches for the operator. */
async function open(operator?: string, profile: "site" | "practice" = "site"): Promise<Console> {
  const console = await openProfile({
    directory,
    profile,
    vault: createOpenVault(),
    log: silentLog,
    hostKind: "window",
    version: "0.0.0",
    runtime: "test",
    ...(operator !== undefined && { operator }),
  });
  onTestFinished(() => console.stop());
  return console;
}

async function call<Name extends CallName>(console: Console, name: Name, input: CallInput<Name>) {
  const result = await console.dispatch(name, input);
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.fault)}`);
  return result.value as CallOutput<Name>;
}

const accessOf = async (console: Console) => {
  const { access, operator, role } = await call(console, "console.describe", {});
  return [access, operator, role];
};

async function save(console: Console, name: string, changes: Partial<CallInput<"operator.save">>): Promise<void> {
  const found = (await call(console, "operator.list", {})).find((one) => one.name === name);
  if (!found) throw new Error(`There is no ${name}`);
  const { id, revision, role, isActive } = found;
  await call(console, "operator.save", { id, revision, role, isActive, ...changes });
}

describe("a site profile", () => {
  it("has nobody signed in whom nobody vouches for, nor a name that it does not have", async () => {
    const first = await open();
    expect(await accessOf(first)).toEqual(["signed-out", "", null]);
    await first.stop();
    expect(await accessOf(await open("Eve"))).toEqual(["signed-out", "", null]);
  });

  it("gives whom the host vouches for the role that it has for them, and nothing once they were switched off", async () => {
    const first = await open("anna");
    expect(await accessOf(first)).toEqual(["signed-in", "Anna", "administrator"]);
    await save(first, "Boris", { role: "auditor" });
    await first.stop();
    const second = await open("Boris");
    expect(await accessOf(second)).toEqual(["signed-in", "Boris", "auditor"]);
    await call(second, "operator.sign-in", { name: "Anna", secret: testPassphrase });
    await save(second, "Boris", { isActive: false });
    await second.stop();
    expect(await accessOf(await open("Boris"))).toEqual(["signed-out", "", null]);
  });
});

describe("after a restore", () => {
  it("whoever was signed in has the role of the restored profile", async () => {
    const console = await open("Anna");
    await save(console, "Boris", { role: "auditor" });
    const { name } = await call(console, "backup.make", {});
    await save(console, "Boris", { role: "administrator" });
    await call(console, "operator.sign-in", { name: "Boris", secret: testPassphrase });
    await call(console, "backup.restore", { name });
    expect(await accessOf(console)).toEqual(["signed-in", "Boris", "auditor"]);
  });

  it("whom the restored profile does not have is signed out", async () => {
    const console = await open("Anna");
    const { name } = await call(console, "backup.make", {});
    const secret = { kind: "passphrase", text: testPassphrase } as const;
    await call(console, "operator.add", { name: "Clara", role: "administrator", secret });
    await call(console, "operator.sign-in", { name: "Clara", secret: testPassphrase });
    await call(console, "backup.restore", { name });
    expect(await accessOf(console)).toEqual(["signed-out", "", null]);
    expect(await call(console, "operator.sign-in", { name: "Anna", secret: testPassphrase })).toEqual({
      operator: "Anna",
      role: "administrator",
    });
  });

  it("a script is limited to its token's calls as before", async () => {
    const console = await open("Anna");
    const [anna] = await call(console, "operator.list", {});
    const calls: CallName[] = ["backup.restore", "department.list"];
    const { text } = await call(console, "token.add", { name: "cron", operatorId: anna?.id ?? "", calls });
    const { name } = await call(console, "backup.make", {});
    await call(console, "operator.sign-in-by-token", { token: text });
    await call(console, "backup.restore", { name });
    expect(await console.dispatch("department.list", {})).toMatchObject({ ok: true });
    expect(await console.dispatch("task.list", {})).toMatchObject({ fault: { rule: "token" } });
  });
});

describe("the site's settings", () => {
  it("have the console lock after ten minutes unless the administrator decides otherwise", async () => {
    const console = await open("Anna");
    const lockOf = async () => (await call(console, "console.describe", {})).lockAfterMinutes;
    expect(await lockOf()).toBe(10);
    expect(await call(console, "site-settings.set", { lockAfterMinutes: null })).toEqual({ lockAfterMinutes: null });
    expect(await lockOf()).toBeNull();
    expect(await call(console, "site-settings.set", {})).toEqual({ lockAfterMinutes: null });
    expect(await console.dispatch("site-settings.set", { lockAfterMinutes: 0 })).toMatchObject({
      fault: { kind: "invalid-input", issues: [{ path: "lockAfterMinutes" }] },
    });
    const { rows } = await call(console, "journal.list", { call: "site-settings.set" });
    expect(rows.at(-1)?.summary).toBe("The console locks by hand only");
  });
});

describe("a practice profile", () => {
  it("begins with its administrator, and everybody signs in with the PIN that its screen tells", async () => {
    directory = join(directory, "practice");
    const console = await open(undefined, "practice");
    expect(await accessOf(console)).toEqual(["signed-in", "Site administrator", "administrator"]);
    const offers = await call(console, "operator.offers", {});
    expect(offers.map(({ name, role }) => `${name}, ${role}`)).toEqual([
      "Anna, technician",
      "Boris, technician",
      "Clara, auditor",
      "Site administrator, administrator",
    ]);
    for (const { name } of offers)
      expect(await call(console, "operator.sign-in", { name, secret: "1234" })).toMatchObject({ operator: name });
    await console.stop();
    expect(await accessOf(await open("Boris", "practice"))).toEqual(["signed-in", "Boris", "technician"]);
  }, 60_000);
});
