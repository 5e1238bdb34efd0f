/** A row that was in view, and where it stood. */
export interface Seen {
  readonly key: string;
  readonly index: number;
}

/** How far rows can have moved to be found again: about as much is known around the view. */
const farthest = 120;

/**
 * By how many rows what is in view has moved because rows came or went above it. The row that is attended to decides where its neighbours moved
 * along; a row that went elsewhere by itself is not followed. Nothing moves at the very top (`isAtTop`) but under a row that is attended to.
 */
export function howFarMoved(
  seen: readonly Seen[],
  keyAt: (index: number) => string | undefined,
  { attended, isAtTop }: { readonly attended: number | null; readonly isAtTop: boolean },
): number {
  if (seen.every(({ key, index }) => keyAt(index) === key)) return 0;
  const shifts = shiftsOf(seen, keyAt);
  const at = seen.findIndex(({ index }) => index === attended);
  const own = shifts[at];
  if (own !== undefined && (shifts[at - 1] === own || shifts[at + 1] === own)) return own;
  return isAtTop ? 0 : commonest(shifts);
}

function shiftsOf(
  seen: readonly Seen[],
  keyAt: (index: number) => string | undefined,
): readonly (number | undefined)[] {
  const indexes = new Map<string, number>();
  const first = (seen[0]?.index ?? 0) - farthest;
  const last = (seen.at(-1)?.index ?? 0) + farthest;
  for (let index = Math.max(0, first); index <= last; index += 1) {
    const key = keyAt(index);
    if (key !== undefined) indexes.set(key, index);
  }
  return seen.map(({ key, index }) => {
    const now = indexes.get(key);
    return now === undefined ? undefined : now - index;
  });
}

function commonest(shifts: readonly (number | undefined)[]): number {
  const counts = new Map<number, number>();
  for (const shift of shifts) if (shift !== undefined) counts.set(shift, (counts.get(shift) ?? 0) + 1);
  return [...counts].sort(([, left], [, right]) => right - left)[0]?.[0] ?? 0;
}
