import { safeStorage } from "electron";
import { createVault } from "../main/adapters/vault";
import type { Keychain } from "../main/adapters/vault-wraps";
import type { SecretVault } from "../main/ports/host";

/** Backends that store in plain text, or about which nothing is known. */
const refusedBackends: ReadonlySet<string> = new Set(["basic_text", "unknown"]);

/** The vault of a profile, with the operating system's keychain where there is a real one. Needs a ready Electron. */
export function openVault(directory: string, { isPractice }: { readonly isPractice: boolean }): SecretVault {
  return createVault({ directory, isPractice, keychain: findKeychain() });
}

/** The synchronous half of safeStorage. Newer Electrons prefer the asynchronous one, which Electron 25 does not have. */
interface SafeStorage {
  isEncryptionAvailable(): boolean;
  encryptString(plain: string): Buffer;
  decryptString(encrypted: Buffer): string;
  /** On Linux only. */
  getSelectedStorageBackend?(): string;
}

function findKeychain(): Keychain | undefined {
  const storage: SafeStorage = safeStorage;
  if (!storage.isEncryptionAvailable()) return undefined;
  const backend = backendOf(storage);
  if (refusedBackends.has(backend)) return undefined;
  return {
    backend,
    wrap: (key) => storage.encryptString(key.toString("base64")),
    unwrap: (wrapped) => Buffer.from(storage.decryptString(wrapped), "base64"),
  };
}

function backendOf(storage: SafeStorage): string {
  switch (process.platform) {
    case "darwin":
      return "keychain";
    case "win32":
      return "dpapi";
    default:
      return storage.getSelectedStorageBackend?.() ?? "unknown";
  }
}
