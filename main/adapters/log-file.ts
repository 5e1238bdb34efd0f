import { closeSync, fstatSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";

interface LogFile {
  write(line: string): void;
  /** The last lines, from the file before as well when this one has begun just now. */
  recent(count: number): string[];
  close(): void;
}

/**
 * Appends lines to a file, at once, so that a crash loses none. A file that has grown to `maximumBytes` becomes `*.1.log` and replaces the one
 * before it. A disk that takes no more lines does not stop the program: the line is dropped.
 */
export function createLogFile(file: string, maximumBytes: number): LogFile {
  mkdirSync(dirname(file), { recursive: true });
  let handle = openSync(file, "a", 0o600);
  let size = fstatSync(handle).size;

  const before = file.replace(/\.log$/, ".1.log");
  const rotate = (): void => {
    closeSync(handle);
    renameSync(file, before);
    handle = openSync(file, "a", 0o600);
    size = 0;
  };
  return {
    write(line) {
      try {
        if (size >= maximumBytes) rotate();
        size += writeSync(handle, line);
      } catch {
        // Nothing can be told when the place for telling is full; the work itself goes on.
      }
    },
    recent(count) {
      const lines = linesOf(file);
      const older = lines.length < count ? linesOf(before) : [];
      return [...older, ...lines].slice(-count);
    },
    close() {
      closeSync(handle);
    },
  };
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, "utf8").split("\n").filter(Boolean);
  } catch {
    return [];
  }
}
