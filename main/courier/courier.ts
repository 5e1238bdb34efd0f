import type { Link } from "../contract/shapes/module";
import type { CourierDoor } from "../app/app";
import { hasEnded } from "../app/giving-up";
import { timeUntil } from "../domain/backoff";
import { hasPanel } from "../domain/plan";
import { RemoteFailure } from "../ports/failure";
import type { Log } from "../ports/host";
import type { ActionRecord } from "../ports/store";
import { carryOut } from "./carry-out";
import type { CarryOutParts } from "./carry-out";
import { createHeads } from "./heads";
import { createLinks } from "./links";
import { stopForPerson } from "./endings";
import { recoverActions } from "./recover";

export type CourierParts = Omit<CarryOutParts, "observeOutcome"> & { readonly log: Log };

export interface DrainReport {
  readonly done: number;
  /** Everything that has not ended, what needs a person included. */
  readonly waiting: number;
  readonly needsAttention: number;
  /** Modules whose panel could not be reached, by name. */
  readonly unreachable: readonly string[];
}

export interface Courier extends CourierDoor {
  /** Takes up what a crash left behind and begins to send. */
  start(): Promise<void>;
  /** Sends until nothing is left that can go out. */
  drain(): Promise<DrainReport>;
  stop(): Promise<void>;
}

/** Lanes that are worked on at the same time; each panel's client limits its own calls on top. */
const mostLanes = 16;
/** A lane whose step failed inside Rackside rests this long, so that a full disk is not hammered. */
const restAfterBugMs = 5_000;

/**
 * Sends what waits in the outbox: the oldest action of every lane, lanes side by side, inside a lane strictly in order. Sleeps until
 * something is due and is woken by new work, by a link that comes up, or by a person.
 */
export function createCourier(parts: CourierParts): Courier {
  const { clock, log, store } = parts;
  const busy = new Map<string, Promise<void>>();
  const resting = new Map<string, number>();
  const probing = new Map<string, Promise<void>>();
  let running: Promise<void> | undefined;
  let isAskedAgain = false;
  let isStopped = true;
  let cancelTimer: (() => void) | undefined;
  let heldModules: ReadonlyMap<string, string> = new Map();
  const heads = createHeads();
  let lastHeads: readonly ActionRecord[] = [];
  const links = createLinks(clock, () => void tellLinks());

  const observeOutcome = (moduleId: string, error: unknown): void => {
    const wasReachable = links.isReachable(moduleId);
    links.observe(moduleId, error);
    if (!wasReachable && links.isReachable(moduleId)) lookAround();
  };
  const workParts: CarryOutParts = { ...parts, observeOutcome };

  async function listLinks(): Promise<Link[]> {
    return store.read(async (repositories) => {
      const described: Link[] = [];
      const holds = await repositories.modules.listHolds();
      for (const module of (await repositories.modules.list()).filter(hasPanel)) {
        const counts = await repositories.actions.countUnfinished(module.id);
        described.push(links.describe(module, counts, holds.get(module.id) ?? null));
      }
      return described;
    });
  }

  async function tellLinks(): Promise<void> {
    if (isStopped) return;
    parts.publish({ name: "links.changed", links: await listLinks() });
  }

  function probe(moduleId: string): Promise<void> {
    const under = probing.get(moduleId) ?? askPanel(moduleId).finally(() => probing.delete(moduleId));
    probing.set(moduleId, under);
    return under;
  }

  async function askPanel(moduleId: string): Promise<void> {
    try {
      const gateway = await parts.gatewayOf(moduleId);
      await gateway.probe();
      observeOutcome(moduleId, null);
    } catch (error) {
      if (!(error instanceof RemoteFailure)) throw error;
      observeOutcome(moduleId, error);
    }
    await tellLinks();
  }

  function wake(): void {
    heads.forgetAll();
    lookAround();
  }

  function lookAround(): void {
    if (isStopped) return;
    isAskedAgain = true;
    running ??= pump().finally(() => {
      running = undefined;
      if (isAskedAgain) lookAround();
    });
  }

  async function pump(): Promise<void> {
    while (isAskedAgain && !isStopped) {
      isAskedAgain = false;
      const { steps, modules, holds } = await store.read(async (repositories) => ({
        steps: await heads.list(repositories.actions),
        modules: (await repositories.modules.list()).filter(hasPanel),
        holds: await repositories.modules.listHolds(),
      }));
      links.setModules(modules);
      heldModules = holds;
      lastHeads = steps;
      const now = clock.now();
      const due = links.due(now);
      for (const moduleId of due.moduleIds)
        void probe(moduleId).then(lookAround, (error: unknown) => log.error("probe failed", { moduleId, error }));
      for (const head of steps) if (canStart(head, now)) start(head);
      sleepUntil(steps, due.nextAt, now);
    }
  }

  function canStart(head: ActionRecord, now: number): boolean {
    return (
      busy.size < mostLanes &&
      !busy.has(head.lane) &&
      isDue(head, now) &&
      timeUntil(resting.get(head.lane) ?? 0, now) === 0 &&
      canGoOut(head)
    );
  }

  /** Nobody paused it or its panel, no person is needed, and the panel can be reached. */
  function canGoOut(head: ActionRecord): boolean {
    return (
      head.state !== "needs-attention" &&
      head.heldBy === null &&
      !heldModules.has(head.moduleId) &&
      links.isReachable(head.moduleId)
    );
  }

  /**
   * The list of heads may be older than the lane's last step, so the action is read again once the lane is held. A server that was given back
   * has put an earlier step before it again.
   */
  async function carryOutFresh(id: string): Promise<void> {
    const action = await store.read(async ({ actions }) => {
      const found = await actions.find(id);
      const serviceId = found?.serviceId ?? null;
      return serviceId === null ? found : (await actions.listByService(serviceId)).find((step) => !hasEnded(step));
    });
    if (action?.id !== id || hasEnded(action)) return;
    if (isDue(action, clock.now()) && canGoOut(action)) await carryOut(workParts, action);
  }

  function start(head: ActionRecord): void {
    const work = carryOutFresh(head.id)
      .catch(async (error: unknown) => {
        const reference = parts.makeId().slice(-8);
        log.error("step failed", { action: head.id, reference, error });
        resting.set(head.lane, clock.now() + restAfterBugMs);
        const message = `Something went wrong inside Rackside. The log has it under ${reference}`;
        await stopForPerson(parts, head, { kind: "unreadable", message, differences: [] });
      })
      .catch((error: unknown) => {
        log.error("step could not be stored", { action: head.id, error });
      })
      .finally(() => {
        busy.delete(head.lane);
        heads.forget(head.lane);
        lookAround();
      });
    busy.set(head.lane, work);
  }

  function sleepUntil(steps: readonly ActionRecord[], nextProbeAt: number | null, now: number): void {
    cancelTimer?.();
    const delays = steps
      .filter((head) => !busy.has(head.lane) && canGoOut(head))
      .map((head) => Math.max(timeUntil(head.nextAttemptAt ?? 0, now), timeUntil(resting.get(head.lane) ?? 0, now)));
    if (nextProbeAt !== null) delays.push(timeUntil(nextProbeAt, now));
    if (delays.length > 0)
      cancelTimer = clock.schedule(
        Math.max(
          20,
          delays.reduce((least, delay) => Math.min(least, delay)),
        ),
        lookAround,
      );
  }

  return {
    wake,
    links: listLinks,
    isReachable: (moduleId) => links.isReachable(moduleId),
    isHeld: (moduleId) => heldModules.has(moduleId),
    observeOutcome,
    async probe(moduleId) {
      await probe(moduleId);
      const found = (await listLinks()).find((link) => link.moduleId === moduleId);
      if (!found) throw new Error(`No module ${moduleId}`);
      return found;
    },
    async start() {
      const recovered = await recoverActions(store);
      if (recovered > 0) log.info("steps taken up after an interruption", { recovered });
      isStopped = false;
      wake();
    },
    hasten() {
      links.hasten();
      lookAround();
    },
    async drain() {
      const before = await store.read((repositories) => repositories.actions.countUnfinished(null));
      const modules = (await store.read((repositories) => repositories.modules.list())).filter(hasPanel);
      links.setModules(modules);
      await Promise.all(modules.filter((module) => module.isActive).map((module) => probe(module.id)));
      wake();
      await running;
      while (busy.size > 0 || lastHeads.some(canGoOut)) {
        await new Promise<void>((resolve) => clock.schedule(50, resolve));
        await running;
      }
      const after = await store.read((repositories) => repositories.actions.countUnfinished(null));
      const unreachable = modules.filter((module) => !links.isReachable(module.id)).map((module) => module.name);
      return { done: Math.max(0, before.waiting - after.waiting), ...after, unreachable };
    },
    async stop() {
      isStopped = true;
      cancelTimer?.();
      await running;
      await Promise.allSettled([...busy.values(), ...probing.values()]);
    },
  };
}

function isDue(action: ActionRecord, now: number): boolean {
  return timeUntil(action.nextAttemptAt ?? 0, now) === 0;
}
