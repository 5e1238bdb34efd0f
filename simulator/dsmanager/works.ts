import { DsmanagerRefusal } from "./refusal";
import type { DsmanagerServer, Work, WorkTask } from "./site-document";
import { completeTask } from "./work-results";
import type { DsmanagerWorld } from "./world";

export interface NewWork {
  readonly serverId: number | null;
  readonly task: WorkTask;
  /** Null: it runs until it is cancelled. */
  readonly durationMs: number | null;
}

/** Begins work, which is done at once when it takes no time; installations and diagnostics follow the script. */
export function startWork(world: DsmanagerWorld, { serverId, task, durationMs }: NewWork): void {
  const outcome = isOperation(task) ? world.scriptedOutcomes.shift() : undefined;
  if (durationMs === 0 && outcome === undefined) {
    completeTask(world, serverId, task);
    world.changed();
    return;
  }
  const startedAt = world.now();
  const endsAt = durationMs === null || outcome?.kind === "hangs" ? null : startedAt + durationMs;
  const failsWith = outcome?.kind === "fails" ? outcome.message : null;
  world.site.works.push({ serverId, startedAt, endsAt, failsWith, task });
  if (isOperation(task)) world.record("operation-started", serverId, { name: task.kind });
  world.changed();
}

/** Ends a server's operation without its result; nothing happens when none runs. */
export function cancelOperation(world: DsmanagerWorld, server: DsmanagerServer): void {
  const operation = world.index().operationOf(server.id);
  if (operation === undefined) return;
  world.site.works = world.site.works.filter((work) => work !== operation);
  world.record("operation-cancelled", server.id, { name: operation.task.kind });
  world.changed();
}

/** An installation and diagnostics keep everybody else off the server. */
export function refuseWhenBusy(world: DsmanagerWorld, server: DsmanagerServer): void {
  if (world.index().operationOf(server.id) !== undefined) {
    throw new DsmanagerRefusal("busy", "server", "Server has an operation in progress", String(server.id));
  }
}

/** Whole percent; work that hangs stands still. */
export function progressPercent(now: number, { startedAt, endsAt }: Work): number {
  if (endsAt === null) return 35;
  return Math.min(99, Math.max(0, Math.floor(((now - startedAt) / Math.max(1, endsAt - startedAt)) * 100)));
}

/**
 * Brings the world up to now: works whose time has come end, in the order of their times. Time passes only when
 * somebody looks, so a restarted simulator finishes what it had begun.
 */
export function passTime(world: DsmanagerWorld): void {
  for (;;) {
    const next = nextToEnd(world);
    if (next === null) return;
    world.site.works = world.site.works.filter((work) => work !== next);
    if (next.failsWith === null) completeTask(world, next.serverId, next.task);
    else failTask(world, next, next.failsWith);
    world.changed();
  }
}

function nextToEnd(world: DsmanagerWorld): Work | null {
  let next: Work | null = null;
  for (const work of world.site.works) {
    if (work.endsAt === null || work.endsAt > world.now()) continue;
    if (next === null || work.endsAt < (next.endsAt ?? 0)) next = work;
  }
  return next;
}

function failTask(world: DsmanagerWorld, { serverId, task }: Work, reason: string): void {
  const server = serverId === null ? undefined : world.index().servers.get(serverId);
  if (server !== undefined) server.failure = reason;
  world.record("operation-failed", serverId, { name: task.kind, reason });
}

function isOperation({ kind }: WorkTask): boolean {
  return kind === "install" || kind === "diagnostics";
}
