import type { ConsoleEvent } from "../contract/events";
import type { Module } from "../contract/shapes/module";
import type { ServerFacts } from "../contract/shapes/panel";
import { copyPeriodMs, isCopyDue } from "../domain/copy-age";
import { keeperOf, panelKey } from "../domain/same-panel";
import { RemoteFailure } from "../ports/failure";
import type { PanelGateway } from "../ports/gateway";
import type { Clock, Log } from "../ports/host";
import type { MirrorRecord } from "../ports/mirror-store";
import type { Store } from "../ports/store";
import { CalledOff } from "./called-off";
import { createNoticed } from "./noticed";
import { readDetails } from "./read-details";
import { IncompleteList, readServers } from "./read-servers";

/** Leaves the start to what waits in the outbox. */
const firstRoundMs = 5_000;
const betweenRoundsMs = 30_000;
/** A reading that was broken off is gone on with after this. */
const retryMs = 60_000;

export interface MirrorParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  gatewayOf(module: Module): Promise<PanelGateway>;
  isReachable(moduleId: string): boolean;
  observeOutcome(moduleId: string, error: unknown): void;
  publish(event: ConsoleEvent): void;
}

export interface MirrorProgress {
  readonly done: number;
  readonly total: number;
}

/** Keeps local copies of the servers of all panels. */
export interface Mirror {
  start(): void;
  /** Resolves when nothing is written any more; what a panel is being asked is left to end and is not kept. */
  stop(): Promise<void>;
  /** Reads the servers that are kept under a module again, at once or behind another reading of the same panel. */
  refresh(keeper: Module): void;
  /** Ends a reading; what it has stored stays. */
  cancel(moduleId: string): Promise<void>;
  /** A reading that goes on or waits for its turn. */
  progressOf(moduleId: string): MirrorProgress | null;
  /** Somebody has read a server anyway. */
  notice(module: Module, facts: ServerFacts): void;
}

interface Running {
  readonly controller: AbortController;
  progress: MirrorProgress;
  isReading: boolean;
  ended: Promise<void>;
}

interface RunningDetails {
  readonly panel: string;
  readonly controller: AbortController;
}

export function createMirror(parts: MirrorParts): Mirror {
  const { store, clock, log, publish } = parts;
  const running = new Map<string, Running>();
  const details = new Map<string, RunningDetails>();
  /** The last piece of work on each panel: one panel is read once at a time, whatever modules it has. */
  const lastOnPanel = new Map<string, Promise<void>>();
  const notBefore = new Map<string, number>();
  let isStopped = true;
  let callOffRound: () => void = () => undefined;
  let round: Promise<void> = Promise.resolve();

  const tellChanged = (moduleId: string) => {
    publish({ name: "records.changed", changes: [{ entity: "mirror", id: moduleId }] });
  };
  const noticed = createNoticed({
    store,
    clock,
    tell: tellChanged,
    fail: (error) => {
      log.error("mirror.notice-failed", { error });
    },
  });

  function planRound(delayMs: number): void {
    callOffRound = clock.schedule(delayMs, () => {
      round = beginDue()
        .catch((error: unknown) => {
          log.error("mirror.round-failed", { error });
        })
        .then(() => {
          if (!isStopped) planRound(betweenRoundsMs);
        });
    });
  }

  async function beginDue(): Promise<void> {
    const { modules, records } = await store.read(async (repositories) => ({
      modules: await repositories.modules.list(),
      records: await repositories.mirror.listReadings(),
    }));
    const keepers = modules.filter((module) => keeperOf(modules, module) === module);
    for (const keeper of keepers) {
      const record = records.find(({ moduleId }) => moduleId === keeper.id);
      if (!isStopped && isDue(keeper, record)) refresh(keeper);
    }
    // A module that came to stand for another's panel leaves its servers to it.
    const left = records.filter(({ moduleId }) => !keepers.some(({ id }) => id === moduleId));
    for (const { moduleId } of left) if (!running.has(moduleId)) await dropCopy(moduleId);
  }

  async function dropCopy(moduleId: string): Promise<void> {
    await store.write(({ mirror }) => mirror.remove(moduleId));
    tellChanged(moduleId);
  }

  function isDue(module: Module, record: MirrorRecord | undefined): boolean {
    const now = clock.now();
    if (module.type === "manual" || !module.isActive || !parts.isReachable(module.id)) return false;
    if ((notBefore.get(module.id) ?? now) > now) return false;
    if (!record || record.isUnfinished || record.source !== sourceOf(module)) return true;
    return record.takenAt === null || isCopyDue(record.takenAt, now);
  }

  function refresh(module: Module): void {
    if (module.type === "manual" || running.get(module.id)?.controller.signal.aborted === false) return;
    const panel = panelKey(module);
    for (const one of details.values())
      if (one.panel === panel) one.controller.abort(new CalledOff("A reading of all servers comes first"));
    const controller = new AbortController();
    const own: Running = { controller, progress: { done: 0, total: 0 }, isReading: false, ended: Promise.resolve() };
    running.set(module.id, own);
    own.ended = inTurn(panel, async () => {
      own.isReading = true;
      const needsDetails = await read(module, own);
      if (running.get(module.id) === own) running.delete(module.id);
      tellChanged(module.id);
      if (needsDetails && !isStopped) beginDetails(module, panel);
    });
    publish({ name: "mirror.progress", moduleId: module.id, ...own.progress });
  }

  /** Runs work that never fails behind whatever is being read of the panel. */
  function inTurn(panel: string, work: () => Promise<void>): Promise<void> {
    const ended = (lastOnPanel.get(panel) ?? Promise.resolve()).then(work);
    lastOnPanel.set(panel, ended);
    return ended;
  }

  /** Answers whether the panel's list left anything out. */
  async function read(module: Module, own: Running): Promise<boolean> {
    const { signal } = own.controller;
    try {
      signal.throwIfAborted();
      const report = await readServers({
        store,
        gateway: await parts.gatewayOf(module),
        moduleId: module.id,
        locationId: module.locationId,
        source: sourceOf(module),
        now: () => clock.now(),
        signal,
        tell(done, total) {
          own.progress = { done, total };
          publish({ name: "mirror.progress", moduleId: module.id, done, total });
        },
      });
      parts.observeOutcome(module.id, null);
      notBefore.delete(module.id);
      log.info("mirror.read", { module: module.name, ...report });
      return report.needsDetails;
    } catch (error) {
      await keepReason(module, error).catch((failure: unknown) => {
        log.error("mirror.reason-lost", { error: failure });
      });
      return false;
    }
  }

  async function keepReason(module: Module, error: unknown): Promise<void> {
    const wasCancelled = error instanceof CalledOff;
    if (wasCancelled && isStopped) return;
    notBefore.set(module.id, clock.now() + (wasCancelled ? copyPeriodMs : retryMs));
    if (error instanceof RemoteFailure) parts.observeOutcome(module.id, error);
    const isExpected = wasCancelled || error instanceof RemoteFailure || error instanceof IncompleteList;
    if (isExpected) log.info("mirror.broken-off", { module: module.name, reason: error.message });
    else log.error("mirror.failed", { module: module.name, error });
    const reason = isExpected ? error.message : "The reading ended by a mistake of the program";
    await store.write(async ({ mirror }) => {
      const record = await mirror.findReading(module.id);
      // A list that tells less than it should is read anew, not gone on with.
      const isUnfinished = !(error instanceof IncompleteList);
      if (record) await mirror.putReading({ ...record, isUnfinished: record.isUnfinished && isUnfinished, reason });
    });
  }

  /** Goes on until somebody wants all servers again. */
  function beginDetails(module: Module, panel: string): void {
    const controller = new AbortController();
    details.set(module.id, { panel, controller });
    void inTurn(panel, async () => {
      try {
        const gateway = await parts.gatewayOf(module);
        await readDetails({ store, clock, gateway, moduleId: module.id, signal: controller.signal });
        tellChanged(module.id);
      } catch (error) {
        if (error instanceof RemoteFailure) parts.observeOutcome(module.id, error);
        else if (!(error instanceof CalledOff)) log.error("mirror.details-failed", { module: module.name, error });
      }
    });
  }

  return {
    start() {
      isStopped = false;
      planRound(firstRoundMs);
    },
    async stop() {
      isStopped = true;
      callOffRound();
      await round;
      const over = new CalledOff("The program ends");
      for (const { controller } of running.values()) controller.abort(over);
      for (const { controller } of details.values()) controller.abort(over);
      await Promise.all(lastOnPanel.values());
      await noticed.settle();
    },
    refresh,
    async cancel(moduleId) {
      const own = running.get(moduleId);
      own?.controller.abort(new CalledOff("The reading was cancelled"));
      if (own?.isReading === true) await own.ended;
    },
    progressOf(moduleId) {
      const own = running.get(moduleId);
      return own && !own.controller.signal.aborted ? own.progress : null;
    },
    notice(module, facts) {
      if (!isStopped) noticed.take(module, facts);
    },
  };
}

function sourceOf(module: Module): string {
  return `${panelKey(module)} ${String(module.locationId)}`;
}
