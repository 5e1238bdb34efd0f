import type { Keychain } from "../main/adapters/vault-wraps";

/** The synchronous half of Electron's safeStorage, which old and new Electrons have. */
export interface SafeStorage {
  isEncryptionAvailable(): boolean;
  encryptString(plain: string): Buffer;
  decryptString(encrypted: Buffer): string;
  /** On Linux only, and not in Electron 25. */
  getSelectedStorageBackend?(): string;
}

/** Backends that store in plain text, or about which nothing is known. */
const refusedBackends: ReadonlySet<string> = new Set(["basic_text", "unknown"]);

/** How Chromium on Linux marks what was encrypted with a key from the desktop's keyring, and not with the one that is the same everywhere. */
const keyringMark = "v11";

/** The desktop's keychain; undefined where there is none, or one that does not keep its contents from whoever reads the disk. */
export function findKeychain(storage: SafeStorage, platform: NodeJS.Platform): Keychain | undefined {
  if (!storage.isEncryptionAvailable()) return undefined;
  const backend = backendOf(storage, platform);
  if (refusedBackends.has(backend)) return undefined;
  return {
    backend,
    wrap: (key) => storage.encryptString(key.toString("base64")),
    unwrap: (wrapped) => Buffer.from(storage.decryptString(wrapped), "base64"),
  };
}

function backendOf(storage: SafeStorage, platform: NodeJS.Platform): string {
  if (platform === "darwin") return "keychain";
  if (platform === "win32") return "dpapi";
  if (storage.getSelectedStorageBackend) return storage.getSelectedStorageBackend();
  // Nothing names it here, but what it encrypts tells whether it is a real one.
  return storage.encryptString("probe").toString("latin1").startsWith(keyringMark) ? "desktop_keyring" : "unknown";
}
