import { expect, test } from "vitest";
import type { PrintOutcome } from "../../main/ports/printer";
import { addJob, labelOf, openBench, printAll, printed, printerId } from "./queue-bench";
import type { Turn } from "./queue-bench";

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
