import { basename } from "node:path";
import { BackupRefused } from "../main/ports/backups";
import { StoreFailure } from "../main/ports/failure";
import { listBackups } from "./backup";
import { removeDatabase, sizeOf } from "./files";
import { connect } from "./open";
import { findProfileId } from "./profile-id";
import { exchange, prepareBackup, prepareEmpty, preparedFileOf } from "./restore";
import type { Restoring } from "./restore";
import { liftSuspicion } from "./soundness";
import { openStore } from "./store";
import type { FileStore, StoreOptions } from "./store";

/**
 * Opens the profile's database like `openStore`. A damaged one is set aside first and the newest sound backup restored; one that is gone while its
 * backups are there is restored as well. The store's notice tells of it. Throws StoreFailure for everything that a backup does not mend.
 */
export async function openSoundStore(options: StoreOptions): Promise<FileStore> {
  const { file, backupDirectory } = options;
  await removeDatabase(preparedFileOf(file));
  const isGone = (await sizeOf(file)) === 0 && (await listBackups(backupDirectory)).length > 0;
  if (isGone) await recover(options);
  try {
    return await openStore(options);
  } catch (error) {
    if (!(error instanceof StoreFailure) || error.kind !== "corrupt") throw error;
    await recover(options);
    await liftSuspicion(file);
    return openStore(options);
  }
}

async function recover({ file, backupDirectory, now, via }: StoreOptions): Promise<void> {
  const at = now();
  const aside = `${file}.corrupt-${new Date(at).toISOString().replace(/[:.]/g, "-")}`;
  const setAside = (await sizeOf(file)) === 0 ? null : basename(aside);
  const profileId = await profileIdOf(file);
  const restoring = { file, at, operator: "Rackside", call: "store.recover", via };
  for (const backup of await listBackups(backupDirectory)) {
    const notice = { kind: "restored-from-backup", setAside, backupAt: backup.madeAt } as const;
    const prepared = await prepareBackup(backup, profileId, { ...restoring, notice }).catch(skipUnfit);
    if (prepared !== undefined) return exchange(file, prepared, aside);
  }
  const notice = { kind: "started-empty", setAside, backupAt: null } as const;
  await exchange(file, await prepareEmpty({ ...restoring, notice } satisfies Restoring), aside);
}

/** A newer version's backup is not passed over for an older one: the newer version restores it without loss. */
function skipUnfit(error: unknown): undefined {
  if (!(error instanceof BackupRefused)) throw error;
  if (error.reason === "newer-version") throw new StoreFailure("newer-file", error.message, { cause: error });
}

/** The id that the damaged file still tells; undefined when it is damaged there too. */
async function profileIdOf(file: string): Promise<string | undefined> {
  if ((await sizeOf(file)) === 0) return undefined;
  const database = connect(file, ["query_only=ON"]);
  try {
    return await findProfileId(database);
  } catch {
    return undefined;
  } finally {
    await database.destroy();
  }
}
