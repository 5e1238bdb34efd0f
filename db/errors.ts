import { StoreFailure, type StoreFailureKind } from "../main/ports/failure";
import { withEveryMethod } from "./methods";

/** Extended codes first; the rest are primary codes, the low byte of an extended one (sqlite.org/rescode.html). */
const kindByCode: ReadonlyMap<number, StoreFailureKind> = new Map([
  [787, "broken-reference"], // SQLITE_CONSTRAINT_FOREIGNKEY
  [1555, "duplicate"], // SQLITE_CONSTRAINT_PRIMARYKEY
  [2067, "duplicate"], // SQLITE_CONSTRAINT_UNIQUE
  [5, "busy"], // SQLITE_BUSY
  [6, "busy"], // SQLITE_LOCKED
  [8, "read-only"], // SQLITE_READONLY
  [10, "disk-error"], // SQLITE_IOERR
  [11, "corrupt"], // SQLITE_CORRUPT
  [13, "full"], // SQLITE_FULL
  [14, "read-only"], // SQLITE_CANTOPEN
  [26, "corrupt"], // SQLITE_NOTADB
]);

const kindBySystemError: ReadonlyMap<string, StoreFailureKind> = new Map([
  ["EACCES", "read-only"],
  ["EPERM", "read-only"],
  ["EROFS", "read-only"],
  ["ENOSPC", "full"],
  ["EDQUOT", "full"],
  ["EFBIG", "disk-error"],
  ["EIO", "disk-error"],
]);

const messageByKind: Readonly<Record<StoreFailureKind, string>> = {
  busy: "The database is held by another program",
  full: "The disk is full",
  "disk-error": "The disk did not take or give the data",
  "read-only": "The database cannot be written to",
  corrupt: "The database is damaged",
  duplicate: "A row with this key exists",
  "broken-reference": "A row is still pointed at, or points at nothing",
  stale: "The row was changed in the meantime",
  "newer-file": "The database was written by a newer version",
};

/**
 * The StoreFailure behind an error of the driver or the file system; anything else, such as a broken CHECK, is a bug
 * and stays what it is.
 */
export function asStoreFailure(error: unknown): unknown {
  const kind = kindOf(error);
  return kind === undefined ? error : new StoreFailure(kind, messageByKind[kind], { cause: error });
}

/**
 * The same for statements that are right on every sound file: then SQLite's general error means a file of a format that it does not read, which has no
 * code of its own.
 */
export function asOpeningFailure(error: unknown): unknown {
  const generalCode = 1;
  const isGeneral = error instanceof Error && "errno" in error && error.errno === generalCode;
  return isGeneral ? new StoreFailure("corrupt", messageByKind.corrupt, { cause: error }) : asStoreFailure(error);
}

/** Whether the driver refused a row: of the wrong kind, a second one, or against a rule of the table. */
export function isConstraint(error: unknown): boolean {
  const primaryCode = 0xff;
  return (
    error instanceof Error && "errno" in error && Number(error.errno) > 0 && (Number(error.errno) & primaryCode) === 19
  );
}

/** The repository with its driver errors turned into StoreFailures. */
export function failingClearly<T extends object>(repository: T): T {
  return withEveryMethod(repository, (method) => async (...values) => {
    try {
      return await method(...values);
    } catch (error) {
      throw asStoreFailure(error);
    }
  });
}

function kindOf(error: unknown): StoreFailureKind | undefined {
  if (!(error instanceof Error) || !("errno" in error) || !("code" in error)) return undefined;
  const { errno, code } = error;
  if (typeof errno !== "number") return undefined;
  // Node gives system errors negative numbers; SQLite's result codes are positive.
  if (errno < 0) return kindBySystemError.get(String(code));
  return kindByCode.get(errno) ?? kindByCode.get(errno & 0xff);
}
