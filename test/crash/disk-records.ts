/** A change of a file's content. */
export type Change =
  | { readonly is: "write"; readonly offset: number; readonly bytes: Buffer }
  | { readonly is: "truncate"; readonly size: number };

/** One operation of the child on a file below the profile folder, as `disk-recorder.c` wrote it down. */
export type DiskRecord =
  | (Change & { readonly path: string })
  | { readonly is: "sync" | "sync-folder" | "remove"; readonly path: string }
  | { readonly is: "rename"; readonly path: string; readonly to: string };

/** kind, length of the path, length of the content, offset: as in `struct header` of `disk-recorder.c`. */
const headerBytes = 4 + 4 + 8 + 8;

/** Reads a log to its end; a record that was cut by the kill is left out, because its operation was not reported as done. */
export function* parseRecords(log: Buffer): Generator<DiskRecord> {
  let position = 0;
  while (position + headerBytes <= log.length) {
    const kind = String.fromCharCode(log.readUInt32LE(position));
    const pathEnd = position + headerBytes + log.readUInt32LE(position + 4);
    const end = pathEnd + Number(log.readBigUInt64LE(position + 8));
    const offset = Number(log.readBigUInt64LE(position + 16));
    if (end > log.length) return;
    const path = log.toString("utf8", position + headerBytes, pathEnd);
    const bytes = log.subarray(pathEnd, end);
    position = end;
    yield toRecord(kind, path, offset, bytes);
  }
}

function toRecord(kind: string, path: string, offset: number, bytes: Buffer): DiskRecord {
  switch (kind) {
    case "w":
      return { is: "write", path, offset, bytes };
    case "t":
      return { is: "truncate", path, size: offset };
    case "s":
      return { is: "sync", path };
    case "d":
      return { is: "sync-folder", path };
    case "r":
      return { is: "rename", path, to: bytes.toString("utf8") };
    case "u":
      return { is: "remove", path };
    default:
      throw new Error(`The disk log has an operation "${kind}"`);
  }
}
