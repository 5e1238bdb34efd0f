import type { Backup } from "../contract/shapes/store";

/** The setting that holds the profile's StoreNotice as JSON; `null` once it was dismissed. */
export const noticeSetting = "store.notice";

/** - `damaged`: not a database, or one whose parts do not fit together */
export type BackupRefusal = "missing" | "damaged" | "other-profile" | "newer-version";

/** A backup that is not restored; everything stays as it is. */
export class BackupRefused extends Error {
  override readonly name = "BackupRefused";
  readonly reason: BackupRefusal;

  constructor(reason: BackupRefusal, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.reason = reason;
  }
}

/** The profile's backups. */
export interface Backups {
  /** Newest first. */
  list(): Promise<readonly Backup[]>;
  make(): Promise<Backup>;
  /**
   * Backs the present state up, puts the named backup in its place and opens the console anew on it, with every unfinished action `uncertain`: the
   * panels may be ahead of the restored state. Answers the backup of what was there before. Throws BackupRefused.
   */
  restore(name: string, operator: string): Promise<Backup>;
}
