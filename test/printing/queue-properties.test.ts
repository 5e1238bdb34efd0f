import fc from "fast-check";
import { expect, it } from "vitest";
import { saveWithPrinted } from "../../main/app/printed-labels";
import type { PrintJobRecord } from "../../main/ports/label-store";
import type { Store } from "../../main/ports/store";
import { createFakeClock } from "../builders/fake-clock";
import { openStore } from "../../db/store";
import { storeOptions, temporaryDirectory } from "../db/temporary-store";
import { addJob, createQueueBench, outcome, printed } from "./queue-bench";
import type { FakePrinter, QueueBench, Turn } from "./queue-bench";

/** What happens to one try: how many labels come out, how many of them the printer tells, and how it ends. */
interface Try {
  readonly ending: "printed" | "refused" | "stopped" | "unsure" | "bug" | "crash" | "cancelled";
  readonly out: number;
  readonly told: number;
}

const tries = fc.array(
  fc.record<Try>({
    ending: fc.constantFrom("printed", "printed", "refused", "stopped", "unsure", "bug", "crash", "cancelled"),
    out: fc.nat(5),
    told: fc.nat(5),
  }),
  { maxLength: 14 },
);
const things = [3, 1, 4];
const jobs = things.map((_, index) => `job${String(index)}`);

/** A program that dies in the middle: from then on nothing of it reaches the store. */
function mortal(store: Store): { readonly store: Store; die(): void } {
  let isDead = false;
  const unlessDead = <T>(work: () => Promise<T>): Promise<T> => (isDead ? new Promise(() => undefined) : work());
  return {
    store: {
      ...store,
      read: (work) => unlessDead(() => store.read(work)),
      write: (work) => unlessDead(() => store.write(work)),
    },
    die: () => void (isDead = true),
  };
}

function turnFor({ ending, out, told }: Try, printer: FakePrinter, crash: () => void): Turn {
  return ({ labels, watch }) => {
    if (ending === "refused") return outcome("failed", "unreachable");
    watch.sending();
    const cameOut = ending === "printed" ? labels.length : Math.min(out, labels.length);
    printer.paper.push(...labels.slice(0, cameOut));
    const isTold = Math.min(told, cameOut);
    if (isTold > 0) watch.printed(isTold);
    switch (ending) {
      case "printed":
        return printed(labels.length);
      // Its port promises that it counts everything that came out.
      case "stopped":
        return outcome("failed", "no-media", cameOut);
      case "unsure":
        return outcome("unsure", "unknown", isTold);
      case "cancelled":
        return outcome("cancelled", "unknown", isTold);
      case "bug":
        throw new Error("Boom");
      case "crash":
        crash();
        return new Promise(() => undefined);
    }
  };
}

it(
  "no sequence of outcomes, crashes and restarts loses a job, prints a label twice unasked, or calls one printed that is not",
  {
    timeout: 240_000,
  },
  async () => {
    await fc.assert(
      fc.asyncProperty(tries, fc.boolean(), async (script, isTwoPrinters) => {
        const store = await openStore(storeOptions(await temporaryDirectory()));
        const clock = createFakeClock();
        const printers = new Map<string, FakePrinter>();
        const printerOf = (index: number): string => (isTwoPrinters && index === 1 ? "printer-2" : "printer-1");
        for (const [index, id] of jobs.entries())
          await addJob(store, id, things[index] ?? 1, { createdAt: index, printerId: printerOf(index) });
        const left = [...script];
        const program = { isCrashed: false };
        let bench = await open();

        async function open(): Promise<QueueBench> {
          const { store: own, die } = mortal(store);
          program.isCrashed = false;
          const opened = createQueueBench(store, { clock, printers, own });
          for (const id of ["printer-1", "printer-2"]) {
            const printer = opened.printer(id);
            printer.turns.length = 0;
            // One that is asked for its next turn takes the next of the script.
            printer.turns.shift = () => {
              const next = left.shift();
              return next && turnFor(next, printer, () => (die(), (program.isCrashed = true)));
            };
          }
          await opened.queue.start();
          return opened;
        }
        const all = (): Promise<PrintJobRecord[]> =>
          Promise.all(jobs.map(async (id) => (await store.read(({ printJobs }) => printJobs.find(id))) ?? missing(id)));
        const paperOf = (id: string): string[] =>
          [...printers.values()].flatMap(({ paper }) => paper).filter((name) => name.startsWith(`${id}-`));

        for (let round = 0; round < 400; round += 1) {
          await bench.settle(() => program.isCrashed);
          // A write that had begun is whole or not there when the program starts again; here it has to be waited for.
          if (program.isCrashed) {
            await store.write(() => Promise.resolve());
            bench = await open();
          }
          const found = await all();
          for (const job of found) {
            const paper = paperOf(job.id);
            expect(new Set(paper).size, `${job.id} came out twice: ${paper.join(" ")}`).toBe(paper.length);
            expect(job.printed, `${job.id} counts what is not there`).toBeLessThanOrEqual(paper.length);
          }
          if (found.every(({ state }) => state === "printed")) break;
          for (const job of found) await decide(store, job, paperOf(job.id).length);
          bench.queue.wake();
          clock.step();
        }

        for (const job of await all()) {
          expect(job.state).toBe("printed");
          expect(paperOf(job.id)).toEqual(job.shortIds);
          const labels = await store.read(async ({ labels }) => Promise.all(job.shortIds.map((id) => labels.find(id))));
          expect(labels.map((label) => label?.printedCount)).toEqual(job.shortIds.map(() => 1));
        }
        await bench.queue.stop();
        await store.close();
      }),
      { numRuns: 30 },
    );
  },
);

/** A person looks at the labels that are there, says so, and has the rest printed. */
async function decide(store: Store, job: PrintJobRecord, isThere: number): Promise<void> {
  if (!["unsure", "failed", "cancelled"].includes(job.state)) return;
  await store.write(async (repositories) => {
    const state = isThere === job.labels ? "printed" : "waiting";
    await saveWithPrinted(repositories, job, { ...job, printed: isThere, state }, 1);
  });
}

function missing(id: string): never {
  throw new Error(`${id} is lost`);
}
