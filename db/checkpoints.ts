import { connect } from "./open";

/** Nobody has entered anything for so long: time to tidy up. */
const pauseMs = 1_000;

export interface Checkpoints {
  /** Something was committed. */
  note(): void;
  end(): Promise<void>;
}

/**
 * Takes what was committed from the write-ahead log into the database during pauses, on a connection and thread of its own: done by the commit that fills
 * the log, as SQLite would, it makes one entry in thirty wait for tens of milliseconds. A log that grows in one go is still taken up by the commits.
 */
export function createCheckpoints(file: string): Checkpoints {
  let pause: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  async function run(): Promise<void> {
    const database = connect(file, ["synchronous=FULL"]);
    try {
      // Waits for nobody, and nobody for it.
      await database.raw("PRAGMA wal_checkpoint(PASSIVE)");
    } catch {
      // What stays in the log is as safe as before; the next pause or commit tries again and says what is wrong.
    } finally {
      await database.destroy();
    }
  }

  return {
    note() {
      clearTimeout(pause);
      pause = setTimeout(() => {
        running = running.then(run);
      }, pauseMs).unref();
    },
    async end() {
      clearTimeout(pause);
      await running;
    },
  };
}
