import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { v7 } from "uuid";
import { openStore } from "../../db/store";
import { createScryptHasher, quickCost } from "../../main/adapters/scrypt-hasher";
import type { OperatorRecord } from "../../main/ports/store";

export const testPassphrase = "correct horse battery";

/** Makes administrators in a profile that nobody has open; they sign in with `testPassphrase`. */
export async function enrol(directory: string, ...names: readonly string[]): Promise<void> {
  await mkdir(directory, { recursive: true });
  const place = { backupDirectory: join(directory, "backups"), now: Date.now };
  const store = await openStore({ file: join(directory, "rackside.sqlite"), ...place });
  const secretHash = await createScryptHasher(quickCost).hash(testPassphrase);
  await store.write(async ({ operators }) => {
    for (const name of names) {
      if (!(await operators.findByName(name))) await operators.add(operatorRecord({ id: v7(), name, secretHash }));
    }
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
