import { expect, test } from "vitest";
import { StoreFailure } from "../../main/ports/failure";
import type { Store } from "../../main/ports/store";
import { stock } from "../db/label-records";
import { temporaryStore } from "../db/temporary-store";
import { addJob, createQueueBench, labelOf, openBench, outcome, printAll, printerId } from "./queue-bench";

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

test("the program ends without waiting for a printer that does not answer", async () => {
  const bench = await openBench();
  await addJob(bench.store, "j", 1);
  bench.printer(printerId).answers = new Promise(() => undefined);
  await bench.queue.start();
  await bench.settle();

  await bench.queue.stop();

  expect(await bench.job("j")).toMatchObject({ state: "waiting" });
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
