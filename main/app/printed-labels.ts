import type { LabelValues } from "../contract/shapes/label";
import { isSamePlace, marked } from "../domain/label-changes";
import { labelsPerThing, thingsFinished } from "../domain/print-run";
import type { LabelRecord, PrintJobRecord } from "../ports/label-store";
import type { Repositories } from "../ports/store";

const changed = "Changed while it was being printed";

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
    const printed = { ...label, printedAt: at, printedCount: label.printedCount + labelsPerThing(job.request) };
    await labels.save(says(job.values[index], label) ? marked(printed, false, "") : marked(printed, true, changed));
    labelled.push(label.shortId);
  }
  return { job: await printJobs.save(next), labelled };
}

/** Whether a job that was made a while ago printed what the thing is called by now, and where it stands. */
function says(values: LabelValues = {}, { title, place }: LabelRecord): boolean {
  return (values.name ?? "") === title && isSamePlace(values.place ?? "", place);
}
