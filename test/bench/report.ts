import { cpus, totalmem } from "node:os";
import type { Line, Spread } from "./figures";

/** Progress; figures go to standard output. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGigabytes: number;
  readonly versions: Readonly<Record<string, string>>;
}

export interface Report {
  readonly date: string;
  readonly machine: Machine;
  readonly cards: number;
  readonly rows: Readonly<Record<string, readonly Line[]>>;
}

export function describeMachine(versions: Readonly<Record<string, string>>): Machine {
  const [first] = cpus();
  return {
    processor: first?.model.trim() ?? "unknown",
    cores: cpus().length,
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    versions,
  };
}

/** A line of a row as people read it. */
export function describeLine({ what, unit, measured, baseline, ratio, aims, note }: Line): string {
  const parts = [
    `  ${what}: ${describeSpread(measured)} ${unit}`,
    baseline && `beside ${describeSpread(baseline)} ${unit}`,
    ratio === null ? null : `ratio ${ratio.toFixed(2)}`,
    ...aims.map(({ text, isMet }) => `${isMet ? "✓" : "✗"} ${text}`),
    note,
  ];
  return parts.filter((part) => part !== null && part !== undefined).join(" · ");
}

/** The results as a page of the repository. */
export function describeReport({ date, machine, cards, rows }: Report): string {
  const versions = Object.entries(machine.versions).map(([name, version]) => `${name} ${version}`);
  const lines = Object.entries(rows).flatMap(([name, all]) => all.map((line) => toTableRow(name, line)));
  return [
    "# Figures",
    "",
    `Taken on ${date} by \`npm run bench -- --record\` on ${machine.processor}, ${String(machine.cores)} cores, ${String(machine.memoryGigabytes)} GB, ` +
      `${versions.join(", ")}; profile of ${cards.toLocaleString("en")} cards.`,
    "",
    "p50 / p95 / p99. The baseline was taken in turns with what is measured, in the same run; the ratio is that of the medians.",
    "",
    "| row | what | measured | baseline | ratio | aims | note |",
    "| --- | --- | --- | --- | --- | --- | --- |",
    ...lines,
    "",
  ].join("\n");
}

/** A ratio that has grown by more than this share since it was recorded is a regression. */
const allowedGrowth = 0.25;

/** One line for each ratio that is clearly worse than the recorded one. */
export function findRegressions(recorded: Report, now: Report): readonly string[] {
  return Object.entries(now.rows).flatMap(([name, lines]) =>
    lines.flatMap(({ what, ratio }) => {
      const before = recorded.rows[name]?.find((line) => line.what === what)?.ratio ?? null;
      if (before === null || ratio === null || ratio <= before * (1 + allowedGrowth)) return [];
      return [`${name}: ${what} has a ratio of ${ratio.toFixed(2)}, recorded is ${before.toFixed(2)}`];
    }),
  );
}

function toTableRow(name: string, { what, unit, measured, baseline, ratio, aims, note }: Line): string {
  const cells = [
    name,
    what,
    `${describeSpread(measured)} ${unit}`,
    baseline ? `${describeSpread(baseline)} ${unit}` : "–",
    ratio?.toFixed(2) ?? "–",
    aims.map(({ text, isMet }) => `${isMet ? "✓" : "✗"} ${text}`).join("; "),
    note ?? "",
  ];
  return `| ${cells.join(" | ")} |`;
}

function describeSpread({ p50, p95, p99, count }: Spread): string {
  return count === 1 ? short(p50) : [p50, p95, p99].map(short).join(" / ");
}

function short(value: number): string {
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
