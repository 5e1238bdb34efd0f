import type { PanelGateway, ServerDetails } from "../ports/gateway";
import { RemoteFailure } from "../ports/failure";
import type { Clock } from "../ports/host";
import type { Store } from "../ports/store";
import { unlessCalledOff } from "./called-off";
import { toEntry, withDetails } from "./entry";

/** Between two servers, so that whoever works with the panel has it nearly to themselves. */
const pauseMs = 200;
/** Details that are older are read again. */
const longestAgeMs = 24 * 60 * 60_000;
const idsAtOnce = 50;

export interface DetailReading {
  readonly store: Store;
  readonly clock: Clock;
  readonly gateway: Pick<PanelGateway, "readServerDetails">;
  readonly moduleId: string;
  readonly signal: AbortSignal;
}

/**
 * Reads one by one what a panel's list leaves out of its servers: those of which nothing is known yet first, the newest of them before the others.
 * Throws what the gateway and the store throw, and the signal's reason.
 */
export async function readDetails(reading: DetailReading): Promise<void> {
  const { store, clock, moduleId, signal } = reading;
  for (;;) {
    const before = clock.now() - longestAgeMs;
    const ids = await store.read(({ mirror }) => mirror.listWithoutDetails(moduleId, before, idsAtOnce));
    if (ids.length === 0) return;
    for (const serverId of ids) {
      await unlessCalledOff(signal, pause(clock));
      await takeIn(reading, serverId, await unlessCalledOff(signal, readOne(reading, serverId)));
    }
  }
}

/** Null for a server that is gone: the next reading of all servers sees to it. */
async function readOne({ gateway }: DetailReading, serverId: number): Promise<ServerDetails | null> {
  try {
    return await gateway.readServerDetails(serverId);
  } catch (error) {
    if (error instanceof RemoteFailure && error.kind === "refused") return null;
    throw error;
  }
}

async function takeIn(
  { store, clock, moduleId }: DetailReading,
  serverId: number,
  details: ServerDetails | null,
): Promise<void> {
  await store.write(async ({ mirror }) => {
    const [known, record] = [await mirror.find(moduleId, serverId), await mirror.findReading(moduleId)];
    if (!known || !record) return;
    const facts = details ? withDetails(known.facts, details) : known.facts;
    const stamp = { takenAt: clock.now(), reading: record.reading, hasDetails: true };
    await mirror.putServers(moduleId, [toEntry(facts)], details ? stamp : { ...stamp, takenAt: known.takenAt });
  });
}

function pause(clock: Clock): Promise<void> {
  return new Promise((resolve) => {
    clock.schedule(pauseMs, resolve);
  });
}
