import type { SiteDocument } from "../site/site-document";
import { startOperation } from "./operations";
import { passTime } from "./passing-time";
import type { Method, RouteTable } from "./router";
import type { Sessions } from "./sessions";
import type { SleepingServices } from "./sleeping-services";
import { getRow, type World } from "./world";

/** Turns of events that a test or a trainer brings about in the panel itself. */
export interface PanelScript {
  /** The next operation of this name (`ip_assign`, `power_off`, `port_down`, …) ends as failed with the message. */
  failNextOperation(name: string, message: string): void;
  /** Begins an operation on a server; without a duration it runs until it is cancelled. */
  beginOperation(serverId: number, name: string, durationMs?: number): number;
  /** Lets a pool refuse at once, fail late, or (null) behave again. */
  exhaustPool(poolId: number, when: "at-once" | "late" | null): void;
  expireTokens(): void;
  /** Puts a service such as `dci` to sleep for so many calls. */
  sleepService(service: string, calls: number): void;
  /** The panel answers a route such as `dci/v3/server/:server/owner` at another path, or (null) no more at all. */
  moveRoute(method: Method, path: string, newPath: string | null): void;
  /** A deep copy of the state as it is now. */
  snapshot(): SiteDocument;
  /** Goes back to an earlier state, as a panel restored from a backup does. */
  restore(site: SiteDocument): void;
}

/** Creates the script over a panel's parts. */
export function createPanelScript(
  world: World,
  sessions: Sessions,
  services: SleepingServices,
  table: RouteTable,
): PanelScript {
  return {
    failNextOperation: (operation, message) => {
      world.scriptedFailures.push({ operation, message });
    },
    beginOperation: (serverId, name, durationMs) => {
      const operationId = startOperation(world, {
        serverId: getRow(world.index().servers, "Server", serverId).id,
        name,
        stage: name,
        work: { kind: "nothing" },
        durationMs: durationMs ?? null,
      });
      return operationId ?? 0;
    },
    exhaustPool: (poolId, when) => {
      getRow(world.index().pools, "Pool", poolId).pretendsEmpty = when;
      world.changed();
    },
    expireTokens: () => {
      sessions.expireAll();
    },
    sleepService: (service, calls) => {
      services.sleep(service, calls);
    },
    moveRoute: table.move,
    snapshot: () => {
      passTime(world);
      return structuredClone(world.site);
    },
    restore: (site) => {
      world.replaceSite(structuredClone(site));
    },
  };
}
