/** Milliseconds, megabytes or a plain ratio of many repetitions. */
export interface Spread {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly count: number;
}

/** What a row promises, and whether it was kept. */
export interface Aim {
  readonly text: string;
  readonly isMet: boolean;
}

/** One line of the results. */
export interface Line {
  readonly what: string;
  readonly unit: "ms" | "MB" | "times";
  readonly measured: Spread;
  /** What it was measured beside, in the same run. */
  readonly baseline: Spread | null;
  /** Of the medians; null without a baseline. */
  readonly ratio: number | null;
  readonly aims: readonly Aim[];
  readonly note?: string;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((left, right) => left - right);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), count: sorted.length };
}

/** How many times as long as the baseline, by the medians: a single slow disk or process changes neither. */
export function ratioOf(measured: Spread, baseline: Spread): number {
  return measured.p50 / baseline.p50;
}

export function atMost(limit: number, value: number, what: string): Aim {
  return { text: `${what} ≤ ${String(limit)}`, isMet: value <= limit };
}

/** Runs work so many times and answers how long each took. */
export async function timed(count: number, work: (index: number) => Promise<unknown>): Promise<number[]> {
  const took: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const startedAt = performance.now();
    await work(index);
    took.push(performance.now() - startedAt);
  }
  return took;
}

/** Both in turns, so that a busy moment of the machine meets one as much as the other. */
export async function sideBySide(
  count: number,
  measured: (index: number) => Promise<unknown>,
  baseline: (index: number) => Promise<unknown>,
): Promise<{ readonly measured: Spread; readonly baseline: Spread; readonly ratio: number }> {
  const taken = { measured: [] as number[], baseline: [] as number[] };
  const warmUp = 3;
  for (let index = -warmUp; index < count; index += 1) {
    const [first] = await timed(1, () => measured(index + warmUp));
    const [second] = await timed(1, () => baseline(index + warmUp));
    if (index < 0) continue;
    taken.measured.push(first ?? 0);
    taken.baseline.push(second ?? 0);
  }
  const result = { measured: spreadOf(taken.measured), baseline: spreadOf(taken.baseline) };
  return { ...result, ratio: ratioOf(result.measured, result.baseline) };
}
