import { listBackups } from "../../db/backup";
import { prepareBackup, replaceByPrepared } from "../../db/restore";
import type { FileStore, StoreOptions } from "../../db/store";
import { BackupRefused } from "../ports/backups";
import type { Backups } from "../ports/backups";
import type { Reopen } from "./reopenable-console";

/** The backups of an open profile. A restore takes place between two consoles, while nobody has the database open. */
export function createBackups(options: StoreOptions, store: FileStore, reopen: Reopen): Backups {
  const { file, backupDirectory, now, via } = options;
  return {
    list: () => listBackups(backupDirectory),
    make: () => store.backUp(),
    async restore(name, operator) {
      const backup = (await listBackups(backupDirectory)).find((one) => one.name === name);
      if (!backup) throw new BackupRefused("missing", `There is no backup ${name}`);
      const restoring = { file, at: now(), operator, call: "backup.restore", via, notice: null };
      const prepared = await prepareBackup(backup, store.profileId, restoring);
      return reopen(() => replaceByPrepared(options, prepared));
    },
  };
}
