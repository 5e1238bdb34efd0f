import { safeStorage } from "electron";
import { createVault } from "../main/adapters/vault";
import type { SecretVault } from "../main/ports/host";
import { findKeychain } from "./keychain";

/** The vault of a profile, with the operating system's keychain where there is a real one. Needs a ready Electron. */
export function openVault(directory: string, { isPractice }: { readonly isPractice: boolean }): SecretVault {
  return createVault({ directory, isPractice, keychain: findKeychain(safeStorage, process.platform) });
}
