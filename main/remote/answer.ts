import type { z } from "zod";
import { RemoteFailure } from "../ports/failure";
import { toPlainText } from "./plain-text";
import type { HttpAnswer } from "./http";

/** Which call of which panel an answer belongs to. */
export interface AnswerContext {
  readonly system: string;
  /** Name of the route or function. */
  readonly call: string;
  /** Takes the secrets of the call out of a text that the panel wrote. */
  readonly conceal: (text: string) => string;
}

const longestReason = 300;

/** A panel's own words for why it said no, fit to be shown; empty when it gave none. */
export function showReason(words: string | null | undefined, { conceal }: AnswerContext): string {
  // First without secrets: a character that is shown by its number would tear one apart.
  return toPlainText(conceal(words?.trim() ?? "").slice(0, longestReason));
}

/** Checks a value against the shape of a call's answer; `malformed` names the call and the first field that does not fit. */
export function readAs<T>(shape: z.ZodType<T>, value: unknown, { system, call }: AnswerContext): T {
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.map(String).join(".") ?? "";
  const where = field === "" ? "as a whole" : `in the field "${field}"`;
  throw new RemoteFailure("malformed", system, `The answer to ${call} does not fit ${where}: ${issue?.message ?? ""}`);
}

/** What to make of an HTTP status other than 2xx and 404, which each family reads in its own way. */
export function failureOfStatus(answer: HttpAnswer, reason: string, { system, call }: AnswerContext): RemoteFailure {
  const { status } = answer;
  if (status === 401) {
    return new RemoteFailure("unauthenticated", system, reason || "The panel does not accept the session");
  }
  if (status === 429) {
    const wait = /^\d{1,6}$/.test(answer.retryAfter ?? "") ? ` for ${answer.retryAfter ?? ""} s` : "";
    return new RemoteFailure("throttled", system, `The panel asks to hold off${wait}`);
  }
  if (status === 503) return new RemoteFailure("asleep", system, "The panel's service is asleep and did not wake up");
  if (status >= 500) {
    const message = reason || `The panel failed at ${call} (HTTP ${String(status)})`;
    return new RemoteFailure("unknown-outcome", system, message);
  }
  if (status >= 400) {
    return new RemoteFailure("refused", system, reason || `The panel refused ${call} (HTTP ${String(status)})`);
  }
  const target = answer.redirectsTo === undefined ? "" : ` leads to ${answer.redirectsTo} and`;
  const message = `The panel answered ${call} with HTTP ${String(status)}, which${target} is not followed; check the panel's address`;
  return new RemoteFailure("malformed", system, message);
}
