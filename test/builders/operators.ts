import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { v7 } from "uuid";
import { openStore } from "../../db/store";
import { createScryptHasher, quickCost } from "../../main/adapters/scrypt-hasher";
import type { OperatorRecord } from "../../main/ports/store";

export const testPassphrase = "correct horse battery";

/** Begins a profile, unless it is there already, with administrators who sign in with `testPassphrase`. */
export async function enrol(directory: string, ...names: readonly string[]): Promise<void> {
  const file = join(directory, "rackside.sqlite");
  if (existsSync(file)) return;
  await mkdir(directory, { recursive: true });
  const store = await openStore({ file, backupDirectory: join(directory, "backups"), now: Date.now });
  const secretHash = await createScryptHasher(quickCost).hash(testPassphrase);
  await store.write(async ({ operators }) => {
    for (const name of names) await operators.add(operatorRecord({ id: v7(), name, secretHash }));
  });
  await store.close();
}

export function operatorRecord(overrides: Partial<OperatorRecord> = {}): OperatorRecord {
  return {
    id: "operator-1",
    revision: 0,
    name: "Anna",
    role: "administrator",
    isActive: true,
    signInKind: "passphrase",
    secretHash: "scrypt$0$0$0$salt$hash",
    failedAttempts: 0,
    blockedUntil: null,
    lastSignedInAt: null,
    createdAt: 500,
    ...overrides,
  };
}
