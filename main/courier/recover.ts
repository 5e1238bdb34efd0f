import type { JournalledStore } from "../app/journalled-store";
import { courierAuthor } from "./records";

/**
 * Makes every action that was being sent when the program ended `uncertain`: whether the panel carried it out has to be looked up.
 * Answers how many there were.
 */
export async function recoverActions(store: JournalledStore): Promise<number> {
  return store.write(async (repositories) => {
    const interrupted = await repositories.actions.listByState("sending");
    for (const action of interrupted)
      await repositories.actions.save({ ...action, state: "uncertain", nextAttemptAt: null });
    return interrupted.length;
  }, courierAuthor);
}
