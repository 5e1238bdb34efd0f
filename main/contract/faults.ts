import { z } from "zod";
import { instantShape } from "./shapes/basics";
import { accessShape } from "./shapes/console";
import { certificateShape } from "./shapes/panel";

export const issueShape = z.object({
  /** Dotted path of the field inside the call's input; empty for the input as a whole. */
  path: z.string(),
  message: z.string(),
});
export type Issue = Readonly<z.infer<typeof issueShape>>;

const message = z.string();

/**
 * Everything that a call may answer instead of a value. Expected, part of the contract, safe to show:
 * no secret, no answer body, no URL with credentials. `message` says what happened and what can be done.
 */
export const faultShape = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("invalid-input"), message, issues: z.array(issueShape) }),
  z.object({ kind: z.literal("not-found"), message, entity: z.string(), id: z.string() }),
  z.object({ kind: z.literal("stale"), message, currentRevision: z.number().int() }),
  /** A rule of the trade forbids it now; `rule` is a stable word such as `task-taken`, or `role` when the call is not for this operator. */
  z.object({ kind: z.literal("not-allowed"), message, rule: z.string() }),
  /** The vault: a secret cannot be read here and now. */
  z.object({ kind: z.literal("locked"), message }),
  /** Nobody is signed in, or the console is locked, or nobody has set it up. */
  z.object({ kind: z.literal("signed-out"), message, access: accessShape.exclude(["signed-in"]) }),
  /** A wrong PIN, passphrase, token or recovery code. */
  z.object({
    kind: z.literal("wrong-secret"),
    message,
    /** The next attempt is refused before this instant; null when it may follow at once. */
    blockedUntil: instantShape.nullable(),
  }),
  z.object({ kind: z.literal("needs-sign-in"), message, system: z.string() }),
  z.object({
    kind: z.literal("untrusted-certificate"),
    message,
    system: z.string(),
    certificate: certificateShape,
    isChanged: z.boolean(),
  }),
  z.object({ kind: z.literal("remote-refused"), message, system: z.string(), reason: z.string() }),
  z.object({ kind: z.literal("unavailable"), message, system: z.string(), retryable: z.boolean() }),
  z.object({ kind: z.literal("internal"), message, reference: z.string() }),
]);
export type Fault = Readonly<z.infer<typeof faultShape>>;

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault };
