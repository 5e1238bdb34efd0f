import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { ProfileInUse, StoreFailure } from "../main/ports/failure";
import { asStoreFailure } from "./errors";
import { connect } from "./open";

/**
 * Holds the profile for this program until released. It is an operating-system lock, so a killed program loses
 * it at once and nothing stale is left behind. Throws ProfileInUse while another holder is alive.
 */
export async function lockProfile(directory: string): Promise<{ release(): Promise<void> }> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const database = connect(join(directory, "lock.sqlite"), ["busy_timeout=0"]);
  try {
    await database.raw("BEGIN EXCLUSIVE");
  } catch (error) {
    await database.destroy();
    const failure = asStoreFailure(error);
    if (failure instanceof StoreFailure && failure.kind === "busy") throw new ProfileInUse(directory, error);
    throw failure;
  }
  return {
    async release() {
      await database.destroy();
    },
  };
}
