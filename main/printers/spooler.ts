import type { Finding } from "./conditions";

/** What is handed to a queue of this computer. */
export interface SpoolDocument {
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly title: string;
  /** In the printer's own language: nothing may be done to it on the way. */
  readonly isRaw: boolean;
}

export type Submission = { readonly jobId: string } | { readonly refusal: string } | { readonly doubt: string };

/** The printing system of this computer. */
export interface Spooler {
  /**
   * Hands a document over; answers its number there. `refusal`: it was not taken, and nothing of it is printed. `doubt`: whether it was taken is not
   * known.
   */
  submit(queue: string, document: SpoolDocument, signal: AbortSignal): Promise<Submission>;
  /** Whether the job is still in the queue; undefined when that cannot be told. */
  isQueued(queue: string, jobId: string): Promise<boolean | undefined>;
  ask(queue: string): Promise<Finding>;
  cancel(queue: string, jobId: string): Promise<void>;
  list(): Promise<readonly { readonly name: string; readonly detail: string }[]>;
}
