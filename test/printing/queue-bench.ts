import { setImmediate as turn } from "node:timers/promises";
import { v7 } from "uuid";
import type { ConsoleEvent } from "../../main/contract/events";
import type { Printer, PrinterCondition } from "../../main/contract/shapes/printer";
import { createJournalledStore } from "../../main/app/journalled-store";
import type { LabelPress, LabelRun } from "../../main/ports/label";
import type { PrintOutcome, PrintWatch, PrinterConnector, PrinterDoor } from "../../main/ports/printer";
import type { LabelRecord, PrintJobRecord } from "../../main/ports/label-store";
import type { Store } from "../../main/ports/store";
import { createPrintQueue } from "../../main/printing/print-queue";
import type { PrintQueue } from "../../main/printing/print-queue";
import { silentLog } from "../builders/console";
import { createFakeClock } from "../builders/fake-clock";
import type { FakeClock } from "../builders/fake-clock";
import { label, printJob, printer } from "../db/label-records";
import { temporaryStore } from "../db/temporary-store";

/** What a fake printer does with one job. */
export type Turn = (printing: {
  readonly labels: readonly string[];
  readonly watch: PrintWatch;
  readonly signal: AbortSignal;
}) => Promise<PrintOutcome> | PrintOutcome;

export interface FakePrinter {
  /** What it says of itself. */
  condition: PrinterCondition;
  /** What it does with the next jobs; prints everything when it is empty. */
  readonly turns: Turn[];
  /** Names of the labels that came out. */
  readonly paper: string[];
  /** It takes as long to answer. */
  answers?: Promise<void>;
  /** How often it was asked how it is. */
  asked: number;
}

export interface QueueBench {
  readonly store: Store;
  readonly clock: FakeClock;
  readonly queue: PrintQueue;
  readonly events: ConsoleEvent[];
  readonly logged: string[];
  /** Runs that the press was asked for, without their values. */
  readonly runs: Pick<LabelRun, "startPosition" | "device">[];
  printer(id: string): FakePrinter;
  job(id: string): Promise<PrintJobRecord>;
  /** Lets everything happen that needs no time to pass; ends when `isOver` says so as well. */
  settle(isOver?: () => boolean): Promise<void>;
}

export const printed = (labels: number): PrintOutcome => ({
  state: "printed",
  printed: labels,
  condition: "ready",
  message: "",
});
export const outcome = (
  state: PrintOutcome["state"],
  condition: PrinterCondition = "error",
  count = 0,
): PrintOutcome => ({ state, printed: count, condition, message: `It is ${condition}` });

/** The queue on a real file, with fake printers, a fake press and a clock that stands still. */
export function createQueueBench(
  store: Store,
  options: { readonly clock?: FakeClock; readonly printers?: Map<string, FakePrinter>; readonly own?: Store } = {},
): QueueBench {
  const clock = options.clock ?? createFakeClock();
  const printers = options.printers ?? new Map<string, FakePrinter>();
  const events: ConsoleEvent[] = [];
  const logged: string[] = [];
  const runs: QueueBench["runs"] = [];
  const fakePrinter = (id: string): FakePrinter => {
    const known = printers.get(id) ?? { condition: "ready", turns: [], paper: [], asked: 0 };
    printers.set(id, known);
    return known;
  };
  let underWay = 0;
  const counted = <T>(work: Promise<T>): Promise<T> => {
    underWay += 1;
    return work.finally(() => (underWay -= 1));
  };
  const used = options.own ?? store;
  const own: Store = {
    ...used,
    read: (work) => counted(used.read(work)),
    write: (work) => counted(used.write(work)),
  };
  const makeId = (): string => v7();
  const place = { workstation: "bench", via: "command-line" as const };
  const queue = createPrintQueue({
    store: createJournalledStore({ store: own, clock, makeId, place, operator: () => "Anna" }),
    clock,
    makeId,
    log: { ...silentLog, error: (event) => void logged.push(event) },
    publish: (event) => void events.push(event),
    printers: fakeConnector(fakePrinter, clock),
    press: fakePress(runs),
  });
  return {
    store,
    clock,
    queue,
    events,
    logged,
    runs,
    printer: fakePrinter,
    async job(id) {
      const found = await own.read(({ printJobs }) => printJobs.find(id));
      if (!found) throw new Error(`Job ${id} is lost`);
      return found;
    },
    async settle(isOver = () => false) {
      for (let quiet = 0; quiet < 10 && !isOver(); quiet = underWay === 0 ? quiet + 1 : 0) await turn();
    },
  };
}

/** The printer that jobs are for unless they name another. */
export const printerId = printer.id;

export async function openBench(): Promise<QueueBench> {
  return createQueueBench(await temporaryStore());
}

export function labelOf({ store }: QueueBench, shortId: string): Promise<LabelRecord | undefined> {
  return store.read(({ labels }) => labels.find(shortId));
}

function fakeConnector(fakePrinter: (id: string) => FakePrinter, clock: FakeClock): PrinterConnector {
  const doorOf = (fake: FakePrinter): PrinterDoor => ({
    async status() {
      fake.asked += 1;
      await fake.answers;
      const message = fake.condition === "ready" ? "" : `It is ${fake.condition}`;
      return { condition: fake.condition, message, media: null, takenAt: clock.now() };
    },
    async print({ pieces, labels: count }, watch, signal) {
      const labels: string[] = [];
      for await (const { bytes } of pieces) labels.push(Buffer.from(bytes).toString());
      if (labels.length !== count) throw new Error(`${String(count)} labels announced, ${String(labels.length)} came`);
      const doTurn = fake.turns.shift() ?? printAll(fake);
      return doTurn({ labels, watch, signal });
    },
  });
  return { connect: ({ id }: Printer) => doorOf(fakePrinter(id)), find: () => Promise.resolve([]) };
}

export function printAll(fake: FakePrinter): Turn {
  return ({ labels, watch }) => {
    watch.sending();
    fake.paper.push(...labels);
    watch.printed(labels.length);
    return printed(labels.length);
  };
}

function fakePress(runs: QueueBench["runs"]): LabelPress {
  const unused = (): never => {
    throw new Error("Only runs are made here");
  };
  return {
    draw: unused,
    check: unused,
    async *run({ values, startPosition, device }) {
      runs.push({ startPosition, device });
      let labels = 0;
      for (const { name = "", side } of values) {
        labels += 1;
        yield await Promise.resolve({ bytes: Buffer.from(side === undefined ? name : `${name} ${side}`), labels });
      }
    },
  };
}

/** Jobs of things `ID-1`, `ID-2`, … that have labels. */
export async function addJob(
  store: Store,
  id: string,
  things: number,
  overrides: Partial<PrintJobRecord> = {},
  copies = 1,
): Promise<void> {
  const names = Array.from({ length: things }, (_, index) => `${id}-${String(index + 1)}`);
  const job = printJob(id, { ...overrides });
  await store.write(async ({ labels, printJobs, printers }) => {
    const printerId = overrides.printerId ?? printer.id;
    if (!(await printers.find(printerId)))
      await printers.add({ ...printer, id: printerId, name: `Printer ${printerId}` });
    for (const name of names) await labels.add(label(name, { title: name, needsLabel: true, reason: "New" }));
    await printJobs.add({
      ...job,
      labels: things * copies,
      values: names.map((name) => ({ name })),
      shortIds: names,
      request: { ...job.request, printerId, copies },
    });
  });
}
