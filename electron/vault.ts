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

function findKeyWrap(): KeyWrap | undefined {
  if (!safeStorage.isEncryptionAvailable()) return undefined;
  if (process.platform === "linux" && refusedBackends.has(safeStorage.getSelectedStorageBackend())) return undefined;
  return {
    wrap: (key) => safeStorage.encryptString(key.toString("base64")),
    unwrap: (wrapped) => Buffer.from(safeStorage.decryptString(wrapped), "base64"),
  };
}
