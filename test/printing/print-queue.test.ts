import { expect, test } from "vitest";
import { StoreFailure } from "../../main/ports/failure";
import type { PrintOutcome } from "../../main/ports/printer";
import type { Store } from "../../main/ports/store";
import { stock } from "../db/label-records";
import { temporaryStore } from "../db/temporary-store";
import { addJob, createQueueBench, outcome, printAll, printed } from "./queue-bench";
import type { QueueBench, Turn } from "./queue-bench";

async function openBench(): Promise<QueueBench> {
  return createQueueBench(await temporaryStore());
}
const labelOf = ({ store }: QueueBench, shortId: string) => store.read(({ labels }) => labels.find(shortId));
const printerId = "printer-1";

/** A turn that ends when the test says so. */
function held(): {
  readonly turn: Turn;
  readonly end: (outcome: PrintOutcome) => void;
  readonly begun: Promise<Parameters<Turn>[0]>;
} {
  let end: (outcome: PrintOutcome) => void = () => undefined;
  let begin: (printing: Parameters<Turn>[0]) => void = () => undefined;
  const ended = new Promise<PrintOutcome>((resolve) => (end = resolve));
  const begun = new Promise<Parameters<Turn>[0]>((resolve) => (begin = resolve));
  const turn: Turn = (printing) => {
    begin(printing);
    printing.watch.sending();
    return ended;
  };
  return { turn, end: (value) => end(value), begun };
}

test("a job is printed, its things count as labelled, and the journal says so", async () => {
  const bench = await openBench();
  await addJob(bench.store, "j", 2, {}, 2);

  await bench.queue.start();
  await bench.settle();

  expect(await bench.job("j")).toMatchObject({ state: "printed", printed: 4, endedAt: bench.clock.now(), reason: "" });
  expect(bench.printer(printerId).paper).toEqual(["j-1", "j-1", "j-2", "j-2"]);
  expect(await labelOf(bench, "j-2")).toMatchObject({
    needsLabel: false,
    reason: "",
    printedAt: bench.clock.now(),
    printedCount: 2,
  });
  const journal = await bench.store.read(({ journal }) => journal.page({}, { offset: 0, limit: 50 }));
  expect(journal.rows.map(({ summary }) => summary).join("\n")).toMatch(/printed on .*4 of 4 came out/);
  expect(bench.events).toContainEqual({
    name: "records.changed",
    changes: expect.arrayContaining([{ entity: "label", id: "j-1" }]) as unknown,
  });
  await bench.queue.stop();
});

test("sending is stored before a byte leaves", async () => {
  const bench = await openBench();
  await addJob(bench.store, "j", 1);
  const states: string[] = [];
  bench.printer(printerId).turns.push(async (printing) => {
    states.push((await bench.job("j")).state);
    return printAll(bench.printer(printerId))(printing);
  });

  await bench.queue.start();
  await bench.settle();

  expect(states).toEqual(["sending"]);
  await bench.queue.stop();
});

test("a printer has one job at a time, the oldest first, and printers work side by side", async () => {
  const bench = await openBench();
  await addJob(bench.store, "a2", 1, { createdAt: 2 });
  await addJob(bench.store, "a1", 1, { createdAt: 1 });
  await addJob(bench.store, "b", 1, { createdAt: 3, printerId: "printer-2" });
  const first = held();
  bench.printer(printerId).turns.push(first.turn);

  await bench.queue.start();
  await bench.settle();
  expect(await bench.job("a1")).toMatchObject({ state: "printing" });
  expect(await bench.job("a2")).toMatchObject({ state: "waiting" });
  expect(await bench.job("b")).toMatchObject({ state: "printed" });

  first.end(printed(1));
  await bench.settle();
  expect(await bench.job("a2")).toMatchObject({ state: "printed" });
  await bench.queue.stop();
});

test("a printer that cannot be reached keeps its job and is asked less and less often", async () => {
  const bench = await openBench();
  await addJob(bench.store, "j", 1);
  const printer = bench.printer(printerId);
  printer.condition = "unreachable";

  await bench.queue.start();
  await bench.settle();
  expect(await bench.job("j")).toMatchObject({
    state: "waiting",
    condition: "unreachable",
    reason: "It is unreachable",
  });
  const pauses: number[] = [];
  for (let last = bench.clock.now(), tries = 0; tries < 7; tries += 1) {
    bench.clock.step();
    await bench.settle();
    pauses.push(bench.clock.now() - last);
    last = bench.clock.now();
  }
  expect(pauses).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);

  printer.condition = "ready";
  bench.queue.wake();
  await bench.settle();
  expect(await bench.job("j")).toMatchObject({ state: "printed", reason: "" });
  await bench.queue.stop();
});

test("what stops a printer in mid-job is told while it lasts", async () => {
  const bench = await openBench();
  await addJob(bench.store, "j", 3);
  const printing = held();
  bench.printer(printerId).turns.push(printing.turn);
  await bench.queue.start();
  const { watch } = await printing.begun;

  watch.printed(1);
  watch.waiting("no-media", "Load a roll");
  await bench.settle();
  expect(await bench.job("j")).toMatchObject({
    state: "printing",
    printed: 1,
    condition: "no-media",
    reason: "Load a roll",
  });
  watch.printed(2);
  bench.clock.advance(1_000);
  await bench.settle();
  expect(await bench.job("j")).toMatchObject({ state: "printing", printed: 2, condition: "busy", reason: "" });

  printing.end(printed(3));
  await bench.settle();
  expect(await bench.job("j")).toMatchObject({ state: "printed", printed: 3 });
  await bench.queue.stop();
});

test("progress is stored a few times a second at most", async () => {
  const bench = await openBench();
  await addJob(bench.store, "j", 200);
  const printing = held();
  bench.printer(printerId).turns.push(printing.turn);
  await bench.queue.start();
  const { watch } = await printing.begun;
  await bench.settle();
  const before = (await bench.job("j")).revision;

  for (let count = 1; count <= 200; count += 1) {
    watch.printed(count);
    bench.clock.advance(5);
    await bench.settle();
  }

  const stored = (await bench.job("j")).revision - before;
  expect(stored).toBeGreaterThanOrEqual(2);
  expect(stored).toBeLessThanOrEqual(4);
  printing.end(printed(200));
  await bench.settle();
  await bench.queue.stop();
});

test.each(["sending", "printing"] as const)(
  "a job that was %s when the program ended is unsure and is not sent",
  async (state) => {
    const bench = await openBench();
    await addJob(bench.store, "j", 5, { state, printed: 2 });

    await bench.queue.start();
    bench.queue.wake();
    await bench.settle();

    const job = await bench.job("j");
    expect(job).toMatchObject({ state: "unsure", printed: 2, endedAt: null });
    expect(job.reason).toMatch(/See how many labels came out/);
    expect(bench.printer(printerId).asked).toBe(0);
    await bench.queue.stop();
  },
);

test("a job that waited goes on after a restart, and of a half one only the rest", async () => {
  const bench = await openBench();
  await addJob(bench.store, "j", 3, { printed: 3, request: { ...requestOf(), copies: 2, bothSides: false } }, 2);

  await bench.queue.start();
  await bench.settle();

  expect(bench.printer(printerId).paper).toEqual(["j-2", "j-3", "j-3"]);
  expect(await bench.job("j")).toMatchObject({ state: "printed", printed: 6 });
  expect(await labelOf(bench, "j-1")).toMatchObject({ needsLabel: true });
  expect(await labelOf(bench, "j-2")).toMatchObject({ needsLabel: false, printedCount: 2 });
  await bench.queue.stop();
});

test("what ended by a fault that passes waits with the rest; any other fault needs a person", async () => {
  const bench = await openBench();
  await addJob(bench.store, "j", 3);
  const printer = bench.printer(printerId);
  printer.turns.push(({ labels, watch }) => {
    watch.sending();
    printer.paper.push(...labels.slice(0, 1));
    return outcome("failed", "no-media", 1);
  });
  printer.turns.push(() => outcome("failed", "error"));

  await bench.queue.start();
  await bench.settle();
  expect(await bench.job("j")).toMatchObject({ state: "waiting", printed: 1, condition: "no-media" });
  expect(await labelOf(bench, "j-1")).toMatchObject({ needsLabel: false });

  bench.clock.advance(2_000);
  await bench.settle();
  expect(await bench.job("j")).toMatchObject({ state: "failed", printed: 1, endedAt: bench.clock.now() });
  expect(printer.paper).toEqual(["j-1"]);
  await bench.queue.stop();
});

test("an unsure job is left to a person, and the next one goes on", async () => {
  const bench = await openBench();
  await addJob(bench.store, "j", 3, { createdAt: 1 });
  await addJob(bench.store, "k", 1, { createdAt: 2 });
  bench.printer(printerId).turns.push(({ watch }) => {
    watch.sending();
    return outcome("unsure", "unknown", 2);
  });

  await bench.queue.start();
  await bench.settle();
  bench.queue.wake();
  await bench.settle();

  expect(await bench.job("j")).toMatchObject({ state: "unsure", printed: 2, hasFile: false });
  expect(await bench.job("k")).toMatchObject({ state: "printed" });
  expect(bench.printer(printerId).paper).toEqual(["k-1"]);
  await bench.queue.stop();
});

test("a job on its way is stopped by a person, with what came out", async () => {
  const bench = await openBench();
  await addJob(bench.store, "j", 3);
  bench.printer(printerId).turns.push(
    ({ watch, signal }) =>
      new Promise((resolve) => {
        watch.sending();
        watch.printed(1);
        signal.addEventListener("abort", () => resolve(outcome("cancelled", "unknown", 1)));
      }),
  );
  await bench.queue.start();
  await bench.settle();

  await bench.queue.cancel("j");

  expect(await bench.job("j")).toMatchObject({ state: "cancelled", printed: 1, endedAt: bench.clock.now() });
  await bench.queue.cancel("nobody");
  await bench.queue.stop();
});

test.each([
  [true, "unsure"],
  [false, "waiting"],
] as const)("the program ends while a job is on its way, data gone out: %j", async (isSent, state) => {
  const bench = await openBench();
  await addJob(bench.store, "j", 3);
  bench.printer(printerId).turns.push(
    ({ watch, signal }) =>
      new Promise((resolve) => {
        if (isSent) watch.sending();
        signal.addEventListener("abort", () => resolve(outcome("cancelled", "unknown")));
      }),
  );
  await bench.queue.start();
  await bench.settle();

  await bench.queue.stop();

  expect(await bench.job("j")).toMatchObject({ state });
});

test.each([
  [true, "unsure"],
  [false, "failed"],
] as const)("a mistake of ours leaves a reference, data gone out: %j", async (isSent, state) => {
  const bench = await openBench();
  await addJob(bench.store, "j", 3);
  bench.printer(printerId).turns.push(({ watch }) => {
    if (isSent) watch.sending();
    throw new Error("Boom");
  });

  await bench.queue.start();
  await bench.settle();

  expect(await bench.job("j")).toMatchObject({
    state,
    reason: expect.stringMatching(/The log has it under/) as unknown,
  });
  expect(bench.logged).toEqual(["printing failed"]);
  await bench.queue.stop();
});

test("a job whose printer is not there any more has failed with words", async () => {
  const bench = await openBench();
  await addJob(bench.store, "j", 1);
  await bench.store.write(({ printers }) => printers.remove(printerId));

  await bench.queue.start();
  await bench.settle();

  expect(await bench.job("j")).toMatchObject({
    state: "failed",
    reason: expect.stringMatching(/not there any more/) as unknown,
  });
  await bench.queue.stop();
});

test("a job that a person cancelled while the printer was being asked is not sent", async () => {
  const bench = await openBench();
  await addJob(bench.store, "j", 1);
  const printer = bench.printer(printerId);
  printer.condition = "unreachable";
  await bench.queue.start();
  await bench.settle();
  await bench.store.write(async ({ printJobs }) => printJobs.save({ ...(await bench.job("j")), state: "cancelled" }));
  printer.condition = "ready";

  bench.queue.wake();
  await bench.settle();

  expect(printer.paper).toEqual([]);
  await bench.queue.stop();
});

test("an end that the store does not take is stored as soon as it does", async () => {
  const store = await temporaryStore();
  let isFull = false;
  const own: Store = {
    ...store,
    write: (work) => (isFull ? Promise.reject(new StoreFailure("full", "The disk is full")) : store.write(work)),
  };
  const bench = createQueueBench(store, { own });
  await addJob(bench.store, "j", 1);
  const printer = bench.printer(printerId);
  printer.turns.push((printing) => {
    isFull = true;
    return printAll(printer)(printing);
  });

  await bench.queue.start();
  await bench.settle();
  expect(await bench.job("j")).toMatchObject({ state: "sending" });
  isFull = false;
  bench.clock.advance(5_000);
  await bench.settle();

  expect(await bench.job("j")).toMatchObject({ state: "printed" });
  expect(printer.paper).toEqual(["j-1"]);
  await bench.queue.stop();
});

test("a document can be fetched once it is made", async () => {
  const bench = await openBench();
  await addJob(bench.store, "j", 1);
  await bench.store.write(async ({ printers }) => {
    const printer = await printers.find(printerId);
    if (printer) await printers.save({ ...printer, way: { type: "file" } });
  });
  bench.printer(printerId).turns.push(() => outcome("unsure", "unknown"));

  await bench.queue.start();
  await bench.settle();

  expect(await bench.job("j")).toMatchObject({ state: "unsure", hasFile: true });
  await bench.queue.stop();
});

test("the rest of a sheet begins behind what came out, on the next sheet as well", async () => {
  const bench = await openBench();
  await addJob(bench.store, "j", 20, { printed: 19, stock, request: { ...requestOf(), startPosition: 4 } });

  await bench.queue.start();
  await bench.settle();

  expect(bench.runs.map(({ startPosition }) => startPosition)).toEqual([(4 + 19) % 21]);
  await bench.queue.stop();
});

function requestOf() {
  return {
    subjects: [{ kind: "service" as const, serviceId: "s" }],
    templateId: "t",
    printerId,
    stockId: "s",
    copies: 1,
    bothSides: false,
    startPosition: 0,
  };
}
