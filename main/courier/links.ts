import type { Link, LinkState, Module } from "../contract/shapes/module";
import { backoff, longestWaitMs, timeUntil } from "../domain/backoff";
import { RemoteFailure } from "../ports/failure";
import type { Clock } from "../ports/host";

export interface LinkStatus {
  readonly state: LinkState;
  readonly since: number;
  readonly lastSuccessAt: number | null;
  readonly nextProbeAt: number | null;
  readonly reason: string;
  readonly failures: number;
}

const probeWhenUpMs = 60_000;
const firstRetryMs = 1_000;
const slowestRetryMs = 60_000;
/** Repeating a refused sign-in may lock the account in the panel, so it waits. */
const signInRetryMs = longestWaitMs;

/** Where the state of a link goes after one contact, or one attempt at it. `error` null: the panel answered. */
export function nextLinkStatus(before: LinkStatus, error: unknown, now: number): LinkStatus {
  const state = stateAfter(error);
  if (state === undefined) return before;
  // Many callers may fail on one outage: only a failure after the planned probe makes the next one wait longer.
  const isEarly = state === before.state && before.nextProbeAt !== null && timeUntil(before.nextProbeAt, now) > 0;
  if (isEarly && state !== "up") return { ...before, reason: reasonOf(error) };
  const failures = state === "up" ? 0 : state === before.state ? before.failures + 1 : 1;
  const delayMs =
    state === "up"
      ? probeWhenUpMs
      : state === "needs-sign-in"
        ? signInRetryMs
        : backoff(failures, firstRetryMs, slowestRetryMs);
  return {
    state,
    since: state === before.state ? before.since : now,
    lastSuccessAt: state === "up" ? now : before.lastSuccessAt,
    nextProbeAt: now + delayMs,
    reason: state === "up" ? "" : reasonOf(error),
    failures,
  };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : "";
}

function stateAfter(error: unknown): LinkState | undefined {
  if (error === null) return "up";
  if (!(error instanceof RemoteFailure)) return undefined;
  switch (error.kind) {
    case "refused":
    case "malformed":
      return "up";
    case "not-sent":
    case "unknown-outcome":
      return "down";
    case "asleep":
    case "throttled":
      return "asleep";
    case "unauthenticated":
      return "needs-sign-in";
    case "untrusted-certificate":
      return "untrusted-certificate";
  }
}

/** Remembers for each module whether its panel can be reached. */
export function createLinks(clock: Clock, tell: () => void) {
  const statuses = new Map<string, LinkStatus>();
  let modules: readonly Module[] = [];
  const statusOf = (moduleId: string): LinkStatus =>
    statuses.get(moduleId) ?? {
      state: "unknown",
      since: clock.now(),
      lastSuccessAt: null,
      nextProbeAt: clock.now(),
      reason: "",
      failures: 0,
    };

  return {
    /** Takes over which modules there are; a module that was changed starts over as unknown. */
    setModules(current: readonly Module[]): void {
      for (const module of current) {
        const before = modules.find((one) => one.id === module.id);
        const isReconnected = before && JSON.stringify(connectionOf(before)) !== JSON.stringify(connectionOf(module));
        if (isReconnected && statusOf(module.id).state !== "up") statuses.delete(module.id);
      }
      modules = current;
    },
    modules: (): readonly Module[] => modules,
    statusOf,
    observe(moduleId: string, error: unknown): void {
      const before = statusOf(moduleId);
      const after = nextLinkStatus(before, error, clock.now());
      if (after === before) return;
      statuses.set(moduleId, after);
      if (after.state !== before.state) tell();
    },
    isReachable(moduleId: string): boolean {
      const { state } = statusOf(moduleId);
      return (state === "up" || state === "unknown") && modules.find((one) => one.id === moduleId)?.isActive !== false;
    },
    /** Modules whose panel is due to be asked, and when the next one is. */
    due(now: number): { readonly moduleIds: string[]; readonly nextAt: number | null } {
      const active = modules.filter((module) => module.isActive);
      const times = active.map((module) => ({ id: module.id, at: statusOf(module.id).nextProbeAt ?? now }));
      const later = times.filter((one) => timeUntil(one.at, now) > 0).map((one) => one.at);
      return {
        moduleIds: times.filter((one) => timeUntil(one.at, now) === 0).map((one) => one.id),
        nextAt: later.length > 0 ? Math.min(...later) : null,
      };
    },
    hasten(): void {
      for (const [id, status] of statuses)
        if (status.state !== "up") statuses.set(id, { ...status, nextProbeAt: clock.now() });
    },
    describe(
      module: Module,
      counts: { readonly waiting: number; readonly needsAttention: number },
      heldBy: string | null,
    ): Link {
      const { failures: _failures, ...status } = statusOf(module.id);
      return {
        moduleId: module.id,
        moduleName: module.name,
        ...status,
        ...(module.isActive ? {} : { state: "off" as const }),
        ...counts,
        heldBy,
      };
    },
  };
}

function connectionOf({ dialect, url, username, certificate, isActive, routeOverrides, revision }: Module): unknown {
  return { dialect, url, username, fingerprint: certificate?.fingerprint, isActive, routeOverrides, revision };
}
