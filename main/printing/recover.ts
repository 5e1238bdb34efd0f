import { saveJob } from "./job-record";
import type { RecordParts } from "./job-record";

/**
 * Makes every job that was on its way when the program ended `unsure`: what came out, only a person can see, and nothing is sent again. Answers how
 * many there were.
 */
export async function recoverJobs(parts: RecordParts): Promise<number> {
  const interrupted = await parts.store.read(({ printJobs }) => printJobs.listByState(["sending", "printing"]));
  for (const { id } of interrupted)
    await saveJob(
      parts,
      id,
      ["sending", "printing"],
      {
        state: "unsure",
        condition: "unknown",
        reason: "Rackside ended while this was being printed. See how many labels came out, and say so",
      },
      ({ title }) => `${title}: Rackside ended while it was being printed`,
    );
  return interrupted.length;
}
