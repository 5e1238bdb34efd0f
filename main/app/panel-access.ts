import type { Module } from "../contract/shapes/module";
import { RemoteFailure } from "../ports/failure";
import type { PanelGateway } from "../ports/gateway";
import type { App } from "./app";
import { existing } from "./app";

export interface Observed<T> {
  readonly facts: T;
  /** Milliseconds UTC. */
  readonly takenAt: number;
  readonly isLive: boolean;
  /** Why it is not live, empty otherwise. */
  readonly reason: string;
}

/** The module, or a `not-found` fault. */
export async function getModule(app: App, moduleId: string): Promise<Module> {
  return existing(await app.store.read((repositories) => repositories.modules.find(moduleId)), "module", moduleId);
}

/**
 * Asks a panel and remembers the answer under `subject`. When the panel is out of reach the last answer is given with its age;
 * when there is none, or when the panel refuses, the RemoteFailure is thrown.
 */
export async function observe<T>(
  app: App,
  module: Module,
  subject: string,
  ask: (gateway: PanelGateway) => Promise<T>,
): Promise<Observed<T>> {
  const reachable = app.courier.isReachable(module.id);
  const known = reachable ? undefined : await lastKnown<T>(app, module.id, subject, "The panel is out of reach");
  if (known) return known;
  try {
    const facts = await ask(await app.gateway(module));
    const takenAt = app.clock.now();
    await app.store.write((repositories) =>
      repositories.observations.put(module.id, subject, JSON.stringify(facts), takenAt),
    );
    app.courier.observeOutcome(module.id, null);
    return { facts, takenAt, isLive: true, reason: "" };
  } catch (error) {
    if (!(error instanceof RemoteFailure)) throw error;
    app.courier.observeOutcome(module.id, error);
    if (error.kind === "refused") throw error;
    const stored = await lastKnown<T>(app, module.id, subject, error.message);
    if (stored) return stored;
    throw error;
  }
}

async function lastKnown<T>(
  app: App,
  moduleId: string,
  subject: string,
  reason: string,
): Promise<Observed<T> | undefined> {
  const row = await app.store.read((repositories) => repositories.observations.find(moduleId, subject));
  // Written by `observe` under the same subject, and the call's output schema checks it once more.
  return row && { facts: JSON.parse(row.body) as T, takenAt: row.takenAt, isLive: false, reason };
}
