import type { ActionRequest } from "../contract/shapes/action";
import { addConnection, removeConnection, setPorts } from "./senders/ports";
import { assignAddresses, reduceAddresses, releaseAddresses } from "./senders/addresses";
import { installOs } from "./senders/install";
import { setOwner } from "./senders/owner";
import { cancelOperations, setEnabled, setPower } from "./senders/power";
import { createServer, setHostname } from "./senders/servers";
import { takeServer } from "./senders/stock";
import { stuck } from "./sender";
import type { Look, SendContext } from "./sender";

type LookContext = Omit<SendContext<ActionRequest["kind"]>, "serverId" | "server" | "request"> & {
  readonly request: ActionRequest;
  readonly serverId: number | null;
};

/** Looks at the panel with the sender of the action's kind. The server is read once, afresh. */
export async function look(context: LookContext): Promise<Look> {
  const { request, serverId } = context;
  if (request.kind === "create-server") return createServer({ ...context, request });
  if (request.kind === "take-server") return takeServer({ ...context, request });
  if (serverId === null) return stuck("unlinked", "The service is not linked to a server in the panel yet");
  const server = await context.gateway.getServer(serverId);
  const common = { ...context, serverId, server };
  switch (request.kind) {
    case "set-owner":
      return setOwner({ ...common, request });
    case "add-connection":
      return addConnection({ ...common, request });
    case "remove-connection":
      return removeConnection({ ...common, request });
    case "assign-addresses":
      return assignAddresses({ ...common, request });
    case "reduce-addresses":
      return reduceAddresses({ ...common, request });
    case "release-addresses":
      return releaseAddresses({ ...common, request });
    case "cancel-operations":
      return cancelOperations({ ...common, request });
    case "install-os":
      return installOs({ ...common, request });
    case "set-enabled":
      return setEnabled({ ...common, request });
    case "set-hostname":
      return setHostname({ ...common, request });
    case "set-power":
      return setPower({ ...common, request });
    case "set-ports":
      return setPorts({ ...common, request });
  }
}
