import type { ActionRequest } from "../contract/shapes/action";

/** What an action does, in words for the step list. Secrets never stand in it. */
export function describeAction(request: ActionRequest): string {
  switch (request.kind) {
    case "create-server":
      return `Register ${request.server.name} in the panel`;
    case "take-server":
      return `Take a free server of preset ${request.serverType}`;
    case "set-owner":
      return request.ownerEmail === null ? "Remove the owner" : `Set the owner to ${request.ownerEmail}`;
    case "add-connection":
      return { switch: "Connect to a switch port", pdu: "Connect to a PDU outlet", ipmi: "Connect IPMI" }[
        request.connection.to
      ];
    case "remove-connection":
      return { switch: "Disconnect a switch port", pdu: "Disconnect a PDU outlet", ipmi: "Disconnect IPMI" }[
        request.to
      ];
    case "assign-addresses":
      return `Assign ${countOfAddresses(request)}`;
    case "reduce-addresses":
      return `Reduce to ${countOfAddresses(request)}`;
    case "release-addresses":
      return request.keepsFirst ? "Free all addresses but the main one" : "Free all addresses";
    case "install-os":
      return `Install ${request.image} as ${request.hostname}`;
    case "set-enabled":
      return request.isEnabled ? "Enable the server" : "Disable the server";
    case "set-hostname":
      return `Set the host name to ${request.hostname}`;
    case "cancel-operations":
      return "Cancel running operations";
    case "set-power":
      return { on: "Power on", off: "Power off", reset: "Reset" }[request.power];
    case "set-ports":
      return request.status === "up" ? "Open the switch ports" : "Shut the switch ports";
  }
}

function countOfAddresses({
  count,
  family,
}: Pick<Extract<ActionRequest, { kind: "assign-addresses" }>, "count" | "family">) {
  return `${String(count)} ${family === "ipv4" ? "IPv4" : "IPv6"} ${count === 1 ? "address" : "addresses"}`;
}
