import { closeSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Appends lines to a file, at once, so that a crash loses none. A file that has grown to `maximumBytes` becomes `*.1.log` and replaces the one
 * before it. A disk that takes no more lines does not stop the program: the line is dropped.
 */
export function createLogFile(file: string, maximumBytes: number): { write(line: string): void; close(): void } {
  mkdirSync(dirname(file), { recursive: true });
  let handle = openSync(file, "a", 0o600);
  let size = fstatSync(handle).size;

  const rotate = (): void => {
    closeSync(handle);
    renameSync(file, file.replace(/\.log$/, ".1.log"));
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
    close() {
      closeSync(handle);
    },
  };
}
