import type { RouteCheck } from "../../main/contract/shapes/module";
import type {
  LocationFacts,
  OperationFacts,
  OsImage,
  PanelUser,
  PoolFacts,
  RackLayout,
  ServerFacts,
} from "../../main/contract/shapes/panel";
import { RemoteFailure } from "../../main/ports/failure";
import type { RemoteFailureKind } from "../../main/ports/failure";
import type { Accepted, PanelConnection, PanelConnector, PanelGateway, PoolContents } from "../../main/ports/gateway";
import { fakeRack } from "./fake-rack";

/** How the next call of a name goes wrong: before anything was done, or after it was carried out. */
export interface Mishap {
  readonly kind: RemoteFailureKind;
  readonly isCarriedOut: boolean;
}

export interface FakePanel extends PanelConnector {
  readonly servers: Map<number, ServerFacts>;
  readonly pools: PoolFacts[];
  /** By the pool's id; the panel does not tell of the others. */
  readonly poolContents: Map<number, PoolContents>;
  readonly racks: RackLayout[];
  readonly locations: LocationFacts[];
  readonly osImages: OsImage[];
  readonly users: PanelUser[];
  /** Empty for a panel without server types, such as DCImanager 6. */
  readonly serverTypes: string[];
  readonly routes: RouteCheck[];
  /** Every connection that was opened, in order. */
  readonly connections: PanelConnection[];
  /** Every change that really happened, in order. */
  readonly effects: string[];
  /** Every call, in order. */
  readonly calls: string[];
  /** Decides before each call whether it goes wrong. */
  mishap: (call: string) => Mishap | undefined;
  /** Operations that every accepted order starts and that run for so many polls. */
  pollsOfOperation: number;
  /** The next operation ends failed with these words. */
  failNextOperation: string | undefined;
}

export function fakeServer(serverId: number, change: Partial<ServerFacts> = {}): ServerFacts {
  return {
    serverId,
    name: `server-${String(serverId)}`,
    domain: "",
    barcode: "",
    serial: "",
    configuration: "",
    locationId: 3,
    rackId: 7,
    rackName: "A12",
    units: [14],
    power: "on",
    state: "active",
    stateExplanation: "",
    ownerEmail: null,
    operation: null,
    operatingSystem: "",
    mac: "",
    notes: "",
    ipmiAddress: null,
    ipmiConnectionId: null,
    addresses: [],
    switchConnections: [
      {
        connectionId: 3001,
        switchId: 18,
        switchName: "sw-a12",
        portId: 901,
        portName: "Gi1/0/12",
        adminStatus: "up",
        linkStatus: "up",
        isManagement: false,
      },
      {
        connectionId: 3002,
        switchId: 19,
        switchName: "sw-mgmt",
        portId: 902,
        portName: "Fa0/12",
        adminStatus: "up",
        linkStatus: "up",
        isManagement: true,
      },
    ],
    pduConnections: [],
    serverType: "",
    isDisabled: false,
    isBlocked: false,
    hasFault: false,
    isInDiagnostics: false,
    ...change,
  };
}

/** A panel in memory behind the gateway port, for what the courier does about every outcome. */
export function createFakePanel(): FakePanel {
  const servers = new Map([101, 102, 103].map((id) => [id, fakeServer(id)]));
  const operations = new Map<number, { left: number; failed: string | undefined }>();
  let nextId = 5_000;

  const panel: FakePanel = {
    servers,
    pools: [{ poolId: 2, name: "public", freeIpv4: "200", freeIpv6: "9007199254740993", total: "254", used: "54" }],
    poolContents: new Map(),
    racks: [fakeRack(7, "A12")],
    locations: [{ locationId: 3, name: "Riga", poolId: 2 }],
    osImages: [],
    users: [{ userId: 55, email: "c1@example.org", fullName: "Client One", isAdministrator: false }],
    serverTypes: [],
    routes: [],
    connections: [],
    effects: [],
    calls: [],
    mishap: () => undefined,
    pollsOfOperation: 1,
    failNextOperation: undefined,
    inspectCertificate: () => Promise.resolve(null),
    connect: (connection) => {
      panel.connections.push(connection);
      return gateway;
    },
  };

  async function perform<T>(call: string, work: () => T): Promise<T> {
    await Promise.resolve();
    panel.calls.push(call);
    const mishap = panel.mishap(call);
    if (mishap && !mishap.isCarriedOut) throw new RemoteFailure(mishap.kind, "panel", `${mishap.kind} on ${call}`);
    const value = work();
    if (mishap) throw new RemoteFailure(mishap.kind, "panel", `${mishap.kind} on ${call}`);
    return value;
  }
  const server = (id: number): ServerFacts => {
    const found = servers.get(id);
    if (!found) throw new RemoteFailure("refused", "panel", `Server ${String(id)} does not exist`, { isMissing: true });
    return found;
  };
  const effect = (text: string, id: number, changed: Partial<ServerFacts>) => {
    panel.effects.push(text);
    servers.set(id, { ...server(id), ...changed });
  };
  const accept = (): Accepted => {
    if (panel.pollsOfOperation === 0) return { operationId: null };
    const operationId = (nextId += 1);
    operations.set(operationId, { left: panel.pollsOfOperation, failed: panel.failNextOperation });
    panel.failNextOperation = undefined;
    return { operationId };
  };
  const facts = (operationId: number): OperationFacts => {
    const operation = operations.get(operationId) ?? { left: 0, failed: undefined };
    operation.left -= 1;
    const isRunning = operation.left > 0;
    const hasFailed = !isRunning && operation.failed !== undefined;
    return {
      operationId,
      name: "work",
      status: isRunning ? "running" : hasFailed ? "failed" : "ok",
      isRunning,
      hasFailed,
      percent: 50,
      explanation: operation.failed ?? "",
    };
  };

  const contentsOf = (poolId: number) => panel.poolContents.get(poolId) ?? { ranges: null, used: null, networks: [] };

  const gateway: PanelGateway = {
    probe: () => perform("probe", () => ({ signedInAs: "dc@example.net" })),
    listServers: ({ search }) =>
      perform("listServers", () => {
        const rows = [...servers.values()].filter((one) => one.name.includes(search));
        return { rows, total: rows.length };
      }),
    walkServers: ({ locationId, after, limit }) =>
      perform("walkServers", () => {
        const here = [...servers.values()].filter((one) => locationId === null || one.locationId === locationId);
        const inOrder = here.sort((left, right) => left.serverId - right.serverId);
        const left = inOrder.filter((one) => one.serverId > (after?.serverId ?? 0));
        const rows = left.slice(0, limit);
        const last = rows.at(-1);
        const done = (after?.done ?? 0) + rows.length;
        const next = last && left.length > limit ? { serverId: last.serverId, done } : null;
        return { rows, total: inOrder.length, next, hasDetails: true };
      }),
    getServer: (id) => perform("getServer", () => server(id)),
    readServerDetails: (id) => perform("readServerDetails", () => server(id)),
    createServer: (wanted) =>
      perform("createServer", () => {
        const serverId = (nextId += 1);
        servers.set(serverId, fakeServer(serverId, { name: wanted.name, rackId: wanted.rackId, units: wanted.units }));
        panel.effects.push(`create ${wanted.name}`);
        return { serverId, ...accept() };
      }),
    editServer: (id, changed) => perform("editServer", () => effect(`edit ${String(id)}`, id, changed)),
    setOwner: (id, userId) =>
      perform("setOwner", () => {
        const user = panel.users.find((one) => one.userId === userId);
        effect(`owner ${String(id)} ${String(userId)}`, id, { ownerEmail: user?.email ?? null });
      }),
    setPower: (id, power) =>
      perform("setPower", () => {
        effect(`power ${String(id)} ${power}`, id, { power: power === "reset" ? "on" : power });
        return accept();
      }),
    setEnabled: (id, isEnabled) =>
      perform("setEnabled", () => {
        effect(`${isEnabled ? "enable" : "disable"} ${String(id)}`, id, { isDisabled: !isEnabled });
        return accept();
      }),
    setHostname: (id, hostname) =>
      perform("setHostname", () => effect(`hostname ${String(id)} ${hostname}`, id, { domain: hostname })),
    installOs: (id, { image, hostname }) =>
      perform("installOs", () => {
        if (panel.failNextOperation !== undefined) return accept();
        effect(`install ${String(id)} ${image}`, id, { operatingSystem: image, domain: hostname });
        return accept();
      }),
    getOperation: (operationId) => perform("getOperation", () => facts(operationId)),
    cancelOperation: (id) => perform("cancelOperation", () => effect(`cancel ${String(id)}`, id, { operation: null })),
    listAddresses: (id) => perform("listAddresses", () => server(id).addresses),
    assignAddresses: (id, { family, count }) =>
      perform("assignAddresses", () => {
        if (panel.failNextOperation !== undefined) return accept();
        const added = Array.from({ length: count }, () => {
          const addressId = (nextId += 1);
          return {
            addressId,
            address: `203.0.113.${String(addressId % 250)}`,
            family,
            gateway: null,
            network: null,
            domain: null,
            status: "allocated",
            isReady: true,
          };
        });
        effect(`assign ${String(id)} ${family} ${String(count)}`, id, {
          addresses: [...server(id).addresses, ...added],
        });
        return accept();
      }),
    releaseAddress: (id, addressId) =>
      perform("releaseAddress", () => {
        const left = server(id).addresses.filter((one) => one.addressId !== addressId);
        effect(`release ${String(id)}`, id, { addresses: left });
        return accept();
      }),
    addConnection: () => perform("addConnection", () => ({ connectionId: null })),
    removeConnection: () => perform("removeConnection", () => undefined),
    setSwitchPort: (switchId, portId, status) =>
      perform("setSwitchPort", () => {
        for (const one of servers.values()) {
          const hit = one.switchConnections.find((port) => port.switchId === switchId && port.portId === portId);
          if (!hit || one.serverId !== 101) continue;
          const switchConnections = one.switchConnections.map((port) =>
            port === hit ? { ...port, adminStatus: status } : port,
          );
          effect(`port ${String(portId)} ${status}`, one.serverId, { switchConnections });
        }
        return accept();
      }),
    listPools: () => perform("listPools", () => panel.pools),
    readPools: () => perform("readPools", () => panel.pools.map((facts) => ({ facts, ...contentsOf(facts.poolId) }))),
    readPool: (id) => perform("readPool", () => contentsOf(id)),
    listRacks: () => perform("listRacks", () => panel.racks.map(({ units: _units, ...rack }) => rack)),
    getRack: (id) =>
      perform("getRack", () => {
        const rack = panel.racks.find((one) => one.rackId === id);
        if (!rack) throw new RemoteFailure("refused", "panel", `No rack ${String(id)}`, { isMissing: true });
        return rack;
      }),
    listLocations: () => perform("listLocations", () => panel.locations),
    listSwitches: () => perform("listSwitches", () => []),
    listSwitchPorts: () => perform("listSwitchPorts", () => []),
    listPdus: () => perform("listPdus", () => []),
    listPduPorts: () => perform("listPduPorts", () => []),
    listUsers: () => perform("listUsers", () => panel.users),
    addUser: ({ email, fullName }) =>
      perform("addUser", () => {
        const userId = (nextId += 1);
        panel.users.push({ userId, email, fullName, isAdministrator: false });
        panel.effects.push(`user ${email}`);
        return { userId };
      }),
    listOsImages: () => perform("listOsImages", () => panel.osImages),
    listServerTypes: () => perform("listServerTypes", () => panel.serverTypes),
    checkRoutes: () => perform("checkRoutes", () => ({ source: "the fake panel", routes: panel.routes })),
  };
  return panel;
}
