import type { z } from "zod";
import { RemoteFailure } from "../../ports/failure";
import type { Log } from "../../ports/host";
import { readAs, type AnswerContext } from "../answer";
import { asBeforeCall } from "../before-call";
import { concealing } from "../secrets";
import type { Throttle } from "../throttle";
import type { Transport } from "../http";
import type { DialectRules } from "./dialects";
import { failureOf, openAnswer, toDocument, type Opened } from "./envelope";
import type { FunctionName, FunctionTable } from "./functions";

export interface CallDetails {
  readonly parameters?: Readonly<Record<string, string>>;
  /** Values of the parameters that must never appear in a message. */
  readonly secrets?: readonly string[];
  readonly isOrder?: boolean;
  /** Is told the length of each answer before it is taken apart; what it throws ends the call. */
  readonly onAnswer?: (characters: number) => void;
  /** The name to call by, made out of the table's. */
  readonly rename?: (func: string) => string;
}

/** Makes authenticated calls; the `<doc>` of each answer is checked against `shape`. Rejects with a RemoteFailure only. */
export type Call = <T>(name: FunctionName, shape: z.ZodType<T>, details?: CallDetails) => Promise<T>;

export interface SessionLimits {
  /** For one exchange. */
  readonly deadlineMs: number;
  readonly signInDeadlineMs: number;
}

/** Where a panel lives and how its functions are named there. */
export interface PanelEndpoint {
  readonly transport: Transport;
  /** From the root of the host. */
  readonly path: string;
  readonly functions: FunctionTable;
}

export interface SessionOptions {
  readonly system: string;
  readonly username: string;
  readonly password: string;
  readonly rules: DialectRules;
  /** Asked at every call. Throws a RemoteFailure when the address or a correction makes no sense. */
  readonly openEndpoint: () => PanelEndpoint;
  readonly limits: SessionLimits;
  readonly throttle: Throttle;
  readonly log: Log;
}

/**
 * Signs in at the first call and again when the panel no longer accepts the session [documented: an hour after the last call];
 * parallel calls share one sign-in. Everything goes by POST, so that neither password nor session stands in an address. A call
 * is repeated only when the panel said that it did not accept the session.
 */
export function createSession(options: SessionOptions): Call {
  const { system, rules, limits, log, openEndpoint } = options;
  let session: string | null = null;
  let signingIn: Promise<string> | null = null;

  return async (name, shape, details = {}) => {
    try {
      return await options.throttle(() => perform(name, shape, details));
    } catch (error) {
      if (error instanceof RemoteFailure) log.info("remote.failed", { system, call: name, kind: error.kind });
      throw error;
    }
  };

  async function perform<T>(name: FunctionName, shape: z.ZodType<T>, details: CallDetails): Promise<T> {
    const opened = await callSignedIn(name, details);
    const context = contextOf(name, details.secrets);
    if ("root" in opened) return readAs(shape, toDocument(opened.root), context);
    const failure = failureOf(opened.error, rules, context);
    if (failure.kind === "unauthenticated") session = null;
    throw failure;
  }

  async function callSignedIn(name: FunctionName, details: CallDetails): Promise<Opened> {
    const current = session ?? (await renew(null));
    const opened = await send(name, details, current);
    const isGone = "error" in opened && opened.error.meaning === "unauthenticated";
    return isGone ? send(name, details, await renew(current)) : opened;
  }

  /** A session other than the refused one; another call may already have opened it. */
  function renew(refused: string | null): Promise<string> {
    if (session !== null && session !== refused) return Promise.resolve(session);
    signingIn ??= signIn().finally(() => {
      signingIn = null;
    });
    return signingIn;
  }

  async function signIn(): Promise<string> {
    const context = contextOf("sign-in");
    try {
      const { username, password } = options;
      const form = { func: "auth", username, password };
      const opened = await exchange("sign-in", form, { isOrder: true, deadlineMs: limits.signInDeadlineMs }, context);
      if ("error" in opened) throw failureOf(opened.error, rules, context);
      const auth = opened.root.children.find(({ name }) => name === "auth");
      const id = auth?.attributes["id"] ?? auth?.text.trim() ?? "";
      if (!/^[\x21-\x7e]{4,512}$/.test(id)) {
        const message = "The panel opened no session. The account may need its second factor";
        throw new RemoteFailure("unauthenticated", system, message);
      }
      session = id;
    } catch (error) {
      throw asBeforeCall(error);
    }
    log.info("remote.signed-in", { system });
    return session;
  }

  function send(name: FunctionName, details: CallDetails, auth: string): Promise<Opened> {
    const { func: known } = openEndpoint().functions[name];
    const func = details.rename?.(known) ?? known;
    const form = { func, ...details.parameters, auth };
    return exchange(name, form, { ...details, deadlineMs: limits.deadlineMs }, contextOf(name, details.secrets));
  }

  async function exchange(
    call: string,
    form: Readonly<Record<string, string>>,
    { isOrder = false, deadlineMs, onAnswer }: Pick<CallDetails, "isOrder" | "onAnswer"> & { deadlineMs: number },
    context: AnswerContext,
  ): Promise<Opened> {
    const { transport, path } = openEndpoint();
    const startedAt = performance.now();
    const answer = await transport({
      method: "POST",
      path,
      headers: { accept: "application/xml, text/xml", "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ ...form, out: "xml" }).toString(),
      isOrder,
      deadlineMs,
    });
    const durationMs = Math.round(performance.now() - startedAt);
    log.debug("remote.answered", { system, call, status: answer.status, durationMs });
    onAnswer?.(answer.text.length);
    return openAnswer(answer, rules, context);
  }

  function contextOf(call: string, secrets: readonly string[] = []): AnswerContext {
    return { system, call, conceal: concealing([options.password, session ?? "", ...secrets]) };
  }
}
