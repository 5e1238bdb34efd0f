import { scannerPauseMs } from "./key-burst";

/** The shortest text that counts as a code. */
const shortest = 4;

export interface ScanKey {
  readonly key: string;
  readonly isModified: boolean;
}

/**
 * Tells a scanner from a person: a scanner types a whole code faster than hands and ends it with Enter. Answers the code with its Enter, else
 * undefined. Keys in between that type nothing, such as Shift, do not count.
 */
export function createScanReader(now: () => number = Date.now): (key: ScanKey) => string | undefined {
  let text = "";
  let lastAt = 0;
  return ({ key, isModified }) => {
    const at = now();
    const isQuick = at - lastAt <= scannerPauseMs;
    if (key === "Enter") {
      const code = isQuick && !isModified ? text : "";
      text = "";
      return code.length >= shortest ? code : undefined;
    }
    if (isModified || [...key].length !== 1) return undefined;
    text = isQuick ? text + key : key;
    lastAt = at;
    return undefined;
  };
}
