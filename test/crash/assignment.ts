import type { CallName } from "../../main/contract/calls";

/** Moments at which the program can be made to die; between two of them the disk or the panel has changed. */
export const commitPoints = [
  "transaction about to commit",
  "transaction committed",
  "sending saved",
  "order about to leave",
  "order answered",
  "confirming saved",
  "uncertain saved",
  "finished saved",
  "call answered",
  "call told",
  "backup made",
] as const;
export type CommitPoint = (typeof commitPoints)[number];

/** What the parent wants of one child; passed as JSON in the first argument. */
export interface Assignment {
  readonly directory: string;
  readonly panel: { readonly url: string; readonly username: string; readonly password: string };
  readonly seed: number;
  /** `work`: enter, order and send until killed. `drain`: only see to it that everything goes out, then end. */
  readonly mode: "work" | "drain";
  /** Before anything else the profile is backed up and that backup restored, which must change nothing that was acknowledged. */
  readonly restores: boolean;
  /** Where to die by SIGKILL: the `after`-th time that the point is reached. */
  readonly death: { readonly point: CommitPoint; readonly after: number } | null;
  /** The moment from which the child's clock runs faster than the wall's, so that waiting is short. */
  readonly epoch: number;
  /** `FULL` leaves the store as it is; anything else proves that the test would notice. */
  readonly synchronous: "FULL" | "NORMAL" | "OFF";
}

/** One line that the child writes; everything that it wrote before it died arrives. */
export type ChildLine =
  | { readonly is: "opened" }
  | {
      readonly is: "begun";
      readonly id: number;
      readonly call: CallName;
      readonly input: unknown;
      readonly about: CallSubject;
    }
  | { readonly is: "acknowledged"; readonly id: number; readonly value: unknown }
  | { readonly is: "refused"; readonly id: number; readonly kind: string; readonly message: string }
  | { readonly is: "committing"; readonly transaction: number }
  | { readonly is: "committed"; readonly transaction: number }
  | { readonly is: "backed-up"; readonly file: string }
  | { readonly is: "drained"; readonly unfinished: readonly string[] };

/** What a call is about where its input does not name it. */
export interface CallSubject {
  readonly serviceId?: string;
  readonly taskId?: string;
}

/** The setting in which the child numbers its transactions. */
export const transactionSetting = "crash-test.transaction";
export const operator = "Anna";

/** Stands in for a vault: readable, so that the parent can compare what was sealed. */
export function sealForTest(plain: string): string {
  return `sealed:${Buffer.from(plain).toString("base64")}`;
}
