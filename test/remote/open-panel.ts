import { createPanelConnector, type RemoteLimits } from "../../main/remote/connector";
import { RemoteFailure } from "../../main/ports/failure";
import type { PanelConnection, PanelGateway } from "../../main/ports/gateway";
import type { Log } from "../../main/ports/host";

export const password = "pl4nted-s3cret";

/** A log that keeps every line as text. */
export function createKeptLog(): Log & { readonly lines: string[] } {
  const lines: string[] = [];
  const keep = (event: string, details?: unknown): void => {
    lines.push(JSON.stringify({ event, details }));
  };
  return { lines, debug: keep, info: keep, warn: keep, error: keep };
}

export function openPanel(
  url: string,
  options: { connection?: Partial<PanelConnection>; limits?: Partial<RemoteLimits>; log?: Log } = {},
): PanelGateway {
  const connector = createPanelConnector({
    log: options.log ?? createKeptLog(),
    limits: { asleepDelayMs: 1, ...options.limits },
  });
  return connector.connect({
    type: "dcimanager6-colocation",
    dialect: null,
    system: "panel-under-test",
    url,
    username: "dc@example.net",
    password,
    pinnedFingerprint: null,
    routeOverrides: {},
    ...options.connection,
  });
}

/** The RemoteFailure that the work ends in; anything else fails the test. */
export async function failureFrom(work: Promise<unknown>): Promise<RemoteFailure> {
  const outcome = await work.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ("error" in outcome && outcome.error instanceof RemoteFailure) return outcome.error;
  throw new Error("Expected a RemoteFailure", { cause: outcome });
}
