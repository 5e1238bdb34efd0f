import { z } from "zod";
import { RemoteFailure } from "../../ports/failure";
import type { HttpAnswer } from "../transport";

/** Which call of which panel an answer belongs to. */
export interface AnswerContext {
  readonly system: string;
  /** Name of the route. */
  readonly call: string;
  /** Takes the secrets of the call out of a text that the panel wrote. */
  readonly conceal: (text: string) => string;
}

const longestReason = 300;
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

/** Checks a value against the shape of a call's answer; `malformed` names the call and the first field that does not fit. */
export function readAs<T>(shape: z.ZodType<T>, value: unknown, { system, call }: AnswerContext): T {
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.map(String).join(".") ?? "";
  const where = field === "" ? "as a whole" : `in the field "${field}"`;
  throw new RemoteFailure("malformed", system, `The answer to ${call} does not fit ${where}: ${issue?.message ?? ""}`);
}

/** The panel's own words for why it said no; empty when it gave none. */
export function reasonOf(answer: HttpAnswer, context: AnswerContext): string {
  return context.conceal(readError(answer.text)?.msg?.trim() ?? "").slice(0, longestReason);
}

/** What to make of an answer that is not 2xx. 401 and 503 reach this only when their remedies are used up. */
export function failureOf(answer: HttpAnswer, context: AnswerContext): RemoteFailure {
  const { status } = answer;
  const { system, call } = context;
  const reason = reasonOf(answer, context);
  if (status === 401) {
    return new RemoteFailure("unauthenticated", system, reason || "The panel does not accept the session");
  }
  if (status === 404) return missing(answer, context, reason);
  if (status === 429) {
    const wait = /^\d{1,6}$/.test(answer.retryAfter ?? "") ? ` for ${answer.retryAfter ?? ""} s` : "";
    return new RemoteFailure("throttled", system, `The panel asks to hold off${wait}`);
  }
  if (status === 503) return new RemoteFailure("asleep", system, "The panel's service is asleep and did not wake up");
  if (status >= 500) {
    return new RemoteFailure(
      "unknown-outcome",
      system,
      reason || `The panel failed at ${call} (HTTP ${String(status)})`,
    );
  }
  if (status >= 400) {
    return new RemoteFailure("refused", system, reason || `The panel refused ${call} (HTTP ${String(status)})`);
  }
  const message = `The panel answered ${call} with HTTP ${String(status)}, which is not followed; check the panel's address`;
  return new RemoteFailure("malformed", system, message);
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
    const parsed = errorBody.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data.error : null;
  } catch {
    return null;
  }
}

/** Without the parser's own error as cause: it quotes the text. */
function parseJson(text: string, { system, call }: AnswerContext): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RemoteFailure("malformed", system, `The answer to ${call} is not JSON`);
  }
}
