import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { createVault } from "../../main/adapters/vault";
import { systemDisk } from "../../main/adapters/vault-file";
import type { KeyDisk, ScryptCost } from "../../main/adapters/vault-file";
import type { Keychain } from "../../main/adapters/vault-wraps";

/** Guessing is cheap, and so are the tests. */
export const quickCost: ScryptCost = { N: 16, r: 1, p: 1 };

export function makeDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), "rackside-vault-"));
  onTestFinished(() => {
    rmSync(directory, { recursive: true, force: true });
  });
  return directory;
}

/** Stands for a desktop's keychain; `mask` is the secret that only it knows. */
export function createKeychain(mask: number, backend = "gnome_libsecret"): Keychain {
  const turn = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => byte ^ mask));
  return { backend, wrap: turn, unwrap: turn };
}

type VaultParts = Omit<Parameters<typeof createVault>[0], "directory" | "isPractice">;

/** The vault of a site profile. */
export function openSiteVault(directory: string, parts: VaultParts = {}) {
  return createVault({ directory, isPractice: false, cost: quickCost, ...parts });
}

export class Crash extends Error {
  override readonly name = "Crash";
}

/** A disk under a program that is gone after so many of its steps; the writing of the step that it dies in is on the disk by half. */
export function createMortalDisk(steps: number): { readonly disk: KeyDisk; isDead(): boolean } {
  let left = steps;
  let dead = false;
  const step = <Values extends readonly unknown[]>(
    work: (...values: Values) => void,
    byHalf?: (...values: Values) => void,
  ) => {
    return (...values: Values): void => {
      if (dead) throw new Crash();
      left -= 1;
      if (left >= 0) {
        work(...values);
        return;
      }
      dead = true;
      byHalf?.(...values);
      throw new Crash();
    };
  };
  return {
    disk: {
      read(file) {
        if (dead) throw new Crash();
        return systemDisk.read(file);
      },
      write: step(systemDisk.write, (file, text) => {
        systemDisk.write(file, text.slice(0, text.length / 2));
      }),
      rename: step(systemDisk.rename),
      remove: step(systemDisk.remove),
      syncDirectory: step(systemDisk.syncDirectory),
    },
    isDead: () => dead,
  };
}
