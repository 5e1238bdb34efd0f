import { mkdtemp, readFile, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { connect } from "../../db/open";
import type { CallInput, CallName, CallOutput } from "../../main/contract/calls";
import type { ConsoleEvent } from "../../main/contract/events";
import type { Fault } from "../../main/contract/faults";
import type { Console } from "../../main/compose";
import { backUpRegularly } from "../../main/profile/automatic-backups";
import { openProfile } from "../../main/profile/open-profile";
import { startDcimanagerSimulator } from "../../simulator/dcimanager6/simulator";
import { prepareSale, removeDirectory, setUpService, silentLog } from "../builders/console";
import type { TestConsole } from "../builders/console";
import { createFakeClock } from "../builders/fake-clock";
import { enrol } from "../builders/operators";
import { createOpenVault } from "../builders/vault";

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "rackside-backups-"));
});

afterEach(() => removeDirectory(directory));

/** Its store is the profile's own matter. */
type ProfileConsole = Omit<TestConsole, "store">;

/** The profile as both hosts open it, closed when the test has ended. */
async function open(folder = directory): Promise<ProfileConsole> {
  await enrol(folder, "Anna", "Boris");
  const console: Console = await openProfile({
    directory: folder,
    profile: "site",
    vault: createOpenVault(),
    log: silentLog,
    hostKind: "command-line",
    version: "0.0.0",
    runtime: "test",
    operator: "Anna",
  });
  onTestFinished(() => console.stop());
  return {
    ...console,
    directory: folder,
    actAs(name, role = "administrator") {
      console.vouchFor({ name, role, onlyCalls: null });
    },
    async call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> {
      const result = await console.dispatch(name, input);
      if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.fault)}`);
      return result.value as CallOutput<Name>;
    },
    async fault(name, input): Promise<Fault> {
      const result = await console.dispatch(name, input);
      if (result.ok) throw new Error(`${name} succeeded`);
      return result.fault;
    },
  };
}

async function departments(console: ProfileConsole): Promise<string[]> {
  return (await console.call("department.list", {})).map(({ name }) => name);
}

async function panelWithSale(console: ProfileConsole) {
  const panel = await startDcimanagerSimulator({ timings: { allocateMs: 1, powerMs: 1, portMs: 1, releaseMs: 1 } });
  onTestFinished(() => panel.stop());
  const sale = await prepareSale(console, { url: panel.url, username: "dc@example.net", password: "s3cret" });
  return { panel, sale };
}

async function changeFile(file: string, statement: string): Promise<void> {
  const database = connect(file, []);
  await database.raw(statement);
  await database.destroy();
}

describe("a restore", () => {
  it("goes back to the backup, and the state that it replaces is a backup too", async () => {
    const console = await open();
    await console.call("department.add", { name: "Before" });
    const backup = await console.call("backup.make", {});
    await console.call("department.add", { name: "After" });
    const { present } = await console.call("backup.restore", { name: backup.name });
    expect(await departments(console)).toEqual(["Before"]);
    await console.call("backup.restore", { name: present.name });
    expect((await departments(console)).sort()).toEqual(["After", "Before"]);
    const { rows } = await console.call("journal.list", {});
    expect(rows[0]).toMatchObject({ operator: "Anna", call: "backup.restore" });
    expect(await readdir(directory)).not.toContain("rackside.sqlite.replaced");
  });

  it("tells the window to forget what it showed, keeps the operator and goes on working", async () => {
    const console = await open();
    const events: ConsoleEvent[] = [];
    console.subscribe((event) => events.push(event));
    await console.start();
    const backup = await console.call("backup.make", {});
    console.actAs("Boris");
    await console.call("backup.restore", { name: backup.name });
    expect(events.at(-1)).toEqual({ name: "profile.opened" });
    await console.call("department.add", { name: "Later" });
    expect(events.at(-1)).toMatchObject({ name: "records.changed" });
    expect((await console.call("console.describe", {})).operator).toBe("Boris");
  });

  it("leaves a step that was carried out after the backup to a look at the panel, which does not do it twice", async () => {
    const console = await open();
    const { panel, sale } = await panelWithSale(console);
    const { serviceId } = await setUpService(console, sale, 101, { ip: 2 });
    const backup = await console.call("backup.make", {});
    await console.start();
    await console.drain();
    const assigned = () => panel.site.addresses.filter((address) => address.serverId === 101).length;
    const before = assigned();
    expect(before).toBeGreaterThan(0);
    await console.call("backup.restore", { name: backup.name });
    await console.drain();
    expect(assigned()).toBe(before);
    expect((await console.call("service.get", { id: serviceId })).service.state).toBe("active");
  });

  it("is refused while a step is being sent", async () => {
    let console = await open();
    const { sale } = await panelWithSale(console);
    await setUpService(console, sale, 101, { ip: 1 });
    const { name } = await console.call("backup.make", {});
    await console.stop();
    await changeFile(join(directory, "rackside.sqlite"), "UPDATE actions SET state = 'sending'");
    console = await open();
    expect(await console.fault("backup.restore", { name })).toMatchObject({ rule: "steps-sending" });
  });

  it("is refused whole for a backup that is damaged, of another profile, newer or not there", async () => {
    const console = await open();
    await console.call("department.add", { name: "Present" });
    const other = await open(join(directory, "other"));
    const foreign = await other.call("backup.make", {});
    const damaged = await console.call("backup.make", {});
    const newer = await console.call("backup.make", {});
    const backups = join(directory, "backups");
    const takenOver = "rackside-2030-01-01T00-00-00-000Z.sqlite";
    await writeFile(join(backups, takenOver), await readFile(join(directory, "other", "backups", foreign.name)));
    await writeFile(join(backups, damaged.name), "no database");
    await changeFile(join(backups, newer.name), "INSERT INTO knex_migrations (name) VALUES ('9999-future')");
    const before = await readdir(backups);
    const refusals = [
      [
        takenOver,
        { rule: "backup-other-profile", message: `${takenOver} is a backup of another profile. Nothing was changed` },
      ],
      [damaged.name, { rule: "backup-damaged" }],
      [newer.name, { rule: "backup-newer-version" }],
      ["rackside-2020-01-01T00-00-00-000Z.sqlite", { kind: "not-found", entity: "backup" }],
    ] as const;
    for (const [name, fault] of refusals) expect(await console.fault("backup.restore", { name })).toMatchObject(fault);
    expect(await console.fault("backup.restore", { name: "../lock.sqlite" })).toMatchObject({ kind: "invalid-input" });
    expect(await departments(console)).toEqual(["Present"]);
    expect(await readdir(backups)).toEqual(before);
    expect(await readdir(directory)).not.toContain("rackside.sqlite.restoring");
  });
});

describe("at the start", () => {
  it("a backup is made, and a start soon after makes no other", async () => {
    const first = await open();
    await vi.waitFor(async () => expect(await first.call("backup.list", {})).toHaveLength(1));
    await first.stop();
    const second = await open();
    await second.stop();
    expect(await readdir(join(directory, "backups"))).toHaveLength(1);
  });

  it("a damaged database is told about until somebody dismisses it", async () => {
    const first = await open();
    await first.call("department.add", { name: "Backed up" });
    const { madeAt } = await first.call("backup.make", {});
    expect((await first.call("store.report", {})).notice).toBeNull();
    await first.stop();
    const file = join(directory, "rackside.sqlite");
    await writeFile(file, (await readFile(file)).fill(0xa5, 4096));

    const second = await open();
    expect(await departments(second)).toEqual(["Backed up"]);
    const { notice } = await second.call("store.report", {});
    expect(notice).toMatchObject({ kind: "restored-from-backup", backupAt: madeAt });
    expect(await readdir(directory)).toContain(notice?.setAside);
    await second.stop();

    const third = await open();
    expect((await third.call("store.report", {})).notice).toEqual(notice);
    await third.call("store.dismiss-notice", {});
    expect((await third.call("store.report", {})).notice).toBeNull();
  });
});

describe("while the program runs", () => {
  const minuteMs = 60_000;

  function regularBackups(newestAgeMs: number | null, isFull = false) {
    const clock = createFakeClock();
    const made: number[] = [];
    const state = { mark: 1, isFull };
    const madeAt = clock.now() - (newestAgeMs ?? 0);
    const start = clock.now();
    const end = backUpRegularly({
      isSound: Promise.resolve(true),
      clock,
      log: silentLog,
      changeMark: () => Promise.resolve(state.mark),
      backups: {
        list: () => Promise.resolve(newestAgeMs === null ? [] : [{ name: "newest", madeAt, sizeBytes: 1 }]),
        make() {
          if (state.isFull) return Promise.reject(new Error("The disk is full"));
          const backup = { name: "made", madeAt: clock.now(), sizeBytes: 1 };
          made.push((clock.now() - start) / minuteMs);
          return Promise.resolve(backup);
        },
      },
    });
    onTestFinished(end);
    /** Minute by minute, and each time the round that fell due comes to its end. */
    const pass = async (minutes: number): Promise<void> => {
      for (let minute = 0; minute < minutes; minute += 1) {
        await new Promise((resolve) => setImmediate(resolve));
        clock.advance(minuteMs);
      }
      await new Promise((resolve) => setImmediate(resolve));
    };
    return { made, state, pass };
  }

  it("a backup is made every 15 minutes, only when something changed", async () => {
    const { made, state, pass } = regularBackups(null);
    await pass(14);
    state.mark = 2;
    await pass(20);
    state.mark = 3;
    await pass(30);
    expect(made).toEqual([0, 15, 45]);
  });

  it("the first one comes 15 minutes after the newest, even when the program was started in between", async () => {
    const { made, pass } = regularBackups(10 * minuteMs);
    await pass(20);
    expect(made).toEqual([5]);
  });

  it("one that failed is tried again", async () => {
    const { made, state, pass } = regularBackups(null, true);
    await pass(1);
    state.isFull = false;
    await pass(60);
    expect(made).toEqual([15]);
  });
});
