import { z } from "zod";
import type { NewConnection, NewServer } from "../../contract/shapes/action";
import { RemoteFailure } from "../../ports/failure";
import type { PanelGateway, ServerQuery } from "../../ports/gateway";
import { compareNaturally } from "../natural-order";
import { makePassword } from "../secrets";
import { readAll } from "./list";
import * as map from "./map";
import { listPools, readPool, readPools } from "./pools";
import type { RouteName } from "./routes";
import type { Call, CallDetails } from "./session";
import { walkPages } from "./walk";
import * as wire from "./wire";

/** A server that stands in a rack [inferred: the number of the platform's server type]. */
const rackServerType = 1;
/** For answers whose content says nothing beyond their status. */
const anything = z.unknown();

export interface GatewayOptions {
  readonly system: string;
  readonly username: string;
  readonly checkRoutes: PanelGateway["checkRoutes"];
}

/** DCImanager 6 behind the port. Throws what `call` throws. */
export function createDcimanager6Gateway(call: Call, options: GatewayOptions): PanelGateway {
  const { system, username, checkRoutes } = options;

  const list = <T>(route: RouteName, row: z.ZodType<T>, details?: CallDetails) =>
    readAll(call, system, route, row, details);
  const order = async (route: RouteName, details: CallDetails = {}) =>
    map.toAccepted(await call(route, wire.acceptedAnswer, { body: {}, ...details }));
  const listServers = async (query: ServerQuery) => {
    const { list: rows, size } = await call("server.list", wire.listOf(wire.serverRow), {
      query: toServerListQuery(query),
    });
    return { rows: rows.map(map.toServerFacts), total: size ?? query.offset + rows.length };
  };
  const getServer = async (serverId: number) =>
    map.toServerFacts(await call("server.read", wire.serverRow, { ids: { server: serverId } }));
  /** What nothing is documented of, and what colocation does not need of this panel. */
  const elsewhere = (what: string) =>
    Promise.reject(new RemoteFailure("refused", system, `${what} is not done through this panel`));

  return {
    async probe() {
      try {
        const { user } = await call("session.read", wire.sessionAnswer);
        return { signedInAs: user.email };
      } catch (error) {
        // The route is known from one client only; where it is absent, a documented read proves the session as well.
        if (!(error instanceof RemoteFailure) || error.kind !== "refused") throw error;
        await call("server.list", wire.listOf(anything), { query: { limit: "0,1" } });
        return { signedInAs: username };
      }
    },

    listServers,
    walkServers: (walk) => {
      const { locationId } = walk;
      return walkPages((page) => listServers({ ...page, search: "", locationId }), walk, system);
    },
    getServer,
    readServerDetails: getServer,
    async createServer(server) {
      const created = await call("server.create", wire.createdAnswer, { body: toServerBody(server) });
      return { serverId: created.id, ...map.toAccepted(created) };
    },
    async editServer(serverId, change) {
      await call("server.edit", anything, { ids: { server: serverId }, body: change });
    },
    async setOwner(serverId, userId) {
      await call("server.owner.set", anything, { ids: { server: serverId }, body: { owner: userId } });
    },
    setPower: (serverId, power) => order(`server.power.${power}`, { ids: { server: serverId } }),
    setEnabled: () => elsewhere("Suspending a server"),
    setHostname: () => elsewhere("The host name"),
    installOs: () => elsewhere("Installing an operating system"),

    async getOperation(operationId) {
      const row = await call("operation.read", wire.operationRow, { ids: { operation: operationId } });
      return map.toOperationFacts(row);
    },
    async cancelOperation(serverId, operationId) {
      await call("operation.cancel", anything, { ids: { operation: operationId, server: serverId }, body: {} });
    },

    async listAddresses(serverId) {
      const rows = await list("server.address.list", wire.serverAddressRow, { ids: { server: serverId } });
      return rows.map(map.toAddressFacts);
    },
    assignAddresses: (serverId, { poolId, family, count }) =>
      order("server.address.assign", {
        ids: { server: serverId },
        body: { ...(poolId !== null && { ip_pool: poolId }), family, count, domain: "" },
      }),
    async releaseAddress(serverId, addressId) {
      const ids = { server: serverId, address: addressId };
      return map.toAccepted(await call("server.address.release", wire.acceptedAnswer, { ids }));
    },

    async addConnection(serverId, connection) {
      const details = { ids: { server: serverId }, ...toConnectionContent(connection) };
      const answer = await call(`connection.${connection.to}.add`, wire.connectedAnswer, details);
      return { connectionId: answer?.id ?? null };
    },
    async removeConnection(serverId, to, connectionId) {
      await call(`connection.${to}.remove`, anything, { ids: { server: serverId, connection: connectionId } });
    },
    setSwitchPort: (switchId, portId, status) =>
      order(`switch.port.${status}`, { ids: { switch: switchId, port: portId } }),

    listPools: () => listPools(call, system),
    readPools: () => readPools(call, system),
    readPool: (poolId) => readPool(call, system, poolId),
    async listRacks() {
      return sortByName((await list("rack.list", wire.rackRow)).map(map.toRackFacts));
    },
    async getRack(rackId) {
      return map.toRackLayout(await call("rack.read", wire.rackWithUnits, { ids: { rack: rackId } }));
    },
    async listLocations() {
      return sortByName((await list("location.list", wire.locationRow)).map(map.toLocationFacts));
    },
    async listSwitches() {
      return sortByName((await list("switch.list", wire.switchRow)).map(map.toSwitchFacts));
    },
    async listSwitchPorts(switchId) {
      const rows = await list("switch.port.list", wire.switchPortRow, { ids: { switch: switchId } });
      return sortByName(rows.map(map.toSwitchPort));
    },
    async listPdus() {
      return sortByName((await list("pdu.list", wire.pduRow)).map(map.toPduFacts));
    },
    async listPduPorts(pduId) {
      const rows = await list("pdu.port.list", wire.pduPortRow, { ids: { pdu: pduId } });
      return rows.map(map.toPduPort).sort((left, right) => compareNaturally(left.outlet, right.outlet));
    },
    async listUsers() {
      return (await list("user.list", wire.userRow)).map(map.toPanelUser);
    },
    async addUser({ email, fullName }) {
      const password = makePassword();
      const body = { email, full_name: fullName, password, phone_number: "", role: "@user" };
      const created = await call("user.add", wire.createdAnswer, { body, secrets: [password] });
      return { userId: created.id };
    },
    async listOsImages() {
      return sortByName((await list("os-template.list", wire.templateRow)).map(map.toOsImage));
    },
    listServerTypes: () => Promise.resolve([]),

    checkRoutes,
  };
}

function toServerListQuery({ offset, limit, search, locationId }: ServerQuery): Record<string, string> {
  // The filter language has no known way to write a quote inside a text; the wildcard matches one.
  const fragment = search.trim().replace(/['"\\%]+/g, "%");
  const clauses = [
    ...(fragment === "" ? [] : [`name CP '%${fragment}%'`]),
    ...(locationId === null ? [] : [`location_id EQ ${String(locationId)}`]),
  ];
  return {
    limit: `${String(offset)},${String(limit)}`,
    orderby: "id asc",
    ...(clauses.length === 0 ? {} : { where: clauses.join(" AND ") }),
  };
}

function toServerBody(server: NewServer): Record<string, unknown> {
  return {
    name: server.name,
    location: server.locationId,
    rack: server.rackId,
    unit: server.units,
    type: rackServerType,
    ...(server.mac === "" ? {} : { mac: server.mac }),
    ...(server.serial === "" ? {} : { serial: server.serial }),
    ...(server.notes === "" ? {} : { notes: server.notes }),
  };
}

function toConnectionContent(connection: NewConnection): Required<Pick<CallDetails, "body" | "secrets">> {
  switch (connection.to) {
    case "switch":
      return { body: { switch: connection.switchId, port: connection.portId }, secrets: [] };
    case "pdu":
      return { body: { pdu: connection.pduId, port: connection.portId }, secrets: [] };
    case "ipmi": {
      const { address, mac, username, password, handler } = connection;
      return { body: { ip: address, mac, login: username, password, handler }, secrets: [password] };
    }
  }
}

function sortByName<T extends { readonly name: string }>(rows: T[]): T[] {
  return rows.sort((left, right) => compareNaturally(left.name, right.name));
}
