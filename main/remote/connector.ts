import { RemoteFailure } from "../ports/failure";
import type { PanelConnection, PanelConnector } from "../ports/gateway";
import type { Log } from "../ports/host";
import { readCertificate } from "./certificate-check";
import { classify } from "./classify";
import { createDcimanager6Gateway } from "./dcimanager6/gateway";
import { correctRoutes } from "./dcimanager6/routes";
import { createSession, type PanelEndpoint, type SessionLimits } from "./dcimanager6/session";
import { createThrottle } from "./throttle";
import { createTransport } from "./transport";

export interface RemoteLimits extends SessionLimits {
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

/** Opens panels. `connect` sends nothing yet: a wrong address shows at the first call, as a RemoteFailure. */
export function createPanelConnector(options: { log: Log; limits?: Partial<RemoteLimits> }): PanelConnector {
  const limits = { ...defaultLimits, ...options.limits };
  return {
    connect(connection) {
      const { system, username, password } = connection;
      const call = createSession({
        system,
        username,
        password,
        openEndpoint: () => openEndpoint(connection, limits),
        limits,
        throttle: createThrottle(limits.parallelCalls),
        log: options.log,
      });
      return createDcimanager6Gateway(call, { system, username });
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

function openEndpoint(
  { system, url, pinnedFingerprint, routeOverrides }: PanelConnection,
  limits: RemoteLimits,
): PanelEndpoint {
  const routes = correctRoutes(routeOverrides);
  if ("problem" in routes) throw new RemoteFailure("not-sent", system, routes.problem);
  const { origin, pathname } = parseUrl(url, system);
  return {
    transport: createTransport({ system, origin, pinnedFingerprint, ...limits }),
    root: pathname.replace(/\/+$/, "").replace(/\/api$/, "") + "/",
    routes: routes.table,
  };
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
