import { choosePool } from "../../domain/addresses";
import type { AddressFacts } from "../../contract/shapes/panel";
import { runningOperation, stuck } from "../sender";
import type { Look, SendContext, Sender } from "../sender";

/**
 * Brings the number of addresses of one family up to the wanted count. Counting what the server already has makes a repetition harmless:
 * after an unknown outcome the addresses that did arrive are not asked for again.
 */
export const assignAddresses: Sender<"assign-addresses"> = async ({
  gateway,
  panelType,
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
  const order = (poolId: number | null): Look => ({
    is: "ready",
    key: `${String(poolId)}:${String(missing)}`,
    act: () => gateway.assignAddresses(serverId, { poolId, family: request.family, count: missing }),
  });
  // DSmanager tells nothing of its pools and chooses by itself.
  if (panelType === "dsmanager") return order(null);
  const { pool } = choosePool(await readPlace(), request.family);
  const family = request.family === "ipv4" ? "IPv4" : "IPv6";
  if (!pool) return stuck("refused", `No pool with ${family} addresses serves this server's rack or location`);
  return order(pool.poolId);
};

/** Brings the number of addresses of one family down, newest first. The server's main address always stays. */
export const reduceAddresses: Sender<"reduce-addresses"> = async ({ request, server, ...context }) => {
  if (server.addresses.some((address) => !address.isReady)) return { is: "busy", percent: null };
  const mine = server.addresses.filter((address) => address.family === request.family);
  const spare = mine
    .filter((address) => address !== server.addresses[0])
    .sort((left, right) => right.addressId - left.addressId);
  const next = mine.length > request.count ? spare[0] : undefined;
  if (next) return release({ ...context, server }, next);
  const outcome = mine.map((address) => address.address).join(", ");
  return { is: "done", outcome, findings: { addresses: server.addresses } };
};

/** Frees the server's addresses one after the other: every one, or all but the main one, which the panel lists first. */
export const releaseAddresses: Sender<"release-addresses"> = async ({ request, server, progress, ...context }) => {
  if (server.addresses.some((address) => !address.isReady)) return { is: "busy", percent: null };
  const [next] = server.addresses.slice(request.keepsFirst ? 1 : 0);
  if (next) return release({ ...context, server }, next);
  const freed = request.keepsFirst
    ? "All addresses but the main one are back in their pools"
    : "All addresses are back in their pools";
  const outcome = progress.lastKey === undefined ? "There were none" : freed;
  return { is: "done", outcome, findings: { addresses: server.addresses } };
};

function release(
  { gateway, server, serverId }: Pick<SendContext<"release-addresses">, "gateway" | "server" | "serverId">,
  { addressId }: AddressFacts,
): Look {
  return (
    runningOperation(server) ?? {
      is: "ready",
      key: `release ${String(addressId)}`,
      act: () => gateway.releaseAddress(serverId, addressId),
    }
  );
}
