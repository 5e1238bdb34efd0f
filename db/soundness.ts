import { rm, writeFile } from "node:fs/promises";
import type { Knex } from "knex";
import { StoreFailure } from "../main/ports/failure";
import { checkFile, checkSchema } from "./check";
import { asOpeningFailure } from "./errors";
import { sizeOf } from "./files";
import { openInterruptible } from "./open";

/** A file of this size is read whole in a few hundredths of a second; one of a million cards would keep the window waiting. */
const usualWholeCheckBytes = 8 * 1_048_576;

/** `ended`: the store was closed meanwhile. */
export type Verdict = "sound" | "damaged" | "ended";

/** How a file is checked at its opening. */
export interface OpeningCheck {
  /** False for a large file: it is to be read whole while work goes on. */
  readonly isWhole: boolean;
  run(database: Knex, file: string): Promise<void>;
}

/** A small file is read whole before it is used, and so is one that was found damaged since. */
export async function chooseCheck(file: string, wholeCheckBytes = usualWholeCheckBytes): Promise<OpeningCheck> {
  const isWhole = (await sizeOf(file)) <= wholeCheckBytes || (await sizeOf(suspicionOf(file))) > 0;
  return { isWhole, run: isWhole ? checkFile : checkSchema };
}

/** To be called when the file has been found sound, or another one is in its place. */
export async function liftSuspicion(file: string): Promise<void> {
  await rm(suspicionOf(file), { force: true });
}

/** Reads a file whole that is being worked on. Damage is remembered beside it, so that the next opening does not begin on it. */
export function createBackgroundCheck(file: string): { run(): Promise<Verdict>; end(): Promise<void> } {
  let isEnded = false;
  let stop: () => void = () => undefined;
  let running: Promise<Verdict> | undefined;

  async function read(): Promise<Verdict> {
    if (isEnded) return "ended";
    const { database, interrupt } = openInterruptible(file);
    stop = interrupt;
    try {
      await checkFile(database, file);
      return "sound";
    } catch (error) {
      if (hasEnded()) return "ended";
      const failure = asOpeningFailure(error);
      if (!(failure instanceof StoreFailure) || failure.kind !== "corrupt") throw failure;
      await writeFile(suspicionOf(file), failure.message, { mode: 0o600 });
      return "damaged";
    } finally {
      stop = () => undefined;
      await database.destroy();
    }
  }
  /** May have changed while the file was being read. */
  const hasEnded = (): boolean => isEnded;

  return {
    run: () => (running ??= read()),
    async end() {
      isEnded = true;
      stop();
      await running?.catch(() => undefined);
    },
  };
}

function suspicionOf(file: string): string {
  return `${file}.damaged`;
}
