import { readServerStock } from "../../app/panel-reading";
import type { ActionRequest } from "../../contract/shapes/action";
import type { ServerFacts } from "../../contract/shapes/panel";
import { isFreeServer, whyUnfit } from "../../domain/free-server";
import type { Look, SendContext } from "../sender";

type TakeContext = Pick<SendContext<"take-server">, "gateway" | "readTaken"> & {
  readonly request: Extract<ActionRequest, { kind: "take-server" }>;
  readonly serverId: number | null;
};

/**
 * Finds the free server of the type with the lowest id. Nothing is changed on the panel: the server is kept for the service by the transaction that
 * ends this step, which fails when another service was faster. A service that has its server keeps it.
 */
export async function takeServer({ gateway, request, serverId, readTaken }: TakeContext): Promise<Look> {
  if (serverId !== null) return taken(serverId);
  const { servers } = await readServerStock(gateway);
  const ofType = servers
    .filter((server) => server.serverType === request.serverType)
    .sort((left, right) => left.serverId - right.serverId);
  const held = await readTaken();
  for (const candidate of ofType) {
    if (held.has(candidate.serverId) || !isFreeServer(candidate)) continue;
    // The list may be older than the server: what is handed over is looked at by itself.
    if (isFreeServer(await gateway.getServer(candidate.serverId))) return taken(candidate.serverId);
  }
  return { is: "none-free", reason: whyNoneIsFree(request.serverType, ofType, held) };
}

function taken(serverId: number): Look {
  return { is: "done", outcome: `Server ${String(serverId)}`, findings: { serverId } };
}

/** Every server of the type with what keeps it, counted: `No free server of HPCorei5: 3 owned, 1 blocked`. */
function whyNoneIsFree(serverType: string, servers: readonly ServerFacts[], held: ReadonlySet<number>): string {
  if (servers.length === 0) return `The panel has no server of ${serverType}`;
  const counts = new Map<string, number>();
  for (const server of servers) {
    const reason = whyKept(server, held);
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  const reasons = [...counts].map(([reason, count]) => `${String(count)} ${reason}`).join(", ");
  return `No free server of ${serverType}: ${reasons}`;
}

function whyKept(server: ServerFacts, held: ReadonlySet<number>): string {
  if (server.ownerEmail !== null) return "owned";
  if (held.has(server.serverId)) return "held for another service";
  return whyUnfit(server)[0] ?? "in work";
}
