import type { ActionRequest } from "../contract/shapes/action";
import { addConnection, removeConnection, setPorts } from "./senders/ports";
import { assignAddresses, releaseAddresses } from "./senders/addresses";
import { cancelOperations, setPower } from "./senders/power";
import { createServer, setOwner } from "./senders/servers";
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
    case "release-addresses":
      return releaseAddresses({ ...common, request });
    case "cancel-operations":
      return cancelOperations({ ...common, request });
    case "set-power":
      return setPower({ ...common, request });
    case "set-ports":
      return setPorts({ ...common, request });
  }
}
