import knex, { type Knex } from "knex";
import sqlite3 from "sqlite3";
import { checkFile } from "./check";
import { asOpeningFailure } from "./errors";
import { keepPrepared } from "./prepared-statements";

/** Older ones can lose committed rows when several connections race a checkpoint (WAL-reset bug). */
const minimumVersion = [3, 51, 3];

const busyTimeoutMs = 5_000;

// SQLITE_OPEN_EXRESCODE: without it every broken constraint has the same code. The driver does not name
// the flag, and knex takes flags only by the driver's names.
Object.assign(sqlite3, { OPEN_EXRESCODE: 0x02000000 });

// Standard output belongs to the command line's answer, and everything that knex reports is thrown as well.
const silence = () => undefined;
const log = { debug: silence, warn: silence, error: silence, deprecate: silence };

/** Opens the one connection that writes and checks that engine and file are fit for use; `check` throws when the file is not. */
export async function openWriter(file: string, check: typeof checkFile = checkFile): Promise<Knex> {
  const database = connect(file, [
    `busy_timeout=${String(busyTimeoutMs)}`,
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
  ]);
  try {
    await checkEngine(database);
    await check(database, file);
    return database;
  } catch (error) {
    await database.destroy();
    throw asOpeningFailure(error);
  }
}

/** Opens a connection that cannot write. It sees committed rows only and never waits for a write. */
export function openReader(file: string): Knex {
  return connect(file, [`busy_timeout=${String(busyTimeoutMs)}`, "query_only=ON"]);
}

/** A connection that cannot write, and a way to end what it is reading: the query then fails. */
export function openInterruptible(file: string): { readonly database: Knex; interrupt(): void } {
  let connection: sqlite3.Database | undefined;
  const database = connect(file, ["query_only=ON"], (opened) => {
    connection = opened;
  });
  return { database, interrupt: () => connection?.interrupt() };
}

/** Connects with a pool of one; the pragmas hold for that connection. */
export function connect(
  file: string,
  pragmas: readonly string[],
  onConnected: (connection: sqlite3.Database) => void = () => undefined,
): Knex {
  const preparation = pragmas.map((pragma) => `PRAGMA ${pragma};`).join("\n");
  return knex({
    client: "sqlite3",
    connection: { filename: file, flags: ["OPEN_EXRESCODE"] },
    useNullAsDefault: true,
    // Error messages with bound values would carry customers' data into logs.
    compileSqlOnError: false,
    log,
    pool: {
      min: 1,
      max: 1,
      afterCreate(connection: sqlite3.Database, done: (error: Error | null) => void) {
        keepPrepared(connection);
        onConnected(connection);
        connection.exec(preparation, (error) => {
          if (error)
            connection.close(() => {
              done(error);
            });
          else done(null);
        });
      },
    },
  });
}

async function checkEngine(database: Knex): Promise<void> {
  const [row] = await database.raw<readonly { readonly version: string }[]>("SELECT sqlite_version() AS version");
  const version = row?.version ?? "";
  if (!isRecentEnough(version)) throw new Error(`SQLite ${version} is too old for a shared write-ahead log`);
}

/** Whether this SQLite release has the fix of the WAL-reset bug. */
export function isRecentEnough(version: string): boolean {
  const parts = version.split(".").map(Number);
  for (const [index, minimum] of minimumVersion.entries()) {
    const part = parts[index] ?? 0;
    if (part !== minimum) return part > minimum;
  }
  return true;
}
