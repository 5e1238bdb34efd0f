import { choosePool } from "../../domain/addresses";
import { runningOperation, stuck } from "../sender";
import type { Sender } from "../sender";

/**
 * Brings the number of addresses of one family up to the wanted count. Counting what the server already has makes a repetition harmless:
 * after an unknown outcome the addresses that did arrive are not asked for again.
 */
export const assignAddresses: Sender<"assign-addresses"> = async ({
  gateway,
  request,
  server,
  serverId,
  readPlace,
}) => {
  const mine = server.addresses.filter((address) => address.family === request.family);
  if (mine.some((address) => !address.isReady)) return { is: "busy", percent: server.operation?.percent ?? null };
  const missing = request.count - mine.length;
  if (missing <= 0) {
    const list = mine.map((address) => address.address).join(", ");
    return { is: "done", outcome: list, findings: { addresses: server.addresses } };
  }
  const running = runningOperation(server);
  if (running) return running;
  const { pool } = choosePool(await readPlace(), request.family);
  const family = request.family === "ipv4" ? "IPv4" : "IPv6";
  if (!pool) return stuck("refused", `No pool with ${family} addresses serves this server's rack or location`);
  return {
    is: "ready",
    key: `${String(pool.poolId)}:${String(missing)}`,
    act: () => gateway.assignAddresses(serverId, { poolId: pool.poolId, family: request.family, count: missing }),
  };
};

/** Frees every address of the server, one after the other. */
export const releaseAddresses: Sender<"release-addresses"> = async ({ gateway, server, serverId, progress }) => {
  if (server.addresses.some((address) => !address.isReady)) return { is: "busy", percent: null };
  const next = server.addresses[0];
  if (!next) {
    const outcome = progress.lastKey === undefined ? "There were none" : "All addresses are back in their pools";
    return { is: "done", outcome, findings: { addresses: [] } };
  }
  return (
    runningOperation(server) ?? {
      is: "ready",
      key: `release ${String(next.addressId)}`,
      act: () => gateway.releaseAddress(serverId, next.addressId),
    }
  );
};
