import { hkdfSync, randomBytes, scrypt } from "node:crypto";
import { KeychainRefused, WrongSecret } from "../ports/host";
import { decrypt, encrypt, keyBytes } from "./vault-cipher";
import type { RecoveryWrap, RetiredKey, ScryptCost, StoredKey, Wrap } from "./vault-file";
import { keyIdOf } from "./vault-ring";
import type { KeyRing } from "./vault-ring";

/** Wraps a key with one that the desktop keeps; only a host with a desktop has it. */
export interface Keychain {
  /** Which one it is, such as `gnome_libsecret`: what one wrapped another seldom opens. */
  readonly backend: string;
  wrap(key: Buffer): Buffer;
  unwrap(wrapped: Buffer): Buffer;
}

/** About half a second and 128 MB for each guess. */
export const sensibleCost: ScryptCost = { N: 131_072, r: 8, p: 1 };

const saltBytes = 16;
const passphraseContext = "rackside key under a passphrase";
const recoveryContext = "rackside key under a recovery code";
const retiredContext = "rackside retired key";

/** Wraps by the passphrase, or by the keychain without one. Throws KeychainRefused. */
export async function wrapKey(
  key: Buffer,
  passphrase: string | null,
  { keychain, cost }: { readonly keychain: Keychain | undefined; readonly cost: ScryptCost },
): Promise<Wrap> {
  if (passphrase === null) return wrapByKeychain(key, keychain);
  const salt = randomBytes(saltBytes);
  const wrapped = encrypt(await derive(passphrase, salt, cost), key, passphraseContext);
  return { kind: "passphrase", salt: salt.toString("base64"), cost, key: wrapped.toString("base64") };
}

/** Tried at once: a keychain that does not give back what it took would lock the site out. */
function wrapByKeychain(key: Buffer, keychain: Keychain | undefined): Wrap {
  if (keychain === undefined)
    throw new KeychainRefused("This desktop has no keychain that keeps secrets encrypted. Choose a passphrase instead");
  const { backend } = keychain;
  try {
    const wrapped = keychain.wrap(key);
    if (!keychain.unwrap(wrapped).equals(key)) throw new Error("It gives back another key");
    return { kind: "os-keychain", backend, platform: process.platform, key: wrapped.toString("base64") };
  } catch (cause) {
    const message = `The keychain ${backend} of this desktop does not keep the key. Unlock it and try again, or choose a passphrase`;
    throw new KeychainRefused(message, { cause });
  }
}

/** What opens without anybody's help. */
export type Opened = { readonly key: Buffer } | { readonly reason: string };

/** Opens what this desktop can open by itself; otherwise tells why it cannot and what can be done. */
export function openByItself({ keyId, wrap }: Pick<StoredKey, "keyId" | "wrap">, keychain?: Keychain): Opened {
  switch (wrap.kind) {
    case "key-file":
      return { key: Buffer.from(wrap.key, "base64") };
    case "passphrase":
      return { reason: "Enter the passphrase of this site's secrets, or their recovery code" };
    case "os-keychain":
      return openByKeychain(wrap, keyId, keychain);
  }
}

function openByKeychain(
  { backend, platform, key }: Extract<Wrap, { kind: "os-keychain" }>,
  keyId: string,
  keychain: Keychain | undefined,
): Opened {
  const wrapper = backend === "" ? "a desktop's keychain" : `the keychain ${backend}`;
  if (platform !== process.platform)
    return refusal(`These secrets were wrapped by ${wrapper} of another system (${platform})`, "Enter");
  if (keychain === undefined)
    return refusal(
      `These secrets were wrapped by ${wrapper}, and there is none here that can be used`,
      "Open Rackside's window on the desktop that wrapped them, or enter",
    );
  try {
    const opened = keychain.unwrap(Buffer.from(key, "base64"));
    if (opened.length === keyBytes && (keyId === "" || keyIdOf(opened) === keyId)) return { key: opened };
  } catch {
    // Whatever the keychain says about it, what opens the secrets is the same.
  }
  if (backend !== "" && backend !== keychain.backend)
    return refusal(
      `These secrets were wrapped by ${wrapper}, and this desktop offers ${keychain.backend}`,
      `Start Rackside under the desktop that has ${backend}, or enter`,
    );
  return refusal(
    `The keychain ${keychain.backend} of this account does not open these secrets: they come from another account or computer, or it is locked or was made anew`,
    "Unlock it and start Rackside again, or enter",
  );
}

function refusal(what: string, advice: string): Opened {
  return { reason: `${what}. ${advice} the recovery code` };
}

/** Throws WrongSecret. */
export async function openByPassphrase({ wrap, keyId }: StoredKey, passphrase: string): Promise<Buffer> {
  if (wrap.kind !== "passphrase")
    throw new WrongSecret("No passphrase was set for these secrets. Enter the recovery code");
  const derived = await derive(passphrase, Buffer.from(wrap.salt, "base64"), wrap.cost);
  return unwrapped(derived, wrap.key, passphraseContext, keyId, "This passphrase does not open the secrets");
}

/** A code holds 130 random bits, so nothing has to slow guessing down. */
export function wrapByCode(key: Buffer, code: string): RecoveryWrap {
  const salt = randomBytes(saltBytes);
  const wrapped = encrypt(deriveFromCode(code, salt), key, recoveryContext);
  return { salt: salt.toString("base64"), key: wrapped.toString("base64") };
}

/** `code` in its printed form. Throws WrongSecret. */
export function openByCode({ recovery, keyId }: StoredKey, code: string): Buffer {
  if (recovery === null) throw new WrongSecret("No recovery code was made for these secrets");
  const derived = deriveFromCode(code, Buffer.from(recovery.salt, "base64"));
  const message = "This recovery code is not the one of these secrets. A code that was made later replaces it";
  return unwrapped(derived, recovery.key, recoveryContext, keyId, message);
}

function unwrapped(wrapper: Buffer, wrapped: string, context: string, keyId: string, message: string): Buffer {
  try {
    const key = decrypt(wrapper, Buffer.from(wrapped, "base64"), context);
    if (keyIdOf(key) === keyId) return key;
  } catch (cause) {
    throw new WrongSecret(message, { cause });
  }
  throw new WrongSecret(message);
}

/** Every key of the ring under `newKey`, newest first, so that what they sealed stays readable. */
export function retire(ring: KeyRing, { madeAt, retired }: StoredKey, newKey: Buffer): RetiredKey[] {
  const instants = new Map(retired.map((one) => [one.keyId, one.madeAt]));
  const keys = [[ring.id, ring.key] as const, ...ring.retired];
  return keys.map(([keyId, key]) => ({
    keyId,
    madeAt: instants.get(keyId) ?? madeAt,
    key: encrypt(newKey, key, retiredContext).toString("base64"),
  }));
}

/** The ring behind an opened key. One that cannot be decrypted is left out: it must not close the others. */
export function ringOf(key: Buffer, retired: readonly RetiredKey[]): KeyRing {
  const opened = retired.flatMap(({ keyId, key: wrapped }): [string, Buffer][] => {
    try {
      return [[keyId, decrypt(key, Buffer.from(wrapped, "base64"), retiredContext)]];
    } catch {
      return [];
    }
  });
  return { id: keyIdOf(key), key, retired: new Map(opened) };
}

function derive(passphrase: string, salt: Buffer, { N, r, p }: ScryptCost): Promise<Buffer> {
  const maxmem = 128 * N * r * p + 16 * 1_048_576;
  return new Promise((resolve, reject) => {
    // Composed, because a keyboard may send the same letter in two forms.
    scrypt(passphrase.normalize("NFKC"), salt, keyBytes, { N, r, p, maxmem }, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}

function deriveFromCode(code: string, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync("sha256", code, salt, recoveryContext, keyBytes));
}
