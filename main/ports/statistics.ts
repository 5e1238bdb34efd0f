import type { AgeBand } from "../contract/shapes/statistics";
import type { TaskKind } from "../contract/shapes/task";

/** A stretch of time: `from` belongs to it, `to` does not. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What the store counts for the overview. Nothing here reads records, only indexes. */
export interface StatisticsRepository {
  /** Tasks that wait for a person, of every department by name; each age is the instant after which a task of that band was opened. */
  listQueueByAge(openedAfter: Readonly<Record<Exclude<AgeBand, "older">, number>>): Promise<
    readonly {
      readonly departmentId: string;
      readonly departmentName: string;
      readonly ages: Readonly<Record<AgeBand, number>>;
    }[]
  >;
  /** Tasks opened and done in each span, in the order of the spans. */
  listThroughput(spans: readonly Span[]): Promise<
    readonly {
      readonly opened: number;
      readonly done: number;
      readonly byKind: Readonly<Record<TaskKind, number>>;
    }[]
  >;
  /** Steps of every module by its place in the order: ended in the span, and stopped now. */
  listStepsByModule(span: Span): Promise<
    readonly {
      readonly moduleId: string;
      readonly moduleName: string;
      readonly done: number;
      readonly needsAttention: number;
      readonly discarded: number;
      /** The commonest reason of those stopped now; empty when there is none. */
      readonly commonReason: string;
    }[]
  >;
}
