import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import type { Assignment, FindingKind, WorkerLine } from "./plan";

export interface Finding {
  readonly kind: FindingKind;
  readonly index: number;
  readonly target: string;
  readonly what: string;
}

export interface WatchOptions {
  /** The bundled `worker.ts`. */
  readonly program: string;
  readonly assignment: Assignment;
  onShown(index: number, target: string, shown: string): void;
}

export interface WatchReport {
  readonly findings: readonly Finding[];
  /** Behind the last input that was put in: where to go on when the worker did not come through. */
  readonly next: number;
}

/** So much work without a word is an endless loop; the worker itself notices what only takes long. */
const mostWorkMs = 10_000;
/** An input that has not come back by then never will, however busy the machine is. */
const patienceMs = 120_000;
/** A tick of the processor time in `/proc`. */
const tickMs = 10;
/** More than any input needs. Without it one that grows without end would take the machine with it. */
const heapLimit = "--max-old-space-size=768";

/** Runs one worker to its end, or to the input that ends it: one that crashes the process, or that has to be killed. */
export async function watchWorker({ program, assignment, onShown }: WatchOptions): Promise<WatchReport> {
  const child = spawn(process.execPath, [heapLimit, "--expose-gc", program, JSON.stringify(assignment)], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const findings: Finding[] = [];
  let last = { index: assignment.from - 1, target: "before the first input" };
  const ending = { isDone: false, isHung: false };
  let words = "";
  const giveUp = (): void => {
    ending.isHung = true;
    child.kill("SIGKILL");
  };
  let heardAt = Date.now();
  let isHeard = true;
  let workBefore = 0;
  const watch = setInterval(() => {
    const workMs = readWork(child.pid);
    if (isHeard) workBefore = workMs;
    isHeard = false;
    if (workMs - workBefore > mostWorkMs || Date.now() - heardAt > patienceMs) giveUp();
  }, 500);
  child.stderr.on("data", (chunk: Buffer) => (words = `${words}${chunk.toString()}`.slice(-4_000)));
  const lines = createInterface({ input: child.stdout });
  lines.on("line", (text) => {
    heardAt = Date.now();
    isHeard = true;
    const line = parseLine(text);
    if (line?.is === "input") {
      last = { index: line.index, target: line.target };
      if (line.shown !== undefined) onShown(line.index, line.target, line.shown);
    } else if (line?.is === "found") findings.push(line);
    else if (line?.is === "done") ending.isDone = true;
  });
  const drained = new Promise<void>((resolve) => lines.on("close", resolve));
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  await drained;
  clearInterval(watch);
  if (ending.isDone) return { findings, next: assignment.to };
  // A process that ends in order without having come through had nothing left to wait for.
  const isWaitingForever = ending.isHung || code === 0;
  const what = isWaitingForever ? "It never came back" : `The process ended with ${String(code)}: ${words}`;
  findings.push({ kind: isWaitingForever ? "hang" : "crash", ...last, what });
  return { findings, next: last.index + 1 };
}

/** Processor time that a process has used so far, in milliseconds; 0 where the system does not tell it in `/proc`. */
function readWork(pid: number | undefined): number {
  try {
    const fields =
      readFileSync(`/proc/${String(pid)}/stat`, "utf8")
        .split(") ")[1]
        ?.split(" ") ?? [];
    const [user = 0, system = 0] = fields.slice(11, 13).map(Number);
    return (user + system) * tickMs;
  } catch {
    return 0;
  }
}

/** The last line may have been cut. */
function parseLine(text: string): WorkerLine | undefined {
  try {
    return JSON.parse(text) as WorkerLine;
  } catch {
    return undefined;
  }
}
