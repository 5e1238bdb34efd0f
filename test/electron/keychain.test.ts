import { expect, test } from "vitest";
import { findKeychain } from "../../electron/keychain";
import type { SafeStorage } from "../../electron/keychain";

function createStorage(mark: string, backend?: string): SafeStorage {
  return {
    isEncryptionAvailable: () => true,
    encryptString: (plain) => Buffer.from(`${mark}${plain}`),
    decryptString: (encrypted) => encrypted.toString().slice(mark.length),
    ...(backend !== undefined && { getSelectedStorageBackend: () => backend }),
  };
}

test.each([
  ["linux", createStorage("v11", "gnome_libsecret"), "gnome_libsecret"],
  ["linux", createStorage("v11", "kwallet6"), "kwallet6"],
  ["linux", createStorage("v11"), "desktop_keyring"],
  ["darwin", createStorage("v10"), "keychain"],
  ["win32", createStorage("v10"), "dpapi"],
] as const)("on %s a real keychain is used and named: %#", (platform, storage, backend) => {
  const keychain = findKeychain(storage, platform);
  const key = Buffer.alloc(32, 7);

  expect(keychain?.backend).toBe(backend);
  expect(keychain?.unwrap(keychain.wrap(key))).toEqual(key);
});

test.each([
  ["keeps plain text", createStorage("v10", "basic_text")],
  ["is not known", createStorage("v11", "unknown")],
  ["is not named and encrypts with the key that is the same everywhere", createStorage("v10")],
  ["is not there", { ...createStorage("v11", "gnome_libsecret"), isEncryptionAvailable: () => false }],
])("one that %s is refused", (_, storage) => {
  expect(findKeychain(storage, "linux")).toBeUndefined();
});
