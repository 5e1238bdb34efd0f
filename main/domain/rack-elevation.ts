import type { RackFacts, RackLayout } from "../contract/shapes/panel";
import type { RackBlock, RackFace, RackUse, Reservation, UnitRun } from "../contract/shapes/rack";
import { freeRuns, overlap } from "./rack-units";

const bothFaces: readonly RackFace[] = ["front", "rear"];
const highestUnit = 100;

/** A server that a panel puts into a rack. */
export interface StandingServer {
  readonly serverId: number;
  readonly name: string;
  readonly units: readonly number[];
}

/** A service as far as a drawing names it. */
export interface BlockTenant {
  readonly serviceId: string;
  readonly serviceNumber: number;
  readonly label: string;
  readonly customerName: string;
  readonly serverId: number | null;
  readonly taskId: string | null;
}

/** Units that a service's equipment is to be mounted in. */
export interface PlannedUnits {
  readonly serviceId: string;
  readonly units: UnitRun;
  readonly faces: readonly RackFace[];
}

/** What everybody says about one rack. */
export interface RackClaims {
  /** The panel's map; empty where it was never read. */
  readonly units: RackLayout["units"];
  /** Servers that the map does not show. */
  readonly servers: readonly StandingServer[];
  /** Services that stand or are planned here. */
  readonly tenants: readonly BlockTenant[];
  readonly plans: readonly PlannedUnits[];
  readonly reservations: readonly Reservation[];
  /** ISO date at the site. */
  readonly today: string;
}

/** A reservation counts until its last day is over. */
export function isInForce({ until }: Pick<Reservation, "until">, today: string): boolean {
  return until === null || until >= today;
}

/**
 * Everything that takes units of a rack, lowest first. A unit that no block claims on a face is free there. A server whose units do not lie side by
 * side is several blocks; a plan whose server already stands here is none.
 */
export function blocksOf(claims: RackClaims): RackBlock[] {
  const servers = serverBlocks(claims);
  const standing = new Set(servers.map((one) => one.serviceId));
  const blocks = [
    ...servers,
    ...claims.plans
      .filter(({ serviceId }) => !standing.has(serviceId))
      .map((plan) => plannedBlock(plan, claims.tenants)),
    ...claims.reservations.filter((one) => isInForce(one, claims.today)).map(reservationBlock),
    ...panelBlocks(claims.units),
  ].sort((left, right) => left.bottom - right.bottom || (left.key < right.key ? -1 : 1));
  return blocks.map((block) => ({ ...block, overlaps: blocks.some((one) => one !== block && overlap(one, block)) }));
}

/** How many units each kind of block takes; one that several claim counts for what is mounted first. Units above the rack's size do not count. */
export function measureUse(
  size: number,
  blocks: readonly RackBlock[],
): Omit<RackUse, "powerSoldWatts" | "bandwidthSoldMbit"> {
  const counted = { occupied: 0, planned: 0, reserved: 0, service: 0 };
  for (let unit = 1; unit <= size; unit += 1) {
    const kinds = blocks.filter((one) => one.bottom <= unit && unit < one.bottom + one.height).map(({ kind }) => kind);
    if (kinds.includes("server")) counted.occupied += 1;
    else if (kinds.includes("planned")) counted.planned += 1;
    else if (kinds.includes("service-unit")) counted.service += 1;
    else if (kinds.length > 0) counted.reserved += 1;
  }
  const free = freeRuns(size, blocks, bothFaces).map(({ height }) => height);
  return { ...counted, free: free.reduce((sum, height) => sum + height, 0), longestFreeRun: Math.max(0, ...free) };
}

/**
 * The use of a rack whose map was never read: what the panel keeps back itself shows only in the free units that it told, and lies nobody knows where.
 */
export function withKeptBack(use: RackUse, { size, freeUnits, longestFreeRun }: ToldRoom): RackUse {
  if (freeUnits === null) return use;
  const keptBack = Math.min(use.free, Math.max(0, size - use.occupied - freeUnits));
  const free = use.free - keptBack;
  const longest = Math.min(use.longestFreeRun, longestFreeRun ?? free, free);
  return { ...use, reserved: use.reserved + keptBack, free, longestFreeRun: longest };
}

type ToldRoom = Pick<RackFacts, "size" | "freeUnits" | "longestFreeRun">;

/** The panel's map without servers, for where something newer says which servers stand there. */
export function withoutServers(units: RackLayout["units"]): RackLayout["units"] {
  return units.filter(({ state, serverId }) => state !== "occupied" || serverId === null);
}

const nobody = {
  serverId: null,
  serviceId: null,
  serviceNumber: null,
  taskId: null,
  reservationId: null,
  until: "",
  detail: "",
  overlaps: false,
} as const;

function serverBlocks({ units, servers, tenants }: RackClaims): RackBlock[] {
  const shown = new Map<number, { name: string; units: number[] }>();
  for (const { unit, state, serverId, serverName } of units) {
    if (state !== "occupied" || serverId === null) continue;
    const server = shown.get(serverId) ?? { name: serverName, units: [] };
    server.units.push(unit);
    shown.set(serverId, server);
  }
  for (const { serverId, name, units: taken } of servers) {
    if (!shown.has(serverId)) shown.set(serverId, { name, units: [...taken] });
  }
  return [...shown].flatMap(([serverId, server]) =>
    runsOf(server.units).map((run, place) => {
      const tenant = tenants.find((one) => one.serverId === serverId);
      return {
        ...nobody,
        ...run,
        key: place === 0 ? `server:${String(serverId)}` : `server:${String(serverId)}:${String(place + 1)}`,
        kind: "server" as const,
        faces: [...bothFaces],
        title: server.name || tenant?.label || `Server ${String(serverId)}`,
        detail: tenant?.customerName ?? "",
        serverId,
        serviceId: tenant?.serviceId ?? null,
        serviceNumber: tenant?.serviceNumber ?? null,
      };
    }),
  );
}

function plannedBlock({ serviceId, units, faces }: PlannedUnits, tenants: readonly BlockTenant[]): RackBlock {
  const tenant = tenants.find((one) => one.serviceId === serviceId);
  const number = tenant?.serviceNumber ?? null;
  return {
    ...nobody,
    ...units,
    key: `plan:${serviceId}`,
    kind: "planned",
    faces: [...faces],
    title: tenant?.label || (number === null ? "" : `C-${String(number)}`),
    detail: tenant?.customerName ?? "",
    serviceId,
    serviceNumber: number,
    taskId: tenant?.taskId ?? null,
  };
}

function reservationBlock({ id, units, faces, kind, reason, until }: Reservation): RackBlock {
  return {
    ...nobody,
    ...units,
    key: `reservation:${id}`,
    kind,
    faces: [...faces],
    title: kind === "reserved" ? "Reserved" : "Service unit",
    detail: reason,
    reservationId: id,
    until: until ?? "",
  };
}

/** What the panel's staff took for themselves, and equipment that is no server. */
function panelBlocks(units: RackLayout["units"]): RackBlock[] {
  const alike = new Map<string, RackLayout["units"]>();
  for (const one of units) {
    if (one.state === "free" || (one.state === "occupied" && one.serverId !== null)) continue;
    const group = `${one.state} ${one.reservedUntil} ${one.serverName}`;
    alike.set(group, [...(alike.get(group) ?? []), one]);
  }
  return [...alike.values()].flatMap((group) =>
    runsOf(group.map(({ unit }) => unit)).map((run) => panelBlock(run, group[0])),
  );
}

function panelBlock(run: UnitRun, like: RackLayout["units"][number] | undefined): RackBlock {
  const bottom = String(run.bottom);
  const block = { ...nobody, ...run, faces: [...bothFaces], detail: "In the panel" };
  switch (like?.state) {
    case "reserved":
      return {
        ...block,
        key: `panel-reserved:${bottom}`,
        kind: "panel-reserved",
        title: "Reserved",
        until: like.reservedUntil,
      };
    case "occupied":
      return { ...block, key: `equipment:${bottom}`, kind: "server", title: like.serverName || "Equipment" };
    default:
      return { ...block, key: `panel-service:${bottom}`, kind: "service-unit", title: "Service unit" };
  }
}

/** Units that lie side by side as runs, lowest first; a unit that no rack has falls away. */
function runsOf(units: readonly number[]): UnitRun[] {
  const sorted = [...new Set(units)].filter((unit) => unit >= 1 && unit <= highestUnit).sort((a, b) => a - b);
  return sorted.reduce<{ bottom: number; height: number }[]>((runs, unit) => {
    const last = runs.at(-1);
    if (last && last.bottom + last.height === unit) last.height += 1;
    else runs.push({ bottom: unit, height: 1 });
    return runs;
  }, []);
}
