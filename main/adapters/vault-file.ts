import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { keyIdOf } from "./vault-ring";

/** Bounds, because a file that asks for more would take the machine's memory. */
const costShape = z.object({
  N: z.number().int().min(2).max(1_048_576),
  r: z.number().int().min(1).max(16),
  p: z.number().int().min(1).max(4),
});
/** What deriving a key from a passphrase costs: scrypt's parameters. */
export type ScryptCost = z.infer<typeof costShape>;

const wrapShape = z.discriminatedUnion("kind", [
  /** `backend` is empty where an earlier version did not note it. */
  z.object({ kind: z.literal("os-keychain"), backend: z.string(), platform: z.string(), key: z.base64() }),
  z.object({ kind: z.literal("passphrase"), salt: z.base64(), cost: costShape, key: z.base64() }),
  z.object({ kind: z.literal("key-file"), key: z.base64() }),
]);
/** What opens the key on this desktop. */
export type Wrap = Readonly<z.infer<typeof wrapShape>>;

const recoveryShape = z.object({ salt: z.base64(), key: z.base64() });
export type RecoveryWrap = Readonly<z.infer<typeof recoveryShape>>;

const retiredShape = z.object({ keyId: z.string(), madeAt: z.number(), key: z.base64() });
export type RetiredKey = Readonly<z.infer<typeof retiredShape>>;

const storedKeyShape = z.object({
  /** Empty where an earlier version wrapped the key and did not note it. */
  keyId: z.string(),
  /** 0 where an earlier version did not note it. */
  madeAt: z.number(),
  wrap: wrapShape,
  recovery: recoveryShape.nullable(),
  /** Keys of before, encrypted with this one, newest first. */
  retired: z.array(retiredShape),
});
/** A key as it lies on the disk: with everything that opens it, and never in the clear but as a `key-file`. */
export type StoredKey = Readonly<z.infer<typeof storedKeyShape>>;

const keyFileShape = storedKeyShape.extend({
  version: z.literal(2),
  /** The key that a re-keying under way is about to put in the place of this one. */
  next: storedKeyShape.nullable(),
});
export type KeyFile = Readonly<z.infer<typeof keyFileShape>>;

const firstVersionShape = z.object({ kind: z.enum(["os-keychain", "key-file"]), key: z.base64() });

/** The disk under the key file; a test stands one in that fails between two steps. */
export interface KeyDisk {
  /** Undefined for a file that is not there. */
  read(file: string): string | undefined;
  /** A new file for its owner only; on the disk when this returns. */
  write(file: string, text: string): void;
  rename(from: string, to: string): void;
  remove(file: string): void;
  syncDirectory(directory: string): void;
}

/** The key file; undefined when there is none. Throws when it cannot be read. */
export function readKeyFile(disk: KeyDisk, file: string): KeyFile | undefined {
  const text = disk.read(file);
  if (text === undefined) return undefined;
  const content: unknown = JSON.parse(text);
  const first = firstVersionShape.safeParse(content);
  return first.success ? ofFirstVersion(first.data) : keyFileShape.parse(content);
}

function ofFirstVersion({ kind, key }: z.infer<typeof firstVersionShape>): KeyFile {
  const rest: Omit<KeyFile, "keyId" | "wrap"> = { version: 2, madeAt: 0, recovery: null, retired: [], next: null };
  return kind === "key-file"
    ? { ...rest, keyId: keyIdOf(Buffer.from(key, "base64")), wrap: { kind, key } }
    : { ...rest, keyId: "", wrap: { kind, backend: "", platform: process.platform, key } };
}

/** Puts a key file in the place of the one before: it is written beside it, read back and compared, and renamed only then. */
export function replaceKeyFile(disk: KeyDisk, file: string, content: KeyFile): void {
  const draft = draftOf(file);
  const text = `${JSON.stringify(content, null, 2)}\n`;
  disk.remove(draft);
  disk.write(draft, text);
  if (disk.read(draft) !== text) throw new Error(`${draft} does not hold what was written to it`);
  disk.rename(draft, file);
  disk.syncDirectory(dirname(file));
}

/** Where a key file is prepared; what a crash left there is of no use. */
export function draftOf(file: string): string {
  return `${file}.draft`;
}

export const systemDisk: KeyDisk = {
  read(file) {
    try {
      return readFileSync(file, "utf8");
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
      throw error;
    }
  },
  write(file, text) {
    mkdirSync(dirname(file), { recursive: true });
    const handle = openSync(file, "wx", 0o600);
    try {
      writeSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  },
  rename: renameSync,
  remove(file) {
    rmSync(file, { force: true });
  },
  syncDirectory(directory) {
    // Windows neither needs nor allows it.
    if (process.platform === "win32") return;
    const handle = openSync(directory, "r");
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  },
};
