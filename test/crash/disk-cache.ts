import type { Random } from "../../simulator/site/random";
import type { Change, DiskRecord } from "./disk-records";

/** What is written at once or not at all. */
const sectorBytes = 512;

/** A file in the cache: what was synced, and what is on its way. */
interface CachedFile {
  /** Null: nothing of it was ever synced. */
  readonly durable: Buffer | null;
  readonly pending: readonly Change[];
}

export interface DiskCache {
  /** Follows one operation. */
  apply(record: DiskRecord): void;
  /** The content of every file after a power cut; null for one that is not there. */
  losePower(random: Random): ReadonlyMap<string, Buffer | null>;
}

const missing: CachedFile = { durable: null, pending: [] };

/**
 * Follows what a program does to its files and tells what a power cut may leave of it: everything that was synced, and of the rest none, all, the first
 * few changes, or any of them, torn between sectors. A name that was given or taken without a sync of its folder may be as it was before.
 */
export function createDiskCache(before: ReadonlyMap<string, Buffer>): DiskCache {
  const files = new Map<string, CachedFile>([...before].map(([path, durable]) => [path, { durable, pending: [] }]));
  /** Undoes the changes of names that are not on the disk yet, in the order in which they were made. */
  let undoNames: (() => void)[] = [];
  const fileOf = (path: string): CachedFile => files.get(path) ?? missing;

  /** Gives a name to another file, or takes it away. */
  function rename(path: string, file: CachedFile): void {
    const previous = fileOf(path);
    files.set(path, file);
    undoNames.push(() => files.set(path, previous));
  }

  return {
    apply(record) {
      const file = fileOf(record.path);
      switch (record.is) {
        case "write":
        case "truncate":
          files.set(record.path, { ...file, pending: [...file.pending, record] });
          return;
        case "sync":
          files.set(record.path, { durable: applyAll(file.durable, file.pending), pending: [] });
          return;
        case "sync-folder":
          undoNames = [];
          return;
        case "rename":
          rename(record.to, file);
          rename(record.path, missing);
          return;
        case "remove":
          rename(record.path, missing);
      }
    },
    losePower(random) {
      const kept = random.chance(0.5) ? undoNames.length : random.below(undoNames.length + 1);
      for (const undo of undoNames.slice(kept).reverse()) undo();
      return new Map([...files].map(([path, file]) => [path, survive(file, random)]));
    },
  };
}

function survive({ durable, pending }: CachedFile, random: Random): Buffer | null {
  const kept = choosePending(pending, random);
  return durable === null && kept.length === 0 ? null : applyAll(durable, kept);
}

function choosePending(pending: readonly Change[], random: Random): readonly Change[] {
  switch (random.below(4)) {
    case 0:
      return [];
    case 1:
      return pending;
    case 2: {
      const whole = pending.slice(0, random.below(pending.length + 1));
      const next = pending[whole.length];
      return next ? [...whole, ...tear(next, random)] : whole;
    }
    default:
      return pending.flatMap((change) => (random.chance(0.5) ? tear(change, random) : []));
  }
}

/** The sectors of one write reach the disk in any order, or not at all. */
function tear(change: Change, random: Random): readonly Change[] {
  if (change.is === "truncate" || random.chance(0.3)) return [change];
  const parts: Change[] = [];
  let start = 0;
  while (start < change.bytes.length) {
    const offset = change.offset + start;
    const end = Math.min(change.bytes.length, start + sectorBytes - (offset % sectorBytes));
    if (random.chance(0.5)) parts.push({ is: "write", offset, bytes: change.bytes.subarray(start, end) });
    start = end;
  }
  return parts;
}

/** The file after the changes, in one pass over a buffer as large as it ever gets. */
function applyAll(before: Buffer | null, changes: readonly Change[]): Buffer {
  let size = before?.length ?? 0;
  let most = size;
  for (const change of changes) {
    size = change.is === "truncate" ? change.size : Math.max(size, change.offset + change.bytes.length);
    most = Math.max(most, size);
  }
  const room = Buffer.alloc(most);
  before?.copy(room);
  let end = before?.length ?? 0;
  for (const change of changes) {
    if (change.is === "write") {
      change.bytes.copy(room, change.offset);
      end = Math.max(end, change.offset + change.bytes.length);
      continue;
    }
    room.fill(0, Math.min(change.size, end), Math.max(change.size, end));
    end = change.size;
  }
  return room.subarray(0, size);
}
