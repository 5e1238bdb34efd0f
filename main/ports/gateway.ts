import type {
  AddressFamily,
  Certificate,
  LocationFacts,
  OperationFacts,
  OsImage,
  PanelUser,
  PduFacts,
  PduPort,
  PoolFacts,
  RackFacts,
  RackLayout,
  ServerFacts,
  SwitchFacts,
  SwitchPort,
} from "../contract/shapes/panel";
import type { NewConnection, NewServer } from "../contract/shapes/action";
import type { Dialect, ModuleType, RouteCheck } from "../contract/shapes/module";

/** A panel took an order. The operation may go on for minutes; null when it was done at once. */
export interface Accepted {
  readonly operationId: number | null;
}

export interface ServerQuery {
  readonly offset: number;
  readonly limit: number;
  /** Fragment of the server's name; empty for all. */
  readonly search: string;
  readonly locationId: number | null;
}

/** Where a walk through all servers stands: the last one's id, and how many rows came up to it. */
export interface WalkMark {
  readonly serverId: number;
  readonly done: number;
}

export interface ServerWalk {
  readonly locationId: number | null;
  /** `next` of the stretch before; null from the start. */
  readonly after: WalkMark | null;
  /** Rows of a stretch where the panel answers page by page; elsewhere all come in one. */
  readonly limit: number;
}

/** The next servers of a walk, by growing id. */
export interface ServerStretch {
  readonly rows: readonly ServerFacts[];
  /** Servers that the panel has there. */
  readonly total: number;
  /** Null at the end. */
  readonly next: WalkMark | null;
  /** False where the rows leave out what only `readServerDetails` tells. */
  readonly hasDetails: boolean;
}

/** What a panel's list of servers may leave out. */
export type ServerDetails = Pick<
  ServerFacts,
  | "name"
  | "mac"
  | "serial"
  | "notes"
  | "ipmiAddress"
  | "ipmiConnectionId"
  | "addresses"
  | "switchConnections"
  | "pduConnections"
>;

/** What a pool is made of, in the panel's own writing; null where it does not tell. */
export interface PoolContents {
  /** CIDR, first-last, or a single address. */
  readonly ranges: readonly string[] | null;
  readonly used: readonly string[] | null;
  /** Networks of the whole panel with their gateways; empty where it does not tell. */
  readonly networks: readonly { readonly cidr: string; readonly gateway: string | null }[];
}

export interface PoolReading extends PoolContents {
  readonly facts: PoolFacts;
}

export interface Page<T> {
  readonly rows: readonly T[];
  readonly total: number;
}

/**
 * One panel. Every method throws a RemoteFailure (`remote/failure.ts`) and nothing else for trouble with the
 * panel; `refused` with `isMissing` for an unknown id, `refused` without a call for what this kind of panel cannot do. Methods never repeat a write by themselves, except where the panel
 * said that it was not executed (503 asleep, 401 expired session).
 */
export interface PanelGateway {
  /** A cheap authenticated read. */
  probe(): Promise<{ readonly signedInAs: string }>;

  listServers(query: ServerQuery): Promise<Page<ServerFacts>>;
  /** Walks through all servers, stretch by stretch; one that stays is never passed over, whatever goes meanwhile. */
  walkServers(walk: ServerWalk): Promise<ServerStretch>;
  getServer(serverId: number): Promise<ServerFacts>;
  /** Cheaper than `getServer` where a server is put together from several answers. */
  readServerDetails(serverId: number): Promise<ServerDetails>;
  createServer(server: NewServer): Promise<{ readonly serverId: number } & Accepted>;
  editServer(serverId: number, change: { readonly name?: string; readonly notes?: string }): Promise<void>;
  /** `null` leaves the server without owner. */
  setOwner(serverId: number, userId: number | null): Promise<void>;
  setPower(serverId: number, power: "on" | "off" | "reset"): Promise<Accepted>;
  /** False suspends the server as the panel itself does. */
  setEnabled(serverId: number, isEnabled: boolean): Promise<Accepted>;
  setHostname(serverId: number, hostname: string): Promise<void>;
  /** `password` is for the installed system's administrator. */
  installOs(
    serverId: number,
    order: { readonly image: string; readonly hostname: string; readonly password: string },
  ): Promise<Accepted>;

  /** An id from `Accepted` or from a server's facts. */
  getOperation(operationId: number): Promise<OperationFacts>;
  cancelOperation(serverId: number, operationId: number): Promise<void>;

  listAddresses(serverId: number): Promise<ServerFacts["addresses"]>;
  assignAddresses(
    serverId: number,
    /** `poolId` is null where the panel chooses by itself. */
    request: { readonly poolId: number | null; readonly family: AddressFamily; readonly count: number },
  ): Promise<Accepted>;
  releaseAddress(serverId: number, addressId: number): Promise<Accepted>;

  addConnection(serverId: number, connection: NewConnection): Promise<{ readonly connectionId: number | null }>;
  removeConnection(serverId: number, to: "switch" | "pdu" | "ipmi", connectionId: number): Promise<void>;
  setSwitchPort(switchId: number, portId: number, status: "up" | "down"): Promise<Accepted>;

  listPools(): Promise<readonly PoolFacts[]>;
  /** All pools with what they are made of; empty where the panel does not tell of pools. */
  readPools(): Promise<readonly PoolReading[]>;
  readPool(poolId: number): Promise<PoolContents>;
  listRacks(): Promise<readonly RackFacts[]>;
  getRack(rackId: number): Promise<RackLayout>;
  listLocations(): Promise<readonly LocationFacts[]>;
  listSwitches(): Promise<readonly SwitchFacts[]>;
  listSwitchPorts(switchId: number): Promise<readonly SwitchPort[]>;
  listPdus(): Promise<readonly PduFacts[]>;
  listPduPorts(pduId: number): Promise<readonly PduPort[]>;
  listUsers(): Promise<readonly PanelUser[]>;
  /** Registers who may own servers, with a password that nobody knows: the customer asks the panel for a new one. */
  addUser(user: { readonly email: string; readonly fullName: string }): Promise<{ readonly userId: number }>;
  listOsImages(): Promise<readonly OsImage[]>;
  /** Names of the server types; empty where the panel has none. */
  listServerTypes(): Promise<readonly string[]>;

  /** Holds the routes of this client against what the panel tells of itself; changes nothing. `source` is empty when it tells nothing. */
  checkRoutes(): Promise<{ readonly source: string; readonly routes: readonly RouteCheck[] }>;
}

/** How to reach and sign in to a panel. */
export interface PanelConnection {
  readonly type: Exclude<ModuleType, "manual">;
  /** Null but for `dsmanager`. */
  readonly dialect: Dialect | null;
  /** Names the panel in faults and logs; no secret. */
  readonly system: string;
  readonly url: string;
  readonly username: string;
  readonly password: string;
  /** Only a certificate with this SHA-256 fingerprint is accepted; null relies on the machine's certificate authorities. */
  readonly pinnedFingerprint: string | null;
  readonly routeOverrides: Readonly<Record<string, string>>;
}

export interface PanelConnector {
  connect(connection: PanelConnection): PanelGateway;
  /** The certificate that the host presents, verified or not; null for http. Throws a RemoteFailure `not-sent`. */
  inspectCertificate(url: string): Promise<Certificate | null>;
}
