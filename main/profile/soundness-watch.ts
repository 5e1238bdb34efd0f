import type { FileStore } from "../../db/store";
import type { StoreNotice } from "../contract/shapes/store";
import { noticeSetting } from "../ports/backups";
import type { Clock, Log } from "../ports/host";

/** The window is up and somebody has signed in by then. */
const restMs = 10_000;

interface WatchParts {
  readonly store: FileStore;
  readonly clock: Clock;
  readonly log: Log;
  /** Something stands in the store's report that did not stand there before. */
  tell(): void;
}

export interface SoundnessWatch {
  /** Whether the file is known to be sound; resolves with the verdict, or with false when the watch ends before. */
  readonly isSound: Promise<boolean>;
  end(): void;
}

/**
 * Has a file that was too large to be read whole at its opening read now. Damage is told on every screen; the next start restores the newest sound backup.
 * Until then work goes on: whoever works there decides when to stop, and copies what has to be kept.
 */
export function watchSoundness({ store, clock, log, tell }: WatchParts): SoundnessWatch {
  if (store.isChecked) return { isSound: Promise.resolve(true), end: () => undefined };
  let settle: (isSound: boolean) => void = () => undefined;
  const isSound = new Promise<boolean>((resolve) => {
    settle = resolve;
  });

  async function check(): Promise<boolean> {
    const verdict = await store.check();
    if (verdict !== "damaged") return verdict === "sound";
    log.error("the database is damaged");
    const notice: StoreNotice = { kind: "damage-found", setAside: null, backupAt: null };
    await store.write(({ settings }) => settings.put(noticeSetting, JSON.stringify(notice)));
    tell();
    return false;
  }

  const cancel = clock.schedule(restMs, () => {
    check().then(settle, (error: unknown) => {
      log.error("the database could not be checked", { error });
      settle(false);
    });
  });
  return {
    isSound,
    end() {
      cancel();
      settle(false);
    },
  };
}
