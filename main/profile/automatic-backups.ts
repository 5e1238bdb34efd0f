import type { Backups } from "../ports/backups";
import type { Clock, Log } from "../ports/host";

const everyMs = 15 * 60_000;

interface BackupParts {
  readonly clock: Clock;
  readonly log: Log;
  readonly backups: Pick<Backups, "list" | "make">;
  /** Backups of a damaged database would push out the sound ones: none is made before this is true. */
  readonly isSound: Promise<boolean>;
  /** A number that is another one after something was committed. */
  changeMark(): Promise<number>;
}

/**
 * Backs the profile up at the start and every 15 minutes if something changed; answers the function that ends it. A start within 15 minutes of the
 * newest backup waits for the rest of them, so that a script of a hundred calls does not push every older backup out. What fails is tried again a
 * quarter of an hour later.
 */
export function backUpRegularly(parts: BackupParts): () => Promise<void> {
  const { backups, clock, log } = parts;
  let isStopped = false;
  let cancel: (() => void) | undefined;
  let markOfLast: number | undefined;

  function next(delayMs: number): void {
    if (isStopped) return;
    cancel = clock.schedule(delayMs, () => {
      running = round();
    });
  }

  async function round(): Promise<void> {
    try {
      const mark = await parts.changeMark();
      if (mark !== markOfLast) await backups.make();
      markOfLast = mark;
    } catch (error) {
      log.error("backup failed", { error });
    }
    next(everyMs);
  }

  async function begin(): Promise<void> {
    if (!(await parts.isSound)) return;
    const [newest] = await backups.list();
    const ageMs = newest ? clock.now() - newest.madeAt : everyMs;
    // A clock that was set back must not put the next backup off for longer.
    if (ageMs >= everyMs || ageMs < 0) await round();
    else next(everyMs - ageMs);
  }

  let running = begin().catch((error: unknown) => {
    log.error("backup failed", { error });
    next(everyMs);
  });
  return async () => {
    isStopped = true;
    cancel?.();
    await running;
  };
}
