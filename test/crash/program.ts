/**
 * The program under test, as a process of its own: the real store, courier, client and use cases on a profile folder, operated at full speed by
 * `shift.ts`. It tells its parent what was acknowledged and dies where it is told to, if the parent does not kill it before.
 */
import { writeSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import sqlite3 from "sqlite3";
import { listBackups } from "../../db/backup";
import { lockProfile } from "../../db/profile-lock";
import { openSoundStore } from "../../db/recover";
import { exchange, prepareBackup } from "../../db/restore";
import type { StoreOptions } from "../../db/store";
import { makeUuid7 } from "../../main/adapters/ids";
import { createScryptHasher } from "../../main/adapters/scrypt-hasher";
import { systemClock } from "../../main/adapters/clock";
import { composeConsole } from "../../main/compose";
import type { Clock, Log } from "../../main/ports/host";
import { createLabelParts } from "../../main/profile/label-parts";
import { createPanelConnector } from "../../main/remote/connector";
import { createOpenVault } from "../builders/vault";
import { operator, sealForTest } from "./assignment";
import type { Assignment, ChildLine, CommitPoint } from "./assignment";
import { watchPanels, watchStore } from "./commit-points";
import { drain, work } from "./shift";
import type { Workplace } from "./shift";

const clockSpeed = 20;
const silence = () => undefined;
const log: Log = {
  debug: silence,
  info: silence,
  warn: silence,
  error: (event, details) => process.stderr.write(`${event} ${String(details?.["error"])}\n`),
};

/** A pipe that is written to without waiting keeps every line although the writer is killed. */
function tell(line: ChildLine): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}

function createReaper({ death }: Assignment): (point: CommitPoint) => void {
  let left = death?.after ?? 0;
  return (point) => {
    if (point === death?.point && (left -= 1) <= 0) process.kill(process.pid, "SIGKILL");
  };
}

/** The clock of a hurried world: what takes the courier a minute takes three seconds. */
function createFastClock(epoch: number): Clock {
  return {
    now: () => Math.round(epoch + (Date.now() - epoch) * clockSpeed),
    timeZone: () => "UTC",
    schedule(delayMs, perform) {
      const timer = setTimeout(perform, Math.max(0, delayMs) / clockSpeed);
      return () => {
        clearTimeout(timer);
      };
    },
  };
}

/** The store asks for full synchronisation when it connects; this takes it back, to see the test fail. */
function weakenDriver(synchronous: Assignment["synchronous"]): void {
  if (synchronous === "FULL") return;
  const { prototype } = sqlite3.Database;
  const original = prototype.exec;
  prototype.exec = function (sql: string, done) {
    return original.call(this, sql.replace("synchronous=FULL", `synchronous=${synchronous}`), done);
  };
}

async function run(assignment: Assignment): Promise<void> {
  const { directory, mode } = assignment;
  weakenDriver(assignment.synchronous);
  const reach = createReaper(assignment);
  const lock = await lockProfile(directory);
  const file = join(directory, "rackside.sqlite");
  const place = { file, backupDirectory: join(directory, "backups"), now: Date.now };
  if (assignment.restores) await restoreOwnBackup(place);
  const opened = await openSoundStore(place);
  tell({ is: "opened" });
  await permission();

  const store = await watchStore(opened, tell, reach);
  const limits = { deadlineMs: 400, signInDeadlineMs: 400, connectTimeoutMs: 300, asleepTries: 3, asleepDelayMs: 5 };
  const console = composeConsole({
    store,
    backups: {
      list: () => listBackups(place.backupDirectory),
      make: () => opened.backUp(),
      restore: () => Promise.reject(new Error("A life that restores does so before it opens")),
    },
    panels: watchPanels(createPanelConnector({ log, limits }), reach),
    vault: createOpenVault({ seal: sealForTest }),
    hasher: createScryptHasher(),
    clock: createFastClock(assignment.epoch),
    makeId: makeUuid7,
    log,
    operator: { name: operator, role: "administrator", onlyCalls: null },
    ...createLabelParts({ directory, clock: systemClock, desk: { open: undefined } }),
    host: {
      kind: "command-line",
      workstation: "bench-1",
      version: "0.0.0",
      runtime: `Node ${process.versions.node}`,
      profile: "site",
      profileDirectory: directory,
      copySecret: undefined,
      openProfile: undefined,
    },
  });
  const workplace: Workplace = {
    console,
    tell,
    reach,
    seed: assignment.seed,
    panel: assignment.panel,
    backUp: async () => (await opened.backUp()).file,
  };
  await console.start();
  if (mode === "work") return work(workplace);
  await drain(workplace);
  await console.stop();
  await lock.release();
}

/** Takes the way of a restore with a backup that is as new as the profile itself. */
async function restoreOwnBackup(place: StoreOptions): Promise<void> {
  const store = await openSoundStore(place);
  const backup = await store.backUp();
  await store.close();
  const restoring = { file: place.file, at: place.now(), operator, call: "backup.restore", notice: null };
  const prepared = await prepareBackup(backup, store.profileId, restoring);
  await exchange(place.file, prepared, `${place.file}.before-restore`);
}

/** The parent looks at the profile first and then says go. */
async function permission(): Promise<void> {
  const lines = createInterface({ input: process.stdin });
  await new Promise((resolve) => lines.once("line", resolve));
  lines.close();
  process.stdin.unref();
}

// Written by the parent as an Assignment.
run(JSON.parse(process.argv[2] ?? "{}") as Assignment).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(70);
});
