import { z } from "zod";
import { RemoteFailure } from "../../ports/failure";
import { failureOfStatus, showReason, type AnswerContext } from "../answer";
import { JsonFault, parseBoundedJson } from "../bounded-json";
import type { HttpAnswer } from "../http";

const errorBody = z.object({ error: z.object({ msg: z.string().nullish() }) });

/**
 * The JSON of a good answer; null for an empty one. Everything else becomes a RemoteFailure by status, never by the
 * panel's error numbers, which no document lists.
 */
export function openAnswer(answer: HttpAnswer, context: AnswerContext): unknown {
  if (answer.status >= 200 && answer.status < 300) {
    return answer.text.trim() === "" ? null : parseJson(answer.text, context);
  }
  throw failureOf(answer, context);
}

/** The panel's own words for why it said no; empty when it gave none. */
export function reasonOf(answer: HttpAnswer, context: AnswerContext): string {
  return showReason(readError(answer.text)?.msg, context);
}

/** What to make of an answer that is not 2xx. 401 and 503 reach this only when their remedies are used up. */
export function failureOf(answer: HttpAnswer, context: AnswerContext): RemoteFailure {
  const reason = reasonOf(answer, context);
  return answer.status === 404 ? missing(answer, context, reason) : failureOfStatus(answer, reason, context);
}

/** A 404 in the panel's own error form is about the id; any other 404 means that the path itself is unknown. */
function missing(answer: HttpAnswer, { system, call }: AnswerContext, reason: string): RemoteFailure {
  if (readError(answer.text)) {
    return new RemoteFailure("refused", system, reason || "The panel does not know this id", { isMissing: true });
  }
  return new RemoteFailure(
    "refused",
    system,
    `The panel has no such function; the route ${call} may need a correction`,
  );
}

function readError(text: string): { msg?: string | null | undefined } | null {
  try {
    const parsed = errorBody.safeParse(parseBoundedJson(text));
    return parsed.success ? parsed.data.error : null;
  } catch {
    return null;
  }
}

function parseJson(text: string, { system, call }: AnswerContext): unknown {
  try {
    return parseBoundedJson(text);
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    throw new RemoteFailure("malformed", system, `The answer to ${call} is not taken as JSON: ${error.message}`);
  }
}
