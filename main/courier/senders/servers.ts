import type { ActionRequest, NewServer } from "../../contract/shapes/action";
import type { ServerFacts } from "../../contract/shapes/panel";
import { doneAtOnce, runningOperation, stuck } from "../sender";
import type { Look, Progress, SendContext, Sender } from "../sender";

type CreateContext = Pick<SendContext<"create-server">, "gateway" | "state" | "progress" | "seen"> & {
  readonly request: Extract<ActionRequest, { kind: "create-server" }>;
};

/**
 * Registers a server. It is looked for by name, rack and lowest unit, so that a lost answer does not register it twice; a server of that name
 * elsewhere, or there before anything was sent, is put to a person, unless a person has seen just that and wants another one.
 */
export async function createServer({ gateway, request, state, progress, seen }: CreateContext): Promise<Look> {
  const { server } = request;
  const found = await findServer({ gateway, progress }, server);
  const order = { is: "ready", key: `create ${server.name}`, act: () => gateway.createServer(server) } as const;
  if (!found) return order;
  const wasOrdered = progress.lastKey !== undefined;
  const isThere = stands(found, server);
  if (!isThere && seen?.["place"] === place(found.rackId, found.units)) return order;
  if (!isThere || (!wasOrdered && state === "waiting")) {
    return stuck("conflict", `The panel already has a server named ${server.name} (${String(found.serverId)})`, [
      { field: "place", wanted: place(server.rackId, server.units), seen: "", found: place(found.rackId, found.units) },
    ]);
  }
  if (found.operation?.isRunning) return { is: "busy", percent: found.operation.percent };
  return {
    is: "done",
    outcome: `Registered as server ${String(found.serverId)}`,
    findings: { serverId: found.serverId },
  };
}

function stands(found: ServerFacts, { rackId, units }: NewServer): boolean {
  return found.rackId === rackId && units.every((unit) => found.units.includes(unit));
}

/** The server that this step registered; else one of the name, best at the place where it belongs. */
async function findServer(
  { gateway, progress }: { gateway: CreateContext["gateway"]; progress: Progress },
  server: NewServer,
): Promise<ServerFacts | undefined> {
  if (progress.serverId !== undefined) return gateway.getServer(progress.serverId);
  const { rows } = await gateway.listServers({ offset: 0, limit: 50, search: server.name, locationId: null });
  const named = rows.filter((row) => row.name === server.name);
  return named.find((row) => stands(row, server)) ?? named[0];
}

function place(rackId: number | null, units: readonly number[]): string {
  return `rack ${String(rackId ?? "unknown")}, units ${units.join(", ")}`;
}

/** Sets the server's host name. */
export const setHostname: Sender<"set-hostname"> = async ({ gateway, request, server, serverId }) => {
  const { hostname } = request;
  if (server.domain.toLowerCase() === hostname.toLowerCase()) return { is: "done", outcome: server.domain };
  return (
    runningOperation(server) ?? {
      is: "ready",
      key: hostname,
      act: async () => {
        await gateway.setHostname(serverId, hostname);
        return doneAtOnce;
      },
    }
  );
};
