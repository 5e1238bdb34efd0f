import { RemoteFailure } from "../ports/failure";
import type { App } from "./app";
import { ConsoleError } from "./app";
import { keepComparison, readPanel } from "./module-configuration";

/** Leaves the start to what waits in the outbox. */
const firstRoundMs = 2 * 60_000;
const betweenRoundsMs = 15 * 60_000;

export interface ConfigurationWatch {
  start(): void;
  /** Resolves when nothing is written any more; a reading under way is left to end and is not kept. */
  stop(): Promise<void>;
}

/** Compares the panels of the active modules with their configurations in the background, one after the other, so that a stale one is noticed. */
export function createConfigurationWatch(app: App): ConfigurationWatch {
  let isStopped = true;
  let callOff: () => void = () => undefined;
  let writing: Promise<unknown> = Promise.resolve();

  function plan(delayMs: number): void {
    callOff = app.clock.schedule(delayMs, () => {
      void runRound().then(() => {
        if (!isStopped) plan(betweenRoundsMs);
      });
    });
  }

  async function runRound(): Promise<void> {
    try {
      for (const module of await app.store.read(({ modules }) => modules.list())) {
        if (isStopped) return;
        await compare(module.id);
      }
    } catch (error) {
      app.log.error("configuration watch failed", { error });
    }
  }

  /** Looks the module up anew: the round may have waited for another panel. */
  async function compare(id: string): Promise<void> {
    const module = await app.store.read(({ modules }) => modules.find(id));
    if (!module?.isActive || module.type === "manual" || module.configurationTakenAt === null) return;
    if (!app.courier.isReachable(id)) return;
    try {
      const found = await readPanel(app, module);
      if (isStopped) return;
      writing = keepComparison(app, module, found);
      await writing;
    } catch (error) {
      if (error instanceof RemoteFailure || error instanceof ConsoleError) {
        app.log.info("configuration not compared", { module: module.name, reason: error.message });
      } else throw error;
    }
  }

  return {
    start() {
      isStopped = false;
      plan(firstRoundMs);
    },
    async stop() {
      isStopped = true;
      callOff();
      await writing.catch(() => undefined);
    },
  };
}
