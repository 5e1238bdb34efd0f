import { createHmac } from "node:crypto";
import { VaultLocked } from "../ports/host";
import { decrypt, encrypt } from "./vault-cipher";

/** The keys of an open vault. */
export interface KeyRing {
  readonly id: string;
  readonly key: Buffer;
  /** Keys of before by their id, newest first. */
  readonly retired: ReadonlyMap<string, Buffer>;
}

/** Follows from the key, so that a key that was unwrapped wrongly is noticed. */
export function keyIdOf(key: Buffer): string {
  return createHmac("sha256", key).update("rackside key id").digest("hex").slice(0, 16);
}

/** `v2.`, the id of the key, and base64url of what the key encrypted. */
export function sealWith({ id, key }: KeyRing, plain: string): string {
  const head = `v2.${id}`;
  return `${head}.${encrypt(key, Buffer.from(plain), head).toString("base64url")}`;
}

/** Throws VaultLocked when none of the keys has sealed it as it is. */
export function openWith(ring: KeyRing, sealed: string): string {
  const [version, ...parts] = sealed.split(".");
  const body = Buffer.from(parts.at(-1) ?? "", "base64url");
  const keys = [ring.key, ...ring.retired.values()];
  if (version === "v1" && parts.length === 1) return openWithAny(keys, body, "");
  const [id = ""] = parts;
  const key = id === ring.id ? ring.key : ring.retired.get(id);
  return openWithAny(version === "v2" && parts.length === 2 && key ? [key] : [], body, `v2.${id}`);
}

/** A text of the first version does not name its key. */
function openWithAny(keys: readonly Buffer[], body: Buffer, context: string): string {
  let cause: unknown = "sealed with a key that is not here";
  for (const key of keys) {
    try {
      return decrypt(key, body, context).toString("utf8");
    } catch (error) {
      cause = error;
    }
  }
  throw new VaultLocked("A stored password cannot be read with the keys of this profile. Enter it again", { cause });
}
