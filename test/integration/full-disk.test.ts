import { execFileSync, spawn, spawnSync } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { connect } from "../../db/open";
import { checkFile } from "../../db/check";
import type { CallInput, CallName, CallOutput } from "../../main/contract/calls";
import type { Result } from "../../main/contract/faults";
import { startDcimanagerSimulator } from "../../simulator/dcimanager6/simulator";
import { cardFor, prepareSale, removeDirectory } from "../builders/console";
import type { TestConsole } from "../builders/console";
import { testPassphrase } from "../builders/operators";
import { buildChildProgram } from "../db/child";

let program: Awaited<ReturnType<typeof buildChildProgram>>;
beforeAll(async () => {
  program = await buildChildProgram(new URL("full-disk-program.ts", import.meta.url));
});
afterAll(() => program.remove());

interface Disk {
  readonly name: string;
  readonly isAvailable: boolean;
  /** The command that runs the program on this disk. */
  command(profile: string): readonly [string, readonly string[]];
  fill(child: ChildProcess): Promise<void>;
  free(child: ChildProcess): Promise<void>;
  /** The kind of failure that SQLite reports: its own for a full disk, an input or output error for a quota. */
  readonly message: RegExp;
}

const mount = (directory: string, size: string) => `mount -t tmpfs -o size=${size} none ${directory}`;

/** A small file system that only the child sees; SQLite reports it as full. */
const smallDisk: Disk = {
  name: "full",
  isAvailable: spawnSync("unshare", ["-rm", "sh", "-c", mount(tmpdir(), "1m")]).status === 0,
  command: (profile) => [
    "unshare",
    ["-rm", "sh", "-c", `${mount(profile, "4m")} && exec "$0" "$@"`, process.execPath, program.file, profile],
  ],
  fill: async (child) => void (await ask(child, "fill", {})),
  free: async (child) => void (await ask(child, "free", {})),
  message: /disk is full: nothing was stored/,
};

/** No file of the child may grow; SQLite reports an error of input and output, as it does for a quota. */
const usedUpQuota: Disk = {
  name: "over its quota",
  isAvailable: spawnSync("prlimit", ["--version"]).status === 0,
  command: (profile) => [process.execPath, [program.file, profile]],
  fill: async (child) => limitFileSize(child, "1"),
  free: async (child) => limitFileSize(child, "unlimited"),
  message: /disk did not take the data: nothing was stored/,
};

function limitFileSize(child: ChildProcess, limit: string): void {
  execFileSync("prlimit", ["--pid", String(child.pid), `--fsize=${limit}:unlimited`]);
}

async function ask(child: ChildProcess, name: string, input: unknown): Promise<unknown> {
  const answered = once(child, "message");
  child.send({ name, input });
  const [message] = (await answered) as [{ answer: unknown }];
  return message.answer;
}

async function openOn(disk: Disk) {
  const directory = await mkdtemp(join(tmpdir(), "rackside-disk-"));
  onTestFinished(() => removeDirectory(directory));
  const profile = join(directory, "profile");
  await mkdir(profile);
  const [command, words] = disk.command(profile);
  const child = spawn(command, words, { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const exited = once(child, "exit");
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await exited;
  });
  await once(child, "message");
  const dispatch = async (name: string, input: unknown) => (await ask(child, name, input)) as Result<unknown>;
  const call = async <Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> => {
    const result = await dispatch(name, input);
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.fault)}`);
    return result.value as CallOutput<Name>;
  };
  return { child, profile, dispatch, call };
}

/** An accepted task with an empty card. */
async function acceptedTask(call: TestConsole["call"]): Promise<string> {
  const panel = await startDcimanagerSimulator();
  onTestFinished(() => panel.stop());
  const connection = { url: panel.url, username: "dc@example.net", password: "s3cret" };
  const sale = await prepareSale({ call }, connection);
  const order = { tariffId: sale.tariff.id, customerId: sale.customer.id, periodMonths: 1 };
  const { taskId } = await call("order.place", order);
  await call("task.accept", { id: taskId });
  return taskId;
}

describe.each([smallDisk, usedUpQuota])("on a disk that is $name", (disk) => {
  it.skipIf(!disk.isAvailable)("nothing is half stored, and writing works again without a restart", async () => {
    const { child, call, dispatch, profile } = await openOn(disk);
    await call("department.add", { name: "Before" });
    await disk.fill(child);
    for (let attempt = 0; attempt < 40; attempt += 1) {
      const refused = await dispatch("department.add", { name: "x".repeat(60) });
      if (refused.ok) continue;
      expect(refused.fault).toMatchObject({ kind: "unavailable", system: "store", retryable: true });
      expect(refused.fault.message).toMatch(disk.message);
    }
    const stored = (await call("department.list", {})).length;
    const journal = async () => (await call("journal.list", { limit: 200 })).total;
    expect(stored).toBeLessThan(41);
    expect(await journal()).toBe(stored);
    await disk.free(child);
    await call("department.add", { name: "After" });
    expect(await call("department.list", {})).toHaveLength(stored + 1);
    expect(await journal()).toBe(stored + 1);
    await ask(child, "stop", {});
    if (disk === usedUpQuota) {
      const database = connect(join(profile, "rackside.sqlite"), []);
      onTestFinished(() => database.destroy());
      await checkFile(database, profile);
    }
  });

  it.skipIf(!disk.isAvailable)("a draft stays in memory until there is room again", async () => {
    const { child, call, dispatch } = await openOn(disk);
    const taskId = await acceptedTask(call);
    await disk.fill(child);
    let typed = 0;
    let saved = await call("draft.save", { taskId, fields: cardFor(101, "text 0") });
    // A full disk may still have room inside files that are there already.
    while (!saved.isKeptInMemory && typed < 200) {
      typed += 1;
      saved = await call("draft.save", { taskId, fields: cardFor(101, `${"long ".repeat(200)} ${String(typed)}`) });
    }
    expect(saved.isKeptInMemory).toBe(true);
    const fields = cardFor(101, "the last word");
    expect(await call("draft.save", { taskId, fields })).toMatchObject({ fields, isKeptInMemory: true });
    expect((await call("task.get", { id: taskId })).draft).toMatchObject({ fields, isKeptInMemory: true });
    expect((await call("store.report", {})).draftsInMemory).toBe(1);
    expect(await dispatch("backup.restore", { name: "rackside-2026-01-01T00-00-00-000Z.sqlite" })).toMatchObject({
      fault: { rule: "drafts-in-memory" },
    });
    await disk.free(child);
    await vi.waitFor(async () => expect((await call("store.report", {})).draftsInMemory).toBe(0), { timeout: 15_000 });
    const { draft } = await call("task.get", { id: taskId });
    expect(draft?.fields).toEqual(fields);
    expect(draft?.isKeptInMemory).toBeUndefined();
  });

  it.skipIf(!disk.isAvailable)("a console that was locked opens again, and wrong attempts are counted", async () => {
    const { child, call, dispatch } = await openOn(disk);
    await disk.fill(child);
    // A full disk may still have room inside files that are there already.
    await vi.waitFor(async () => expect((await dispatch("department.add", { name: "x".repeat(60) })).ok).toBe(false));
    await call("operator.lock", {});
    expect(await dispatch("task.list", {})).toMatchObject({ fault: { kind: "signed-out", access: "locked" } });
    const attempt = (secret: string) => dispatch("operator.sign-in", { name: "Anna", secret });
    expect(await attempt("wrong")).toMatchObject({ fault: { kind: "wrong-secret", blockedUntil: null } });
    expect(await attempt(testPassphrase)).toMatchObject({ ok: true });
    expect((await dispatch("task.list", {})).ok).toBe(true);
    for (let wrong = 0; wrong < 3; wrong += 1) await attempt("wrong");
    expect(await attempt("wrong")).toMatchObject({ fault: { blockedUntil: expect.any(Number) as number } });
    expect(await attempt(testPassphrase)).toMatchObject({ fault: { kind: "wrong-secret" } });
  });

  it.skipIf(!disk.isAvailable)("what is typed into a form stays in memory too, and goes with the form", async () => {
    const { child, call } = await openOn(disk);
    await disk.fill(child);
    const type = (text: string) => call("form-draft.save", { form: "order", body: JSON.stringify({ text }) });
    let typed = 0;
    let saved = await type("text 0");
    while (!saved.isKeptInMemory && typed < 200) {
      typed += 1;
      saved = await type(`${"long ".repeat(200)} ${String(typed)}`);
    }
    expect(saved.isKeptInMemory).toBe(true);
    await type("the last word");
    const kept = async () => (await call("form-draft.get", { form: "order" }))?.body;
    expect(await kept()).toBe(JSON.stringify({ text: "the last word" }));
    expect((await call("store.report", {})).draftsInMemory).toBe(1);
    await disk.free(child);
    await vi.waitFor(async () => expect((await call("store.report", {})).draftsInMemory).toBe(0), { timeout: 15_000 });
    expect(await kept()).toBe(JSON.stringify({ text: "the last word" }));
    await call("form-draft.discard", { form: "order" });
    expect(await kept()).toBeUndefined();
  });
});
