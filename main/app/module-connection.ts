import type { CallOutput, ParsedInput } from "../contract/calls";
import type { ConnectionInput, ModuleConfiguration } from "../contract/shapes/module";
import type { Certificate } from "../contract/shapes/panel";
import { RemoteFailure } from "../ports/failure";
import type { PanelGateway } from "../ports/gateway";
import type { App } from "./app";
import { readConfiguration, readServerStock } from "./panel-reading";

export interface ConnectionTrial {
  readonly gateway: PanelGateway;
  readonly certificate: Certificate | null;
  readonly signedInAs: string;
}

/** Signs in with what was typed. An unknown self-signed certificate is a fault that carries it, so that a person can compare and trust it. */
export async function tryConnection(app: App, input: ConnectionInput): Promise<ConnectionTrial> {
  const { type, dialect, url, username, password, trustedFingerprint, routeOverrides } = input;
  const system = new URL(url).host;
  const pinnedFingerprint = trustedFingerprint;
  const gateway = app.panels.connect({
    type,
    dialect,
    system,
    url,
    username,
    password,
    pinnedFingerprint,
    routeOverrides,
  });
  const { signedInAs } = await gateway.probe();
  const certificate = trustedFingerprint ? await app.panels.inspectCertificate(url) : null;
  return { gateway, certificate, signedInAs };
}

/** What the panel of a connection has; stores nothing. DSmanager is asked which of its functions answer, as their names differ by version. */
export async function describePanel(
  { gateway, certificate, signedInAs }: ConnectionTrial,
  type: ParsedInput<"module.try">["type"],
): Promise<CallOutput<"module.try">> {
  const routes = type === "dsmanager" ? [...(await gateway.checkRoutes()).routes] : null;
  // A function that does not answer stands in the routes, where its name can be corrected; it must not hide them.
  const told = <T>(asked: Promise<T>, otherwise: T) => (routes === null ? asked : unlessRefused(asked, otherwise));
  const firstServer = gateway.listServers({ offset: 0, limit: 1, search: "", locationId: null });
  const [servers, locations, stock] = await Promise.all([
    told(firstServer, { rows: [], total: 0 }),
    told(gateway.listLocations(), []),
    told(readServerStock(gateway), { presets: [], servers: [] }),
  ]);
  const { presets } = stock;
  return { signedInAs, serverCount: servers.total, locations: [...locations], presets, certificate, routes };
}

/** The configuration behind a connection that was just tried; undefined where the panel refuses a part of it. */
export function readFirstConfiguration(
  app: App,
  { gateway }: ConnectionTrial,
): Promise<ModuleConfiguration | undefined> {
  return unlessRefused(readConfiguration(gateway, app.clock.now()), undefined);
}

async function unlessRefused<T>(asked: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof RemoteFailure && error.kind === "refused") return otherwise;
    throw error;
  }
}
