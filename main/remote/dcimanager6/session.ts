import { setTimeout as sleep } from "node:timers/promises";
import type { z } from "zod";
import { RemoteFailure } from "../../ports/failure";
import type { Log } from "../../ports/host";
import { readAs, type AnswerContext } from "../answer";
import { asBeforeCall } from "../before-call";
import { concealing } from "../secrets";
import type { Throttle } from "../throttle";
import type { HttpAnswer, HttpRequest, Transport } from "../http";
import { failureOf, openAnswer, reasonOf } from "./envelope";
import { fillPath, type RouteName, type RouteTable } from "./routes";
import { tokenAnswer } from "./wire";

export interface CallDetails {
  /** Ids for the places in the route's path. */
  readonly ids?: Readonly<Record<string, number>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
  /** Values of the body that must never appear in a message. */
  readonly secrets?: readonly string[];
  /** Is told the length of each answer before it is taken apart; what it throws ends the call. */
  readonly onAnswer?: (characters: number) => void;
}

/** Makes authenticated calls; each answer is checked against `shape`. Rejects with a RemoteFailure only. */
export type Call = <T>(route: RouteName, shape: z.ZodType<T>, details?: CallDetails) => Promise<T>;

export interface SessionLimits {
  /** For one exchange. */
  readonly deadlineMs: number;
  readonly signInDeadlineMs: number;
  /** How often a sleeping service is called, all in all. */
  readonly asleepTries: number;
  /** Pause after the n-th try: n times this. */
  readonly asleepDelayMs: number;
}

/** Where a panel lives and how its calls are named there. */
export interface PanelEndpoint {
  readonly transport: Transport;
  /** Path that both forms of the API hang on; begins and ends with a slash. */
  readonly root: string;
  readonly routes: RouteTable;
}

export interface SessionOptions {
  readonly system: string;
  readonly username: string;
  readonly password: string;
  /** Asked at every call. Throws a RemoteFailure when the address or a route correction makes no sense. */
  readonly openEndpoint: () => PanelEndpoint;
  readonly limits: SessionLimits;
  readonly throttle: Throttle;
  readonly log: Log;
}

/**
 * Signs in at the first call and again when the panel no longer accepts the session [documented: 401]; parallel calls share one
 * sign-in. A call is repeated only after 401 and 503, which both say that it was not executed.
 */
export function createSession(options: SessionOptions): Call {
  const { system, limits, log, openEndpoint } = options;
  let prefix: string | null = null;
  let session: { readonly token: string; readonly isConfirmed: boolean } | null = null;
  let signingIn: Promise<string> | null = null;

  return async (route, shape, details = {}) => {
    try {
      return await options.throttle(() => perform(route, shape, details));
    } catch (error) {
      if (error instanceof RemoteFailure) log.info("remote.failed", { system, call: route, kind: error.kind });
      throw error;
    }
  };

  async function perform<T>(route: RouteName, shape: z.ZodType<T>, details: CallDetails): Promise<T> {
    const answer = await callSignedIn(route, details);
    details.onAnswer?.(answer.text.length);
    const context = contextOf(route, details.secrets);
    if (answer.status !== 401) return readAs(shape, openAnswer(answer, context), context);
    const hint = session?.isConfirmed === false ? "The account may need its second factor. " : "";
    const { message } = failureOf(answer, context);
    session = null;
    throw new RemoteFailure("unauthenticated", system, `${hint}${message}`);
  }

  async function callSignedIn(route: RouteName, details: CallDetails): Promise<HttpAnswer> {
    const token = session?.token ?? (await renew(null));
    const answer = await send(route, details, token);
    return answer.status === 401 ? send(route, details, await renew(token)) : answer;
  }

  /** A token other than the refused one; another call may already have fetched it. */
  function renew(refused: string | null): Promise<string> {
    if (session && session.token !== refused) return Promise.resolve(session.token);
    signingIn ??= signIn().finally(() => {
      signingIn = null;
    });
    return signingIn;
  }

  async function signIn(): Promise<string> {
    const context = contextOf("session.sign-in");
    try {
      const answer = await postCredentials();
      if (answer.status >= 400 && answer.status < 500 && answer.status !== 429) {
        const reason = reasonOf(answer, context) || `HTTP ${String(answer.status)}`;
        throw new RemoteFailure("unauthenticated", system, `The panel refused the sign-in: ${reason}`);
      }
      session = readAs(tokenAnswer, openAnswer(answer, context), context);
    } catch (error) {
      throw asBeforeCall(error);
    }
    log.info("remote.signed-in", { system, prefix });
    return session.token;
  }

  /** The API may hang on `/api/` or on the root [seen both ways]; the first form that knows the sign-in is remembered. */
  async function postCredentials(): Promise<HttpAnswer> {
    const { root } = openEndpoint();
    const body = { email: options.username, password: options.password };
    for (const candidate of prefix === null ? [`${root}api/`, root] : [prefix]) {
      const answer = await exchange("session.sign-in", candidate, { body }, {}, limits.signInDeadlineMs);
      if (answer.status === 404) continue;
      prefix = candidate;
      return answer;
    }
    throw new RemoteFailure("not-sent", system, "There is no DCImanager 6 at this address: it knows no sign-in");
  }

  function send(route: RouteName, details: CallDetails, token: string): Promise<HttpAnswer> {
    const headers = { "x-xsrf-token": token, cookie: `ses6=${token}`, "isp-box-instance": "true" };
    return exchange(route, prefix ?? openEndpoint().root, details, headers, limits.deadlineMs);
  }

  /** One call, repeated until its service is awake. */
  async function exchange(
    route: RouteName,
    base: string,
    { ids = {}, query = {}, body }: CallDetails,
    headers: HttpRequest["headers"],
    deadlineMs: number,
  ): Promise<HttpAnswer> {
    const { transport, routes } = openEndpoint();
    const { method, path } = routes[route];
    const request: HttpRequest = {
      method,
      path: `${base}${fillPath(path, ids)}${toQuery(query)}`,
      headers: { accept: "application/json", "content-type": "application/json", ...headers },
      body: body === undefined ? null : JSON.stringify(body),
      isOrder: method !== "GET",
      deadlineMs,
    };
    for (let attempt = 1; ; attempt += 1) {
      const startedAt = performance.now();
      const answer = await transport(request);
      const durationMs = Math.round(performance.now() - startedAt);
      log.debug("remote.answered", { system, call: route, status: answer.status, attempt, durationMs });
      if (answer.status !== 503 || attempt >= limits.asleepTries) return answer;
      await sleep(attempt * limits.asleepDelayMs);
    }
  }

  function contextOf(call: RouteName, secrets: readonly string[] = []): AnswerContext {
    return { system, call, conceal: concealing([options.password, session?.token ?? "", ...secrets]) };
  }
}

/** With %20 for a space, as in every sample of the vendor. */
function toQuery(query: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
}
