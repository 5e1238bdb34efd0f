import type { SwitchConnection } from "../../contract/shapes/panel";
import { doneAtOnce } from "../sender";
import type { Sender } from "../sender";

/** The ports that may be switched: never one that carries IPMI/BMC traffic. */
export function switchablePorts(connections: readonly SwitchConnection[]): SwitchConnection[] {
  return connections.filter((connection) => !connection.isManagement);
}

/** Shuts or opens every data port of the server, one after the other. */
export const setPorts: Sender<"set-ports"> = async ({ gateway, request, server }) => {
  const ports = switchablePorts(server.switchConnections);
  const next = ports.find((port) => port.adminStatus !== request.status);
  if (!next) {
    const spared = server.switchConnections.length - ports.length;
    const outcome =
      ports.length === 0
        ? "No data port is connected"
        : `${String(ports.length)} ${ports.length === 1 ? "port" : "ports"} ${request.status}`;
    return { is: "done", outcome: spared > 0 ? `${outcome}; management port left alone` : outcome };
  }
  return {
    is: "ready",
    key: `${request.status} ${String(next.switchId)}/${String(next.portId)}`,
    act: () => gateway.setSwitchPort(next.switchId, next.portId, request.status),
  };
};

/** Records a cable in the panel. */
export const addConnection: Sender<"add-connection"> = async ({ gateway, request, server, serverId, openSecret }) => {
  const { connection } = request;
  const order = (wanted: typeof connection) => ({
    is: "ready" as const,
    key: "connect",
    act: async () => {
      await gateway.addConnection(serverId, wanted);
      return doneAtOnce;
    },
  });
  switch (connection.to) {
    case "switch": {
      const found = server.switchConnections.find(
        (one) => one.switchId === connection.switchId && one.portId === connection.portId,
      );
      return found ? { is: "done", outcome: `${found.switchName} ${found.portName}` } : order(connection);
    }
    case "pdu": {
      const found = server.pduConnections.find(
        (one) => one.pduId === connection.pduId && one.portId === connection.portId,
      );
      return found ? { is: "done", outcome: `${found.pduName} outlet ${found.outlet}` } : order(connection);
    }
    case "ipmi":
      if (server.ipmiAddress === connection.address) return { is: "done", outcome: connection.address };
      return order({ ...connection, password: openSecret(connection.password) });
  }
};

/** Removes a recorded cable. */
export const removeConnection: Sender<"remove-connection"> = async ({ gateway, request, server, serverId }) => {
  const { to, connectionId } = request;
  const ids = {
    switch: server.switchConnections.map((one) => one.connectionId),
    pdu: server.pduConnections.map((one) => one.connectionId),
    ipmi: server.ipmiConnectionId === null ? [] : [server.ipmiConnectionId],
  }[to];
  if (!ids.includes(connectionId)) return { is: "done", outcome: "Disconnected" };
  return {
    is: "ready",
    key: "disconnect",
    act: async () => {
      await gateway.removeConnection(serverId, to, connectionId);
      return doneAtOnce;
    },
  };
};
