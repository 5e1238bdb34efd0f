import { setTimeout as sleep } from "node:timers/promises";
import type { z } from "zod";
import { RemoteFailure } from "../../ports/failure";
import type { Log } from "../../ports/host";
import type { HttpAnswer, HttpRequest, Transport } from "../transport";
import type { Throttle } from "../throttle";
import { failureOf, openAnswer, readAs, reasonOf, type AnswerContext } from "./envelope";
import { fillPath, type RouteName, type RouteTable } from "./routes";
import { tokenAnswer } from "./wire";

export interface CallDetails {
  /** Ids for the places in the route's path. */
  readonly ids?: Readonly<Record<string, number>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
  /** Values of the body that must never appear in a message. */
  readonly secrets?: readonly string[];
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
  /** Throws a RemoteFailure when the address or a route correction makes no sense. */
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
  const { system, limits, log } = options;
  let endpoint: PanelEndpoint | null = null;
  let prefix: string | null = null;
  let session: { readonly token: string; readonly isConfirmed: boolean } | null = null;
  let signingIn: Promise<string> | null = null;

  return (route, shape, details = {}) =>
    options.throttle(async () => {
      const context = contextOf(route, details.secrets);
      const answer = await callSignedIn(route, details);
      if (answer.status !== 401) return readAs(shape, openAnswer(answer, context), context);
      const hint = session?.isConfirmed === false ? "The account may need its second factor. " : "";
      session = null;
      throw new RemoteFailure("unauthenticated", system, `${hint}${failureOf(answer, context).message}`);
    });

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
    const answer = await postCredentials();
    if (answer.status >= 400 && answer.status < 500 && answer.status !== 404 && answer.status !== 429) {
      const reason = reasonOf(answer, context) || `HTTP ${String(answer.status)}`;
      throw new RemoteFailure("unauthenticated", system, `The panel refused the sign-in: ${reason}`);
    }
    session = readAs(tokenAnswer, openBeforeCall(answer, context), context);
    log.info("remote.signed-in", { system, prefix });
    return session.token;
  }

  /** The API may hang on `/api/` or on the root [seen both ways]; the first form that knows the sign-in is remembered. */
  async function postCredentials(): Promise<HttpAnswer> {
    const { root } = open();
    const body = JSON.stringify({ email: options.username, password: options.password });
    const candidates = prefix === null ? [`${root}api/`, root] : [prefix];
    let answer: HttpAnswer | null = null;
    for (const candidate of candidates) {
      answer = await beforeCall(() => exchange("session.sign-in", candidate, { body }, limits.signInDeadlineMs));
      if (answer.status === 404) continue;
      prefix = candidate;
      break;
    }
    if (!answer) throw new RemoteFailure("not-sent", system, "The panel has no address to sign in at");
    return answer;
  }

  function send(route: RouteName, details: CallDetails, token: string): Promise<HttpAnswer> {
    const { body, ids, query } = details;
    const headers = { "x-xsrf-token": token, cookie: `ses6=${token}`, "isp-box-instance": "true" };
    const content = body === undefined ? {} : { body: JSON.stringify(body) };
    return exchange(route, prefix ?? open().root, { ...content, ids, query, headers }, limits.deadlineMs);
  }

  /** One call until its service is awake. */
  async function exchange(
    route: RouteName,
    base: string,
    content: Partial<Pick<HttpRequest, "headers">> & {
      body?: string;
      ids?: CallDetails["ids"];
      query?: CallDetails["query"];
    },
    deadlineMs: number,
  ): Promise<HttpAnswer> {
    const { transport, routes } = open();
    const { method, path } = routes[route];
    const request: HttpRequest = {
      method,
      path: `${base}${fillPath(path, content.ids ?? {})}${toQuery(content.query ?? {})}`,
      headers: { accept: "application/json", "content-type": "application/json", ...content.headers },
      body: content.body ?? null,
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

  function open(): PanelEndpoint {
    endpoint ??= options.openEndpoint();
    return endpoint;
  }

  function contextOf(call: RouteName, secrets: readonly string[] = []): AnswerContext {
    const conceal = (text: string) => hide(text, [options.password, session?.token ?? "", ...secrets]);
    return { system, call, conceal };
  }
}

/** Trouble with the sign-in says nothing about the call behind it, except that it was not sent. */
async function beforeCall<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asNotSent(error);
  }
}

function openBeforeCall(answer: HttpAnswer, context: AnswerContext): unknown {
  try {
    return openAnswer(answer, context);
  } catch (error) {
    throw asNotSent(error);
  }
}

function asNotSent(error: unknown): unknown {
  const isUnclear = error instanceof RemoteFailure && error.kind === "unknown-outcome";
  return isUnclear ? new RemoteFailure("not-sent", error.system, `Sign-in: ${error.message}`, { cause: error }) : error;
}

function hide(text: string, secrets: readonly string[]): string {
  const longestFirst = secrets.filter((secret) => secret !== "").sort((left, right) => right.length - left.length);
  return longestFirst.reduce((hidden, secret) => hidden.replaceAll(secret, "…"), text);
}

/** With %20 for a space, as in every sample of the vendor. */
function toQuery(query: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
}
