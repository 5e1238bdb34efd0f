import { randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { VaultLocked } from "../ports/host";

/** Wraps the profile's key with one that the operating system keeps; only a host with a desktop has it. */
export interface KeyWrap {
  wrap(key: Buffer): Buffer;
  unwrap(wrapped: Buffer): Buffer;
}

const keyFileShape = z.object({ kind: z.enum(["os-keychain", "key-file"]), key: z.base64() });
type KeyFile = z.infer<typeof keyFileShape>;

const keyBytes = 32;

/**
 * The profile's key, made when the profile has none. `unlock` throws VaultLocked when this host cannot read it: reading what is not secret
 * goes on without it.
 */
export function openKey(file: string, keyWrap?: KeyWrap): { readonly kind: KeyFile["kind"]; unlock(): Buffer } {
  if (!existsSync(file)) makeKeyFile(file, keyWrap);
  const stored = readKeyFile(file);
  let key: Buffer | undefined;
  return { kind: stored.kind, unlock: () => (key ??= unwrapKey(stored, keyWrap)) };
}

function makeKeyFile(file: string, keyWrap?: KeyWrap): void {
  const key = randomBytes(keyBytes);
  const stored: KeyFile = keyWrap
    ? { kind: "os-keychain", key: keyWrap.wrap(key).toString("base64") }
    : { kind: "key-file", key: key.toString("base64") };
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${String(process.pid)}`;
  const handle = openSync(draft, "w", 0o600);
  writeSync(handle, JSON.stringify(stored));
  fsyncSync(handle);
  closeSync(handle);
  try {
    // A link appears whole or not at all, and never replaces a key that another program made meanwhile.
    linkSync(draft, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(draft);
  }
}

function readKeyFile(file: string): KeyFile {
  try {
    return keyFileShape.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    throw new Error(`The key of this profile cannot be read. Restore ${file} from a backup`, { cause: error });
  }
}

function unwrapKey({ kind, key }: KeyFile, keyWrap?: KeyWrap): Buffer {
  const stored = Buffer.from(key, "base64");
  if (kind === "key-file") return stored;
  if (!keyWrap) {
    throw new VaultLocked(
      "The passwords of this profile are locked with the desktop's keychain. Open it with the Rackside window on the same desktop account",
    );
  }
  try {
    return keyWrap.unwrap(stored);
  } catch (error) {
    throw new VaultLocked(
      "The desktop's keychain does not open the passwords of this profile. Unlock it and start again",
      {
        cause: error,
      },
    );
  }
}
