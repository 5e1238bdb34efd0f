import { RemoteFailure } from "../../ports/failure";
import type { NewConnection } from "../../contract/shapes/action";
import type { Accepted, PanelGateway } from "../../ports/gateway";
import { compareNaturally } from "../natural-order";
import { makePassword } from "../secrets";
import type { DialectRules } from "./dialects";
import type { FunctionName, FunctionTable } from "./functions";
import { createListReader } from "./list";
import * as map from "./map";
import { probeFunctions } from "./probe";
import { toRackLayouts, withoutUnits } from "./racks";
import {
  changeServer,
  listServers,
  readOperation,
  readRacks,
  readServer,
  readServerDetails,
  readServers,
  registerServer,
  walkServers,
} from "./servers";
import type { Call, CallDetails } from "./session";
import * as wire from "./wire";

const doneAtOnce: Accepted = { operationId: null };
const powerFunctions = { on: "power-on", off: "power-off", reset: "reset" } as const satisfies Record<
  string,
  FunctionName
>;

export interface GatewayOptions {
  readonly system: string;
  readonly username: string;
  readonly rules: DialectRules;
  /** Throws a RemoteFailure when a correction makes no sense. */
  readonly openFunctions: () => FunctionTable;
}

/** DSmanager or DCImanager 5 behind the port. Throws what `call` throws. */
export function createDsmanagerGateway(call: Call, options: GatewayOptions): PanelGateway {
  const { system, username, rules } = options;
  const list = createListReader(call, system, rules);
  const parts = { call, list, system };

  const order = async (
    name: FunctionName,
    parameters: NonNullable<CallDetails["parameters"]>,
    secrets: readonly string[] = [],
  ): Promise<Accepted> => {
    await call(name, wire.confirmation, { parameters, secrets, isOrder: true });
    return doneAtOnce;
  };
  const readLayouts = async () => toRackLayouts(...(await Promise.all([readRacks(parts), readServers(parts)])));

  return {
    async probe() {
      try {
        await call("racks", wire.anything);
      } catch (error) {
        // A refusal is an answer to somebody who is signed in: all that is to be shown here.
        if (!(error instanceof RemoteFailure) || error.kind !== "refused") throw error;
      }
      return { signedInAs: username };
    },

    listServers: (query) => listServers(parts, query),
    walkServers: (walk) => walkServers(parts, walk),
    getServer: (serverId) => readServer(parts, serverId),
    readServerDetails: (serverId) => readServerDetails(parts, serverId),
    async createServer(server) {
      return { serverId: await registerServer(parts, server), ...doneAtOnce };
    },
    editServer: (serverId, change) => changeServer(parts, serverId, change),
    setOwner: (serverId, userId) => changeServer(parts, serverId, { owner: userId }),
    setPower: (serverId, power) => order(powerFunctions[power], { elid: String(serverId) }),
    setEnabled: (serverId, isEnabled) => order(isEnabled ? "enable" : "disable", { elid: String(serverId) }),
    async setHostname(serverId, hostname) {
      const [main] = await list("addresses", wire.addressList, { elid: String(serverId) });
      if (!main) throw new RemoteFailure("refused", system, "The server has no address that could carry a host name");
      await order("address-edit", { plid: String(serverId), elid: String(main.id), sok: "ok", domain: hostname });
    },
    async installOs(serverId, { image, hostname, password }) {
      const parameters = {
        elid: String(serverId),
        sok: "ok",
        operation: "ostemplate",
        ostemplate: image,
        hostname,
        passwd: password,
        confirm: password,
        checkpasswd: "off",
        recipe: "null",
      };
      await order("operations", parameters, [password]);
      return { operationId: serverId };
    },

    getOperation: (operationId) => readOperation(parts, operationId),
    async cancelOperation(serverId) {
      await order("cancel-operation", { elid: String(serverId) });
    },

    async listAddresses(serverId) {
      return (await list("addresses", wire.addressList, { elid: String(serverId) })).map(map.toAddressFacts);
    },
    assignAddresses: (serverId, { family }) =>
      order("address-edit", { plid: String(serverId), sok: "ok", family, iptype: "public", ip: "", domain: "" }),
    releaseAddress: (serverId, addressId) =>
      order("address-delete", { plid: String(serverId), elid: String(addressId) }),

    async addConnection(serverId, connection) {
      const { parameters, secrets } = toConnectionContent(connection);
      const details = { parameters: { plid: String(serverId), sok: "ok", ...parameters }, secrets, isOrder: true };
      return { connectionId: await call("connection-edit", wire.connected, details) };
    },
    async removeConnection(serverId, _to, connectionId) {
      await order("connection-delete", { plid: String(serverId), elid: String(connectionId) });
    },
    setSwitchPort: (switchId, portId, status) =>
      order(status === "up" ? "switch-port-on" : "switch-port-off", { plid: String(switchId), elid: String(portId) }),

    listPools: () => Promise.resolve([]),
    readPools: () => Promise.resolve([]),
    readPool: () => Promise.resolve({ ranges: null, used: null, networks: [] }),
    async listRacks() {
      return sortByName((await readLayouts()).map(withoutUnits));
    },
    async getRack(rackId) {
      const layout = (await readLayouts()).find((rack) => rack.rackId === rackId);
      if (layout) return layout;
      const message = `The panel has no rack ${String(rackId)}`;
      throw new RemoteFailure("refused", system, message, { isMissing: true });
    },
    async listLocations() {
      const rows = await list("locations", wire.listOf(wire.locationRow));
      return sortByName(rows.map(({ id, name }) => ({ locationId: id, name, poolId: null })));
    },
    async listSwitches() {
      return sortByName((await list("switches", wire.listOf(wire.switchRow))).map(map.toSwitchFacts));
    },
    async listSwitchPorts(switchId) {
      const rows = await list("switch-ports", wire.listOf(wire.switchPortRow), { elid: String(switchId) });
      return sortByName(rows.map(map.toSwitchPort));
    },
    async listPdus() {
      return sortByName((await list("pdus", wire.listOf(wire.pduRow))).map(map.toPduFacts));
    },
    async listPduPorts(pduId) {
      const rows = await list("pdu-ports", wire.listOf(wire.pduPortRow), { elid: String(pduId) });
      return rows.map(map.toPduPort).sort((left, right) => compareNaturally(left.outlet, right.outlet));
    },
    async listUsers() {
      return (await list("users", wire.listOf(wire.userRow))).map(map.toPanelUser);
    },
    async addUser({ email, fullName }) {
      const passwd = makePassword();
      const parameters = { sok: "ok", name: email, passwd, confirm: passwd, level: "lvUser", realname: fullName };
      return { userId: await call("user-edit", wire.created, { parameters, secrets: [passwd], isOrder: true }) };
    },
    async listOsImages() {
      const rows = await list("os-images", wire.listOf(wire.imageRow));
      const names = rows.filter(({ type }) => type === "" || type === "os").map(({ name }) => name);
      return sortNames(names).map((name) => ({ name, tags: [] }));
    },
    async listServerTypes() {
      return sortNames((await list("server-types", wire.listOf(wire.serverTypeRow))).map(({ name }) => name));
    },

    checkRoutes: async () => probeFunctions(call, options.openFunctions()),
  };
}

function toConnectionContent(connection: NewConnection): Required<Pick<CallDetails, "parameters" | "secrets">> {
  switch (connection.to) {
    case "switch": {
      const { switchId, portId } = connection;
      return { parameters: { type: "Switch", device_id: String(switchId), port_id: String(portId) }, secrets: [] };
    }
    case "pdu": {
      const { pduId, portId } = connection;
      return { parameters: { type: "PDU", device_id: String(pduId), port_id: String(portId) }, secrets: [] };
    }
    case "ipmi": {
      const { address, mac, username, password } = connection;
      return { parameters: { type: "IPMI", ip: address, mac, username, password }, secrets: [password] };
    }
  }
}

function sortByName<T extends { readonly name: string }>(rows: T[]): T[] {
  return rows.sort((left, right) => compareNaturally(left.name, right.name));
}

function sortNames(names: readonly string[]): string[] {
  return [...new Set(names)].sort(compareNaturally);
}
