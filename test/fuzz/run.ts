/** The parent of the fuzz test: workers side by side, progress, findings, and the one line that counts. Started by `scripts/fuzz.mjs`. */
import { parseArgs } from "node:util";
import { inputsOfBatch } from "./plan";
import type { FindingKind } from "./plan";
import { watchWorker } from "./watched-worker";
import type { Finding } from "./watched-worker";

/** As many as the smallest machine has cores. */
const workersAtATime = 2;
const batchesOfWorker = 5;
const kinds: readonly FindingKind[] = ["crash", "hang", "leak"];

const { values } = parseArgs({
  options: {
    program: { type: "string", default: "" },
    inputs: { type: "string", default: "2000" },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
    plant: { type: "string" },
  },
});

interface Range {
  readonly from: number;
  readonly to: number;
}

async function run(seed: number, ranges: Range[], isShown: boolean): Promise<number> {
  const plant = kinds.find((kind) => kind === values.plant) ?? null;
  const total = ranges.reduce((sum, { from, to }) => sum + to - from, 0);
  const findings: Finding[] = [];
  let ended = 0;
  async function work(): Promise<void> {
    for (let range = ranges.shift(); range !== undefined; range = ranges.shift()) {
      for (let from = range.from; from < range.to;) {
        const assignment = { seed, from, to: range.to, isShown, plant };
        const report = await watchWorker({ program: values.program, assignment, onShown: show });
        for (const finding of report.findings) tellOf(finding, seed);
        findings.push(...report.findings);
        ended += Math.max(1, report.next - from);
        from = Math.max(from + 1, report.next);
      }
      print(`${String(ended)} of ${String(total)} inputs`);
    }
  }
  await Promise.all(Array.from({ length: workersAtATime }, work));
  const count = (kind: Finding["kind"]) => String(findings.filter((finding) => finding.kind === kind).length);
  print(`inputs ${String(total)}, crashes ${count("crash")}, hangs ${count("hang")}, leaks ${count("leak")}`);
  return findings.length === 0 ? 0 : 1;
}

function tellOf({ kind, index, target, what }: Finding, seed: number): void {
  const again = `npm run fuzz -- --seed ${String(seed)} --only`;
  const startOfBatch = Math.floor(index / inputsOfBatch) * inputsOfBatch;
  print(`  ${kind} at input ${String(index)} (${target}): ${what.trimEnd().replaceAll("\n", "\n    ")}`);
  print(
    `    again: ${again} ${String(index)}; with what came before it: ${again} ${String(startOfBatch)}-${String(index)}`,
  );
}

/** Characters that would act on the terminal are written as JSON writes them. */
function show(index: number, target: string, shown: string): void {
  print(`  input ${String(index)} (${target}):\n    ${JSON.stringify(shown)}`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** `--only 17` or `--only 1000-1017`, otherwise all of them, dealt out to the workers. */
function rangesOf(only: string | undefined, inputs: number): Range[] {
  if (only !== undefined) {
    const [from = 0, last = from] = only.split("-").map(Number);
    return [{ from, to: last + 1 }];
  }
  const size = inputsOfBatch * batchesOfWorker;
  const count = Math.max(workersAtATime, Math.ceil(inputs / size));
  const bound = (place: number) => Math.min(inputs, Math.ceil((inputs * place) / count));
  return Array.from({ length: count }, (_, place) => ({ from: bound(place), to: bound(place + 1) }));
}

run(Number(values.seed), rangesOf(values.only, Number(values.inputs)), values.only !== undefined).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  },
);
