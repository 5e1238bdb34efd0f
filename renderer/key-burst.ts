/** Longest pause between two characters of a scanner. */
export const scannerPauseMs = 50;
/** So many characters in one burst are no person's shortcuts. */
const scanLength = 3;

/** Counts characters that follow each other faster than hands. Answers whether the present one belongs to a scan. */
export function createBurstReader(now: () => number = Date.now): (key: string) => boolean {
  let count = 0;
  let lastAt = 0;
  let lastKey = "";
  return (key) => {
    if ([...key].length !== 1) return count >= scanLength;
    const at = now();
    // A key that is held down repeats itself as fast as a scanner types.
    if (at - lastAt > scannerPauseMs || key === lastKey) count = 0;
    count += 1;
    lastAt = at;
    lastKey = key;
    return count >= scanLength;
  };
}
