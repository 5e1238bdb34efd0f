import { runningOperation, stuck } from "../sender";
import type { Sender } from "../sender";

/** Switches a server on or off, or resets it. A reset leaves no trace to look for, so an unknown outcome is put to a person. */
export const setPower: Sender<"set-power"> = async ({ gateway, request, server, serverId, state, progress, seen }) => {
  const { power } = request;
  const order = { is: "ready", key: power, act: () => gateway.setPower(serverId, power) } as const;
  if (power !== "reset" && server.power === power) return { is: "done", outcome: `The server is ${power}` };
  const running = runningOperation(server);
  if (running) return running;
  if (power === "reset") {
    if (progress.lastKey !== "reset") return order;
    return state === "confirming"
      ? { is: "done", outcome: "The server was reset" }
      : stuck(
          "unknown-outcome",
          "It is not known whether the reset was carried out. Look at the server, then retry or give it up",
        );
  }
  if (power === "off" && server.power === "unknown" && seen?.["power"] !== "unknown") {
    return stuck("conflict", "The panel does not know whether the server is on. Check it at the rack", [
      { field: "power", wanted: "off", seen: seen?.["power"] ?? "", found: "unknown" },
    ]);
  }
  return order;
};

/** Cancels whatever operation runs on the server. */
export const cancelOperations: Sender<"cancel-operations"> = async ({ gateway, server, serverId, progress }) => {
  const { operation } = server;
  if (!operation?.isRunning) {
    return {
      is: "done",
      outcome:
        progress.lastKey === undefined ? "Nothing was running" : `${operation?.name ?? "The operation"} was cancelled`,
    };
  }
  return {
    is: "ready",
    key: `cancel ${String(operation.operationId)}`,
    act: async () => {
      await gateway.cancelOperation(serverId, operation.operationId);
      return { operationId: null };
    },
  };
};
