import { runningOperation, stuck } from "../sender";
import type { Look, SendContext, Sender } from "../sender";
import { switchablePorts } from "./ports";

/** Switches a server on or off, or resets it. A reset leaves no trace to look for, so an unknown outcome is put to a person. */
export const setPower: Sender<"set-power"> = async (context) => {
  const { gateway, request, server, serverId, state, progress } = context;
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
  return power === "off" && server.power === "unknown" ? offWhereUnknown(context, order) : order;
};

/**
 * Without an answer of the management controller nobody knows whether the server is off. DSmanager is ordered all the same, and after that the silence
 * counts as off [seen in code: whmcs-dci5]; elsewhere a person looks first.
 */
function offWhereUnknown({ panelType, state, progress, seen }: SendContext<"set-power">, order: Look): Look {
  if (panelType === "dsmanager") {
    const isTaken = state === "confirming" && progress.lastKey === "off";
    return isTaken ? { is: "done", outcome: "Switched off; the management controller does not answer" } : order;
  }
  if (seen?.["power"] === "unknown") return order;
  return stuck("conflict", "The panel does not know whether the server is on. Check it at the rack", [
    { field: "power", wanted: "off", seen: seen?.["power"] ?? "", found: "unknown" },
  ]);
}

/** The ports follow a server that was enabled or disabled; after so many looks they are no reason to wait [seen in code: whmcs-dci5]. */
const looksAtPorts = 20;

/** Suspends or resumes a server as the panel itself does it, and waits for its ports. */
export const setEnabled: Sender<"set-enabled"> = async ({ gateway, request, server, serverId, progress }) => {
  const { isEnabled } = request;
  const running = runningOperation(server);
  if (running) return running;
  if (server.isDisabled === isEnabled) {
    return {
      is: "ready",
      key: isEnabled ? "enable" : "disable",
      act: () => gateway.setEnabled(serverId, isEnabled),
    };
  }
  const isSwitching = switchablePorts(server.switchConnections).some((port) => port.adminStatus === "unknown");
  if (isSwitching && (progress.polls ?? 0) < looksAtPorts) return { is: "busy", percent: null };
  return { is: "done", outcome: isEnabled ? "The server is enabled" : "The server is disabled" };
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
