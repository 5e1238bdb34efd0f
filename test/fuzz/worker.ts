/**
 * Puts inputs into the program's parsers, in a process of its own that may crash, hang and be killed. Told by its only argument which ones; tells
 * its parent line by line.
 */
import { writeSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chanceOf, inputsOfBatch, pickTarget } from "./plan";
import type { Assignment, FindingKind, WorkerLine } from "./plan";
import { findLeaks } from "./planted";
import type { OpenTarget, Target, Trial } from "./target";
import { targets } from "./targets";
import { plantedFault } from "./targets/planted-faults";

/** So much work is a hang, however busy the machine is. */
const mostWorkMs = 3_000;
/** So much more than after the first batch is kept, although every target was closed. */
const mostGrowthBytes = 48 * 1_048_576;

const longestTold = 4_000;

let current = { index: -1, target: "" };

/** A pipe that is written to without waiting keeps every line although the writer dies. One that is full is written to again. */
function tell(line: WorkerLine): void {
  let left = Buffer.from(`${JSON.stringify(line)}\n`);
  while (left.length > 0) {
    try {
      left = left.subarray(writeSync(1, left));
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EAGAIN")) throw error;
    }
  }
}

function report(kind: FindingKind, what: string): void {
  tell({ is: "found", kind, ...current, what: cut(what) });
}

function cut(text: string): string {
  return text.length > longestTold ? `${text.slice(0, longestTold)} … (${String(text.length)} characters)` : text;
}

async function run({ seed, from, to, isShown, plant }: Assignment): Promise<void> {
  const [first, ...others] = targets;
  const all = [first, ...others, ...(plant === null ? [] : [plantedFault(plant)])] as const;
  let heapBefore: number | undefined;
  for (let start = from; start < to; start = endOfBatch(start)) {
    const bench = await openBench();
    for (let index = start; index < Math.min(endOfBatch(start), to); index += 1) {
      const random = chanceOf(seed, index);
      const target = pickTarget(all, random);
      current = { index, target: target.name };
      const trial = (await bench.open(target)).make(random);
      tell({ is: "input", ...current, ...(isShown && { shown: cut(trial.show()) }) });
      await put(trial);
    }
    await bench.close();
    const heap = await measureHeap();
    heapBefore ??= heap;
    if (heap - heapBefore > mostGrowthBytes)
      report(
        "leak",
        `${String(Math.round((heap - heapBefore) / 1_048_576))} MB more are kept than after the first batch`,
      );
  }
  tell({ is: "done" });
}

async function put(trial: Trial): Promise<void> {
  const before = process.cpuUsage();
  try {
    for (const words of findLeaks(await trial.run())) report("leak", `The planted secret is told: ${words}`);
  } catch (error) {
    report("crash", error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  const { user, system } = process.cpuUsage(before);
  const workMs = (user + system) / 1_000;
  if (workMs > mostWorkMs) report("hang", `${String(Math.round(workMs))} ms of work for one input`);
}

/** Opens each target when its first turn comes, in a folder of its own. */
async function openBench(): Promise<{ open(target: Target): Promise<OpenTarget>; close(): Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), "rackside-fuzz-"));
  const opened = new Map<Target, OpenTarget>();
  return {
    async open(target) {
      const known = opened.get(target);
      if (known) return known;
      const next = await target.open(await mkdtemp(join(directory, "target-")));
      opened.set(target, next);
      return next;
    },
    async close() {
      for (const target of opened.values()) await target.close();
      await rm(directory, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function endOfBatch(index: number): number {
  return (Math.floor(index / inputsOfBatch) + 1) * inputsOfBatch;
}

async function measureHeap(): Promise<number> {
  for (let round = 0; round < 2; round += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    globalThis.gc?.();
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

for (const event of ["uncaughtException", "unhandledRejection"] as const) {
  process.on(event, (error: unknown) => {
    report("crash", `${event}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  });
}

// Written by the parent as an Assignment.
run(JSON.parse(process.argv[2] ?? "{}") as Assignment).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(70);
});
