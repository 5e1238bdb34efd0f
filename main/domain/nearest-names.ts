const limit = 3;

/** Up to three of the names that are most like the wanted one, the likest first; those that share less than half with it are left out. */
export function nearestNames(wanted: string, names: readonly string[]): string[] {
  return [...new Set(names)]
    .filter((name) => isNearInLength(wanted.length, name.length))
    .map((name) => ({ name, distance: distanceBetween(wanted.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, distance }) => distance * 2 <= Math.max(wanted.length, name.length))
    .sort((left, right) => left.distance - right.distance || left.name.localeCompare(right.name))
    .slice(0, limit)
    .map(({ name }) => name);
}

/** The difference in length alone is a distance; a name of thousands of characters is not compared letter by letter. */
function isNearInLength(wanted: number, length: number): boolean {
  return Math.abs(wanted - length) * 2 <= Math.max(wanted, length);
}

/** Characters to insert, remove or replace to get from one text to the other (Levenshtein). */
function distanceBetween(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (const [row, letter] of [...left].entries()) {
    const current = [row + 1];
    for (const [column, other] of [...right].entries()) {
      const replaced = (previous[column] ?? 0) + Number(letter !== other);
      current.push(Math.min(replaced, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    previous = current;
  }
  return previous.at(-1) ?? 0;
}
