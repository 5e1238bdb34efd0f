import { StoreFailure, type StoreFailureKind } from "../main/ports/failure";

/** Extended codes first; the rest are primary codes, the low byte of an extended one (sqlite.org/rescode.html). */
const kindByCode: ReadonlyMap<number, StoreFailureKind> = new Map([
  [787, "broken-reference"], // SQLITE_CONSTRAINT_FOREIGNKEY
  [1555, "duplicate"], // SQLITE_CONSTRAINT_PRIMARYKEY
  [2067, "duplicate"], // SQLITE_CONSTRAINT_UNIQUE
  [5, "busy"], // SQLITE_BUSY
  [6, "busy"], // SQLITE_LOCKED
  [8, "read-only"], // SQLITE_READONLY
  [11, "corrupt"], // SQLITE_CORRUPT
  [13, "full"], // SQLITE_FULL
  [14, "read-only"], // SQLITE_CANTOPEN
  [26, "corrupt"], // SQLITE_NOTADB
]);

const messageByKind: Readonly<Record<StoreFailureKind, string>> = {
  busy: "The database is held by another program",
  full: "The disk is full",
  "read-only": "The database cannot be written to",
  corrupt: "The database is damaged",
  duplicate: "A row with this key exists",
  "broken-reference": "A row is still pointed at, or points at nothing",
  stale: "The row was changed in the meantime",
  "newer-file": "The database was written by a newer version",
};

/** The StoreFailure behind an error of the driver; anything else, such as a broken CHECK, is a bug and stays what it is. */
export function asStoreFailure(error: unknown): unknown {
  const code = resultCode(error);
  if (code === undefined) return error;
  const kind = kindByCode.get(code) ?? kindByCode.get(code & 0xff);
  return kind === undefined ? error : new StoreFailure(kind, messageByKind[kind], { cause: error });
}

/** The repository with its driver errors turned into StoreFailures. */
export function failingClearly<T extends object>(repository: T): T {
  return new Proxy(repository, {
    get(target, name, receiver): unknown {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member !== "function") return member;
      return async (...values: readonly unknown[]): Promise<unknown> => {
        try {
          return await Reflect.apply(member, target, values);
        } catch (error) {
          throw asStoreFailure(error);
        }
      };
    },
  });
}

function resultCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || error instanceof StoreFailure) return undefined;
  const code: unknown = "errno" in error ? error.errno : undefined;
  // System errors of Node carry negative numbers.
  return typeof code === "number" && code > 0 ? code : undefined;
}
