import { safeStorage } from "electron";
import { createVault } from "../main/adapters/vault";
import type { KeyWrap } from "../main/adapters/vault-key";
import type { SecretVault } from "../main/ports/host";

/** Backends that store in plain text, or about which nothing is known; a key file says honestly what it is. */
const refusedBackends: ReadonlySet<string> = new Set(["basic_text", "unknown"]);

/** The vault of a profile; its key is wrapped by the operating system's keychain where there is a real one. Needs a ready Electron. */
export function openVault(directory: string): SecretVault {
  const keyWrap = findKeyWrap();
  return createVault({ directory, ...(keyWrap && { keyWrap }) });
}

/** The synchronous half of safeStorage. Newer Electrons prefer the asynchronous one, which Electron 25 does not have. */
interface Keychain {
  isEncryptionAvailable(): boolean;
  encryptString(plain: string): Buffer;
  decryptString(encrypted: Buffer): string;
}

function findKeyWrap(): KeyWrap | undefined {
  const keychain: Keychain = safeStorage;
  if (!keychain.isEncryptionAvailable()) return undefined;
  if (process.platform === "linux" && refusedBackends.has(safeStorage.getSelectedStorageBackend())) return undefined;
  return {
    wrap: (key) => keychain.encryptString(key.toString("base64")),
    unwrap: (wrapped) => Buffer.from(keychain.decryptString(wrapped), "base64"),
  };
}
