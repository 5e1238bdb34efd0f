import { RemoteFailure } from "../ports/failure";
import type { PanelConnection, PanelConnector, PanelGateway } from "../ports/gateway";
import type { Log } from "../ports/host";
import { readCertificate } from "./certificate-check";
import { classify } from "./classify";
import { createDcimanager6Gateway } from "./dcimanager6/gateway";
import { checkRoutes } from "./dcimanager6/route-check";
import { correctRoutes } from "./dcimanager6/routes";
import * as dcimanager6 from "./dcimanager6/session";
import { dialects } from "./dsmanager/dialects";
import { correctFunctions } from "./dsmanager/functions";
import { createDsmanagerGateway } from "./dsmanager/gateway";
import * as dsmanager from "./dsmanager/session";
import type { Transport, TransportOptions } from "./http";
import { withPlainText } from "./plain-text";
import { createThrottle } from "./throttle";
import { createTransport } from "./transport";

export interface RemoteLimits extends dcimanager6.SessionLimits {
  readonly connectTimeoutMs: number;
  /** For one answer. */
  readonly maximumBytes: number;
  /** Calls that one panel gets at the same time. */
  readonly parallelCalls: number;
}

const defaultLimits: RemoteLimits = {
  deadlineMs: 60_000,
  signInDeadlineMs: 20_000,
  connectTimeoutMs: 10_000,
  // A list of 15,000 servers is about 30 MB.
  maximumBytes: 64 * 1_048_576,
  // The vendor's own sample: ten tries, a tenth of a second longer each time.
  asleepTries: 10,
  asleepDelayMs: 100,
  parallelCalls: 4,
};

interface ConnectorOptions {
  readonly log: Log;
  readonly limits?: Partial<RemoteLimits>;
  /** Carries the exchanges in place of HTTP. */
  readonly openTransport?: (options: TransportOptions) => Transport;
}

interface Surroundings {
  readonly limits: RemoteLimits;
  readonly log: Log;
  readonly openTransport: (options: TransportOptions) => Transport;
}

/** Opens panels. `connect` sends nothing yet: a wrong address shows at the first call, as a RemoteFailure. */
export function createPanelConnector(options: ConnectorOptions): PanelConnector {
  const limits = { ...defaultLimits, ...options.limits };
  const surroundings = { limits, log: options.log, openTransport: options.openTransport ?? createTransport };
  return {
    connect(connection) {
      switch (connection.type) {
        case "dcimanager6-colocation":
          return withPlainText(connectDcimanager6(connection, surroundings));
        case "dsmanager":
          return withPlainText(connectDsmanager(connection, surroundings));
      }
    },
    async inspectCertificate(text) {
      const url = parseUrl(text, text);
      if (url.protocol === "http:") return null;
      try {
        return await readCertificate(url, limits.connectTimeoutMs);
      } catch (error) {
        throw classify(error, { system: url.host, origin: url.origin, hasBegun: false });
      }
    },
  };
}

function connectDcimanager6(connection: PanelConnection, surroundings: Surroundings): PanelGateway {
  const { limits, log } = surroundings;
  const { system, username, password } = connection;
  const openEndpoint = once((): dcimanager6.PanelEndpoint => {
    const routes = correctRoutes(connection.routeOverrides);
    if ("problem" in routes) throw new RemoteFailure("not-sent", system, routes.problem);
    const { transport, pathname } = reach(connection, surroundings);
    const root = pathname.replace(/\/+$/, "").replace(/\/api$/, "") + "/";
    return { transport, root, routes: routes.table };
  });
  const throttle = createThrottle(limits.parallelCalls);
  const call = dcimanager6.createSession({ system, username, password, openEndpoint, limits, throttle, log });
  return createDcimanager6Gateway(call, {
    system,
    username,
    checkRoutes: async () => checkRoutes(openEndpoint(), system, limits.deadlineMs),
  });
}

function connectDsmanager(connection: PanelConnection, surroundings: Surroundings): PanelGateway {
  const { limits, log } = surroundings;
  const { system, username, password } = connection;
  const rules = dialects[connection.dialect ?? "dsmanager"];
  const openEndpoint = once((): dsmanager.PanelEndpoint => {
    const functions = correctFunctions(connection.routeOverrides);
    if ("problem" in functions) throw new RemoteFailure("not-sent", system, functions.problem);
    const { transport, pathname } = reach(connection, surroundings);
    const path = pathname === "/" ? rules.defaultPath : pathname;
    return { transport, path, functions: functions.table };
  });
  const throttle = createThrottle(limits.parallelCalls);
  const call = dsmanager.createSession({ system, username, password, rules, openEndpoint, limits, throttle, log });
  const openFunctions = () => openEndpoint().functions;
  return createDsmanagerGateway(call, { system, username, rules, openFunctions });
}

function reach(
  { system, url, pinnedFingerprint }: PanelConnection,
  { limits, openTransport }: Surroundings,
): { readonly transport: Transport; readonly pathname: string } {
  const { origin, pathname } = parseUrl(url, system);
  return { transport: openTransport({ system, origin, pinnedFingerprint, ...limits }), pathname };
}

/** Keeps the first value; a throw is tried again. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

function parseUrl(text: string, system: string): URL {
  try {
    const url = new URL(text);
    if (url.protocol === "https:" || url.protocol === "http:") return url;
  } catch {
    // Falls through to the one message for every address that cannot be used.
  }
  throw new RemoteFailure("not-sent", system, "The panel's address is not an http or https address");
}
