import { expect, test } from "vitest";
import { failureOf } from "./failure-of";
import { printJob, printer, stock } from "./label-records";
import { temporaryStore } from "./temporary-store";

const firstPage = { offset: 0, limit: 100 };

test("a job comes back with everything that it prints", async () => {
  const store = await temporaryStore();
  const added = await store.write(({ printJobs }) => printJobs.add(printJob("j1")));
  expect(added).toEqual({ ...printJob("j1"), revision: 1 });
  expect(await store.read(({ printJobs }) => printJobs.find("j1"))).toEqual(added);
  expect(await store.read(({ printJobs }) => printJobs.find("j2"))).toBeUndefined();
});

test("a save moves the job on and leaves what it prints as it was", async () => {
  const store = await temporaryStore();
  const added = await store.write(({ printJobs }) => printJobs.add(printJob("j1")));
  const changed = { ...added, state: "printing", printed: 1, hasFile: true, reason: "Half", values: [] } as const;
  await store.write(({ printJobs }) => printJobs.save(changed));
  expect(await store.read(({ printJobs }) => printJobs.find("j1"))).toEqual({
    ...changed,
    revision: 2,
    values: added.values,
  });
  const failure = await failureOf(store.write(({ printJobs }) => printJobs.save(changed)));
  expect(failure).toMatchObject({ kind: "stale", currentRevision: 2 });
});

test("jobs are listed newest first without what they print, and by state oldest first with it", async () => {
  const store = await temporaryStore();
  await store.write(async ({ printJobs }) => {
    await printJobs.add(printJob("j1", { createdAt: 1, state: "printed", printed: 2 }));
    await printJobs.add(printJob("j2", { createdAt: 2, state: "unsure" }));
    await printJobs.add(printJob("j3", { createdAt: 3 }));
  });
  await store.read(async ({ printJobs }) => {
    const all = await printJobs.page(false, firstPage);
    expect(all).toMatchObject({ total: 3, rows: [{ id: "j3" }, { id: "j2" }, { id: "j1" }] });
    expect(all.rows[0]).not.toHaveProperty("values");
    expect((await printJobs.page(true, firstPage)).rows.map((row) => row.id)).toEqual(["j3", "j2"]);
    expect(await printJobs.listByState(["unsure", "waiting"])).toMatchObject([
      { id: "j2", values: [{ name: "edge-1" }, { name: "edge-2" }] },
      { id: "j3" },
    ]);
    expect(await printJobs.countUnfinished(printer.id)).toBe(2);
    expect(await printJobs.countUnfinished("other")).toBe(0);
  });
});

test("the last job of which anything came out says where a sheet was left", async () => {
  const store = await temporaryStore();
  await store.write(async ({ printJobs }) => {
    const { request } = printJob("j1");
    await printJobs.add(printJob("j1", { createdAt: 1, state: "printed", printed: 2 }));
    await printJobs.add(
      printJob("j2", { createdAt: 2, state: "failed", printed: 1, request: { ...request, startPosition: 6 } }),
    );
    await printJobs.add(printJob("j3", { createdAt: 3, state: "cancelled" }));
    await printJobs.add(printJob("j4", { createdAt: 4, state: "printed", printed: 2, stockId: "other" }));
  });
  await store.read(async ({ printJobs }) => {
    expect(await printJobs.findLastPrinted(stock.id)).toEqual({ startPosition: 6, printed: 1 });
    expect(await printJobs.findLastPrinted("unused")).toBeUndefined();
  });
});
