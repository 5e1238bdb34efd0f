import { labelsPerThing, thingsFinished } from "../domain/print-run";
import type { PrintJobRecord, Repositories } from "../ports/store";

/**
 * Stores that more labels of a job have come out, and in the same transaction that the things they belong to are labelled: the only way in which
 * `printed` grows, so that no label is counted twice. Answers the stored job and the short ids of the things.
 */
export async function saveWithPrinted(
  { printJobs, labels }: Pick<Repositories, "printJobs" | "labels">,
  job: PrintJobRecord,
  next: PrintJobRecord,
  at: number,
): Promise<{ readonly job: PrintJobRecord; readonly labelled: readonly string[] }> {
  const labelled: string[] = [];
  for (const index of thingsFinished(job.request, job.printed, next.printed)) {
    const label = await labels.find(job.shortIds[index] ?? "");
    if (!label) continue;
    const printedCount = label.printedCount + labelsPerThing(job.request);
    await labels.save({ ...label, needsLabel: false, reason: "", printedAt: at, printedCount });
    labelled.push(label.shortId);
  }
  return { job: await printJobs.save(next), labelled };
}
