import { safeStorage } from "electron";
import { createVault } from "../main/adapters/vault";
import type { SecretVault } from "../main/ports/host";
import { findKeychain } from "./keychain";

/** By folder: whoever opened one has opened it for the life of the program, also when another profile was open in between. */
const vaults = new Map<string, SecretVault>();

/** The vault of a profile, with the operating system's keychain where there is a real one. Needs a ready Electron. */
export function openVault(directory: string, { isPractice }: { readonly isPractice: boolean }): SecretVault {
  const vault =
    vaults.get(directory) ??
    createVault({ directory, isPractice, keychain: findKeychain(safeStorage, process.platform) });
  vaults.set(directory, vault);
  return vault;
}
