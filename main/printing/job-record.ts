import type { ConsoleEvent } from "../contract/events";
import type { Author, JournalledStore } from "../app/journalled-store";
import { automaticPerformer } from "../app/open-task";
import { saveWithPrinted } from "../app/printed-labels";
import type { Clock } from "../ports/host";
import type { PrintJobRecord } from "../ports/label-store";

export interface RecordParts {
  readonly store: JournalledStore;
  readonly clock: Clock;
  publish(event: ConsoleEvent): void;
}

/** The queue works by itself. */
const queueAuthor: Author = { operator: automaticPerformer, call: "print-queue" };

export type JobPatch = Partial<
  Pick<PrintJobRecord, "state" | "printed" | "reason" | "condition" | "hasFile" | "endedAt">
>;

/**
 * Stores what became of a job and tells it, together with the things that are labelled by it. Undefined, and nothing is stored, when the job is not in
 * one of the states any more: a person was faster. With a `summary` the journal says it.
 */
export async function saveJob(
  { store, clock, publish }: RecordParts,
  jobId: string,
  states: readonly PrintJobRecord["state"][],
  patch: JobPatch,
  summary?: (job: PrintJobRecord) => string,
): Promise<PrintJobRecord | undefined> {
  const saved = await store.write(async (repositories, note) => {
    const current = await repositories.printJobs.find(jobId);
    if (!current || !states.includes(current.state)) return undefined;
    const next = { ...current, ...patch };
    if (summary) note({ entity: "print-job", entityId: jobId, serviceId: null, summary: summary(next) });
    return saveWithPrinted(repositories, current, next, clock.now());
  }, queueAuthor);
  if (!saved) return undefined;
  const labels = saved.labelled.map((id) => ({ entity: "label" as const, id }));
  publish({ name: "records.changed", changes: [{ entity: "print-job", id: jobId }, ...labels] });
  return saved.job;
}
