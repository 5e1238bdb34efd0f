/** Units as the rack shows them: `U7`, or `U7–U9` for neighbours; empty for none. */
export function unitWords(units: readonly number[]): string {
  const sorted = [...units].sort((a, b) => a - b);
  const runs = sorted.reduce<number[][]>((found, unit) => {
    const run = found.at(-1);
    if (run?.at(-1) === unit - 1) run.push(unit);
    else found.push([unit]);
    return found;
  }, []);
  return runs
    .map((run) => (run.length === 1 ? `U${String(run[0])}` : `U${String(run[0])}–U${String(run.at(-1))}`))
    .join(", ");
}
