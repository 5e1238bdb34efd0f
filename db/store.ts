import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import type { Knex } from "knex";
import type { JournalVia } from "../main/contract/shapes/journal";
import type { Store } from "../main/ports/store";
import { backUpFile, type BackupFile, type BackupPlace } from "./backup";
import { asStoreFailure } from "./errors";
import { createPrivateFile } from "./files";
import { migrate } from "./migrate";
import { openReader, openWriter } from "./open";
import { ensureProfileId } from "./profile-id";
import { createRepositories } from "./repositories";
import { chooseCheck, createBackgroundCheck, liftSuspicion, type Verdict } from "./soundness";
import { createWriteQueue } from "./write-queue";

export interface StoreOptions extends BackupPlace {
  readonly file: string;
  /** What the program is used through; the journal tells it of a restore. */
  readonly via?: JournalVia;
  /** A larger file is opened after a look at its schema, and read whole by `check`. */
  readonly wholeCheckBytes?: number;
}

/** The store on its file, for whoever looks after the file. */
export interface FileStore extends Store {
  readonly profileId: string;
  /** A number that is another one after something was committed. */
  changeMark(): Promise<number>;
  /** Backs the file up as it is now, while reads and writes go on. */
  backUp(): Promise<BackupFile>;
  /** Whether the file was read whole at its opening. */
  readonly isChecked: boolean;
  /** Reads the file whole while work goes on. A damaged one is checked before it is used the next time, and then restored. */
  check(): Promise<Verdict>;
}

/**
 * Opens the profile's database, creating or migrating it. The caller holds the profile lock.
 * Throws StoreFailure `corrupt`, `newer-file`, `read-only`, `busy`, `full` or `disk-error`.
 */
export async function openStore(options: StoreOptions): Promise<FileStore> {
  const { writer, profileId, isChecked } = await openMigrated(options);
  const reader = openReader(options.file);
  const readRepositories = createRepositories(reader);
  const write = createWriteQueue(writer);
  const backgroundCheck = createBackgroundCheck(options.file);
  let lastBackup: Promise<unknown> = Promise.resolve();

  async function close(): Promise<void> {
    await write(() => Promise.resolve());
    await backgroundCheck.end();
    await lastBackup;
    await Promise.all([reader.destroy(), writer.destroy()]);
  }

  let closed: Promise<void> | undefined;
  return {
    profileId,
    isChecked,
    check: () => backgroundCheck.run(),
    read: (work) => work(readRepositories),
    write,
    changeMark: () => readChangeMark(reader),
    backUp() {
      const made = lastBackup.then(() => backUpFile(options.file, options));
      lastBackup = made.catch(() => undefined);
      return made;
    },
    close: () => (closed ??= close()),
  };
}

async function readChangeMark(reader: Knex): Promise<number> {
  const [row] = await reader.raw<readonly { readonly data_version: number }[]>("PRAGMA data_version");
  return row?.data_version ?? 0;
}

interface Opened {
  readonly writer: Knex;
  readonly profileId: string;
  readonly isChecked: boolean;
}

async function openMigrated(options: StoreOptions): Promise<Opened> {
  try {
    await mkdir(dirname(options.file), { recursive: true, mode: 0o700 });
    await createPrivateFile(options.file);
    const check = await chooseCheck(options.file, options.wholeCheckBytes);
    const writer = await openWriter(options.file, check.run);
    try {
      await migrate(writer, options);
      if (check.isWhole) await liftSuspicion(options.file);
      return { writer, profileId: await ensureProfileId(writer), isChecked: check.isWhole };
    } catch (error) {
      await writer.destroy();
      throw error;
    }
  } catch (error) {
    throw asStoreFailure(error);
  }
}
