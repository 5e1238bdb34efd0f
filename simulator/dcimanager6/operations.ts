import type { OperationWork, SiteOperation } from "../site/site-document";
import { completeWork, undoWork } from "./operation-work";
import { refuse } from "./refusal";
import type { Route } from "./router";
import { getRow, type World } from "./world";

export interface NewOperation {
  readonly serverId: number | null;
  readonly name: string;
  readonly stage: string;
  readonly work: OperationWork;
  /** Null: it runs until it is cancelled. */
  readonly durationMs: number | null;
  /** The reason for which this one will fail when it ends. */
  readonly failsWith?: string | null;
}

export const operationRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "dci/v3/operation/:operation",
    answer: (request, world) => viewOperation(world, readOperation(world, request.id("operation"))),
  },
  {
    method: "POST",
    path: "dci/v3/operation/:operation/cancel",
    answer: (request, world) => cancelOperation(world, readOperation(world, request.id("operation"))),
  },
];

/** Begins work; answers the operation's id, or null when the work was done at once. */
export function startOperation(world: World, wanted: NewOperation): number | null {
  const { serverId, name, stage, work, durationMs } = wanted;
  const failsWith = takeScriptedFailure(world, name) ?? wanted.failsWith ?? null;
  if (durationMs === 0 && failsWith === null) {
    completeWork(world, { serverId, work });
    world.changed();
    return null;
  }
  const startedAt = world.now();
  const id = world.nextId("operation");
  world.site.operations.push({
    id,
    serverId,
    name,
    stage,
    status: "running",
    message: null,
    startedAt,
    endsAt: durationMs === null ? null : startedAt + durationMs,
    failsWith,
    work,
  });
  if (blocksServer(work)) linkToServer(world, serverId, id);
  world.record("operation-started", serverId, { operation: id, name });
  world.changed();
  return id;
}

/** Ends one operation whose time has come, well or badly. */
export function endOperation(world: World, operation: SiteOperation): void {
  const server = operation.serverId === null ? undefined : world.index().servers.get(operation.serverId);
  const reason = operation.failsWith;
  operation.status = reason === null ? "ok" : "failed";
  operation.message = reason;
  if (reason === null) {
    completeWork(world, operation);
  } else {
    undoWork(world, operation.work);
    world.record("operation-failed", operation.serverId, { operation: operation.id, name: operation.name, reason });
  }
  if (server !== undefined && blocksServer(operation.work)) {
    server.state = reason === null ? "active" : "operation_failed";
    server.stateInfo = reason ?? "";
  }
  world.changed();
}

/** Refuses a second operation while one runs on the server. */
export function refuseWhenBusy(world: World, serverId: number): void {
  const running = world.site.operations.find(
    (operation) => operation.serverId === serverId && operation.status === "running" && blocksServer(operation.work),
  );
  if (running === undefined) return;
  throw refuse(1020, "Server has an operation in progress", { operation: running.id });
}

/** The operation as it stands inside a server and by itself. */
export function viewOperation(world: World, operation: SiteOperation): unknown {
  const percent = progressPercent(world.now(), operation);
  return {
    id: operation.id,
    server: operation.serverId,
    name: operation.name,
    status: operation.status === "running" && percent === 0 ? "created" : operation.status,
    status_info: operation.message === null ? {} : { message: operation.message },
    progress_info: operation.status === "running" ? [{ stage: operation.stage, percent }] : [],
  };
}

/** The body of an accepted action. */
export function accepted(id: number, operationId: number | null): unknown {
  return operationId === null ? { id } : { id, task: operationId };
}

function cancelOperation(world: World, operation: SiteOperation): unknown {
  if (operation.status !== "running") {
    throw refuse(1021, "Operation has already ended", { operation: operation.id, status: operation.status });
  }
  operation.status = "canceled";
  undoWork(world, operation.work);
  world.record("operation-cancelled", operation.serverId, { operation: operation.id, name: operation.name });
  world.changed();
  return { id: operation.id };
}

function readOperation(world: World, id: number): SiteOperation {
  return getRow(world.index().operations, "Operation", id);
}

function progressPercent(now: number, { startedAt, endsAt }: SiteOperation): number {
  if (endsAt === null) return 35;
  return Math.min(99, Math.max(0, Math.floor(((now - startedAt) / Math.max(1, endsAt - startedAt)) * 100)));
}

/** Port work belongs to the switch: it neither blocks a server nor shows as its operation. */
function blocksServer(work: OperationWork): boolean {
  return work.kind !== "port";
}

function linkToServer(world: World, serverId: number | null, operationId: number): void {
  const server = serverId === null ? undefined : world.index().servers.get(serverId);
  if (server !== undefined) server.operationId = operationId;
}

function takeScriptedFailure(world: World, name: string): string | null {
  const position = world.scriptedFailures.findIndex(({ operation }) => operation === name);
  if (position === -1) return null;
  return world.scriptedFailures.splice(position, 1)[0]?.message ?? null;
}
