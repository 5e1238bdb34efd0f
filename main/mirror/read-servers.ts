import { setImmediate as nextTurn } from "node:timers/promises";
import type { ServerFacts } from "../contract/shapes/panel";
import type { PanelGateway, ServerStretch, WalkMark } from "../ports/gateway";
import type { MirrorRecord, MirrorStore } from "../ports/mirror-store";
import type { Store } from "../ports/store";
import { unlessCalledOff } from "./called-off";
import { toEntry, withDetails } from "./entry";

/** Servers of one request and of one transaction: few enough that taking them apart holds nothing up. */
const batchSize = 150;
/** A reading that was broken off longer ago begins anew, because what it has seen is of the past. */
const longestPauseMs = 60 * 60_000;

export interface Reading {
  readonly store: Store;
  readonly gateway: Pick<PanelGateway, "walkServers">;
  readonly moduleId: string;
  readonly locationId: number | null;
  /** Names panel and location: a broken-off reading of another one is not gone on with. */
  readonly source: string;
  readonly now: () => number;
  readonly signal: AbortSignal;
  /** Told after each batch that is stored. */
  readonly tell: (done: number, total: number) => void;
}

export interface ReadingReport {
  readonly servers: number;
  readonly changed: number;
  readonly removed: number;
  /** The panel's list left out what only answers about one server tell. */
  readonly needsDetails: boolean;
}

/** The panel showed fewer servers than it said it has, so that nobody can say which are gone. */
export class IncompleteList extends Error {
  override readonly name = "IncompleteList";
}

/**
 * Reads a panel's servers into the mirror, batch by batch; the next stretch is asked for while the last one is being stored. Goes on where an earlier
 * reading was broken off. Servers that the panel has no longer leave the mirror at the end of a complete reading only.
 * Throws what the gateway and the store throw, the signal's reason, and IncompleteList; what was stored before stays.
 */
export async function readServers(reading: Reading): Promise<ReadingReport> {
  const { store, signal, tell } = reading;
  let record = await begin(reading);
  let changed = 0;
  let needsDetails = false;
  for (let coming: Promise<AskedStretch> | null = ask(reading, record.after); coming !== null;) {
    const stretch: AskedStretch = await unlessCalledOff(signal, coming);
    coming = stretch.next && ask(reading, stretch.next);
    needsDetails ||= !stretch.hasDetails;
    record = { ...record, total: stretch.total };
    for (const { rows, after } of batchesOf(stretch, record.after?.done ?? 0)) {
      await nextTurn();
      signal.throwIfAborted();
      record = { ...record, after };
      changed += await storeBatch(reading, record, rows, stretch);
      tell(after?.done ?? stretch.total, stretch.total);
    }
  }
  const removed = await store.write((repositories) => end(repositories.mirror, record, reading.now()));
  return { servers: record.total, changed, removed, needsDetails };
}

async function begin({ store, moduleId, source, now }: Reading): Promise<MirrorRecord> {
  return store.write(async ({ mirror }) => {
    const before = await mirror.findReading(moduleId);
    const seen = before && (await mirror.countSeen(moduleId, before.reading));
    const isRecent = seen !== undefined && seen.oldestAt !== null && now() - seen.oldestAt < longestPauseMs;
    const goesOn = before?.isUnfinished === true && before.source === source && isRecent;
    const record: MirrorRecord = {
      moduleId,
      source,
      reading: (before?.reading ?? 0) + (goesOn ? 0 : 1),
      isUnfinished: true,
      after: goesOn ? before.after : null,
      total: before?.total ?? 0,
      takenAt: before?.takenAt ?? null,
      reason: "",
    };
    await mirror.putReading(record);
    return record;
  });
}

/** A stretch may lie for a while until it is stored; what is known of its servers is from when it was asked for. */
interface AskedStretch extends ServerStretch {
  readonly askedAt: number;
}

function ask({ gateway, locationId, now }: Reading, after: WalkMark | null): Promise<AskedStretch> {
  const askedAt = now();
  const stretch = gateway.walkServers({ locationId, after, limit: batchSize });
  const coming = stretch.then((answer) => ({ ...answer, askedAt }));
  // Waited for later, or not at all once the reading has ended early.
  coming.catch(() => undefined);
  return coming;
}

interface Batch {
  readonly rows: readonly ServerFacts[];
  /** Where the reading goes on behind it. */
  readonly after: WalkMark | null;
}

/** A panel that tells everything at once is stored in pieces all the same. */
function batchesOf({ rows, next }: ServerStretch, before: number): Batch[] {
  const batches: Batch[] = [];
  for (let start = 0; start < rows.length; start += batchSize) {
    const piece = rows.slice(start, start + batchSize);
    const last = piece.at(-1);
    const isLast = start + batchSize >= rows.length;
    const after = last ? { serverId: last.serverId, done: before + start + piece.length } : null;
    batches.push({ rows: piece, after: isLast && next !== null ? next : after });
  }
  return batches;
}

function storeBatch(
  { store, moduleId }: Reading,
  record: MirrorRecord,
  rows: readonly ServerFacts[],
  { hasDetails, askedAt }: AskedStretch,
): Promise<number> {
  return store.write(async ({ mirror }) => {
    const facts = hasDetails ? rows : await completed(mirror, moduleId, rows);
    const stamp = { takenAt: askedAt, reading: record.reading, hasDetails };
    const changed = await mirror.putServers(moduleId, facts.map(toEntry), stamp);
    await mirror.putReading(record);
    return changed;
  });
}

/** With the details that were read before. */
async function completed(
  mirror: MirrorStore,
  moduleId: string,
  rows: readonly ServerFacts[],
): Promise<readonly ServerFacts[]> {
  const ids = rows.map(({ serverId }) => serverId);
  const known = new Map((await mirror.listDetailed(moduleId, ids)).map((facts) => [facts.serverId, facts]));
  return rows.map((row) => {
    const details = known.get(row.serverId);
    return details ? withDetails(row, details) : row;
  });
}

async function end(mirror: MirrorStore, record: MirrorRecord, takenAt: number): Promise<number> {
  const { moduleId, reading, total } = record;
  const seen = await mirror.countSeen(moduleId, reading);
  if (seen.servers < total) {
    const shown = `The panel shows ${String(seen.servers)} of its ${String(total)} servers`;
    throw new IncompleteList(shown);
  }
  const removed = await mirror.removeUnseen(moduleId, reading);
  await mirror.putReading({ ...record, isUnfinished: false, after: null, takenAt });
  return removed;
}
