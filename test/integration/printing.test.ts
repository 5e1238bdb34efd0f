import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { CallInput } from "../../main/contract/calls";
import { openTestConsole, prepareSale, removeDirectory, setUpService } from "../builders/console";
import type { TestConsole } from "../builders/console";
import { createFakePanel } from "../builders/fake-panel";
import {
  addBrother,
  addFilePrinter,
  addZebra,
  brotherStock,
  jobIn,
  printAnyway,
  templateFor,
  text,
  zebraStock,
} from "../builders/label-printing";
import { systemClock } from "../../main/adapters/clock";

let panel = createFakePanel();
let console: TestConsole;
let moduleId = "";
let serviceId = "";

beforeEach(async () => {
  panel = createFakePanel();
  console = await openTestConsole({ panels: panel, clock: systemClock });
  await console.start();
  const sale = await prepareSale(console);
  moduleId = sale.module.id;
  ({ serviceId } = await setUpService(console, sale, 101));
});

afterEach(async () => {
  await console.stop();
  await removeDirectory(console.directory);
});

type Request = CallInput<"print.check">;
const servers = (...ids: number[]) => ids.map((serverId) => ({ kind: "server", moduleId, serverId }) as const);
const service = () => ({ kind: "service", serviceId }) as const;

async function request(printerId: string, stockId: string, change: Partial<Request> = {}): Promise<Request> {
  const { id: templateId } = await templateFor(console, stockId);
  return { subjects: [service()], templateId, printerId, stockId, ...change };
}

describe("printing", () => {
  it("on a Zebra brings the label out, and the service needs none any more", async () => {
    const { device, printer } = await addZebra(console);
    const started = await printAnyway(console, await request(printer.id, zebraStock, { copies: 2, bothSides: true }));
    expect(started).toMatchObject({ labels: 4, printed: 0, title: "client-one-1", printerName: "Zebra" });
    const job = await jobIn(console, started.id, "printed");
    expect(job).toMatchObject({ printed: 4, reason: "" });
    expect(device.labels).toHaveLength(4);
    expect(await console.call("label.get", { subject: service() })).toMatchObject({
      needsLabel: false,
      printedCount: 4,
      printedAt: expect.any(Number) as unknown,
    });
    const { rows } = await console.call("print.list", {});
    expect(rows).toEqual([job]);
  });

  it("on a Brother brings every label of a list out", async () => {
    const { device, printer } = await addBrother(console);
    const wanted = await request(printer.id, brotherStock, { subjects: servers(101, 102, 103) });
    const started = await printAnyway(console, wanted);
    expect(started.title).toBe("client-one-1 and 2 more");
    expect(await jobIn(console, started.id, "printed")).toMatchObject({ printed: 3 });
    expect(device.labels).toHaveLength(3);
  });

  it("into a file waits for a person to say what came out, and the file can be fetched", async () => {
    const printer = await addFilePrinter(console);
    const started = await printAnyway(console, await request(printer.id, brotherStock));
    const unsure = await jobIn(console, started.id, "unsure");
    expect(unsure.hasFile).toBe(true);
    const piece = await console.call("print.file", { id: started.id });
    expect(piece).toMatchObject({ name: "client-one-1.pdf", isEnd: true });
    expect(Buffer.from(piece.base64, "base64").subarray(0, 5).toString()).toBe("%PDF-");
    expect(await console.fault("print.confirm", { id: started.id, printed: 2 })).toMatchObject({
      kind: "invalid-input",
      issues: [{ path: "printed" }],
    });
    expect(await console.call("print.confirm", { id: started.id, printed: 1 })).toMatchObject({ state: "printed" });
    expect((await console.call("label.get", { subject: service() })).needsLabel).toBe(false);
  });

  it("remembers where a sheet was left, and goes on there", async () => {
    const printer = await addFilePrinter(console);
    const stocks = await console.call("label-stock.list", {});
    const sheet = stocks.find((stock) => stock.code === "L7163");
    const wanted = await request(printer.id, sheet?.id ?? "", { subjects: servers(101, 102, 103), startPosition: 12 });
    expect(await console.call("print.check", wanted)).toMatchObject({ labels: 3, pages: 2 });
    const started = await printAnyway(console, wanted);
    await jobIn(console, started.id, "unsure");
    await console.call("print.confirm", { id: started.id, printed: 3 });
    const after = await console.call("label-stock.list", {});
    expect(after.find((stock) => stock.id === sheet?.id)?.nextPosition).toBe(1);
    expect(await console.fault("print.check", { ...wanted, startPosition: 14 })).toMatchObject({
      issues: [{ path: "startPosition", message: expect.stringContaining("14 labels") as unknown }],
    });
  });
});

describe("what is refused before anything is printed", () => {
  it("stock that is larger than the printer", async () => {
    const { printer } = await addBrother(console);
    const wide = await request(printer.id, "built-in:zebra-100x150mm");
    const { remarks } = await console.call("print.check", wide);
    expect(remarks).toContainEqual(expect.objectContaining({ level: "error", rule: "stock-too-wide", count: 1 }));
    expect(await console.fault("print.start", wide)).toMatchObject({ kind: "not-allowed", rule: "label-errors" });
    expect((await console.call("print.list", {})).total).toBe(0);
  });

  it("text that does not fit, until somebody prints over it; that stands in the job and in the journal", async () => {
    const { printer, device } = await addZebra(console);
    const template = await console.call("label-template.add", {
      name: "Narrow",
      kind: "text",
      width: 20,
      height: 8,
      elements: [
        {
          id: "line",
          type: "text",
          x: 0,
          y: 0,
          width: 20,
          height: 4,
          content: "{line1}",
          size: 3,
          minimumSize: 2,
        },
      ],
    });
    const wanted = {
      subjects: [text("A text that is much too long for a label of this width")],
      templateId: template.id,
      printerId: printer.id,
      stockId: zebraStock,
    };
    const refused = await console.fault("print.start", wanted);
    expect(refused).toMatchObject({ kind: "not-allowed", rule: "label-warnings" });
    expect(refused.message).toContain("clipped-text");
    const started = await printAnyway(console, wanted);
    expect(started.overridden.join()).toContain("clipped-text");
    await jobIn(console, started.id, "printed");
    expect(device.labels).toHaveLength(1);
    const { rows } = await console.call("journal.list", {});
    expect(rows.find((row) => row.call === "print.start" && row.entity === "print-job")?.summary).toContain(
      "printed over: clipped-text",
    );
  });

  it("a template of another kind, a sheet on a roll printer, and what is not there", async () => {
    const { printer } = await addZebra(console);
    const wanted = await request(printer.id, zebraStock);
    const rack = await templateFor(console, zebraStock, "rack");
    expect(await console.fault("print.check", { ...wanted, templateId: rack.id })).toMatchObject({
      kind: "invalid-input",
      issues: [{ path: "templateId" }],
    });
    const stocks = await console.call("label-stock.list", {});
    const sheet = stocks.find((stock) => stock.form === "sheet");
    expect(await console.fault("print.check", { ...wanted, stockId: sheet?.id ?? "" })).toMatchObject({
      issues: [{ path: "stockId", message: expect.stringContaining("PDF") as unknown }],
    });
    for (const lost of [{ printerId: "gone" }, { templateId: "gone" }, { stockId: "gone" }])
      expect(await console.fault("print.check", { ...wanted, ...lost })).toMatchObject({ kind: "not-found" });
  });
});

describe("a printer that fails", () => {
  it("and vanishes in mid-job keeps the job, says so, and prints the rest when a person wants it", async () => {
    const { printer, device } = await addBrother(console);
    device.fail("no-media");
    const started = await printAnyway(
      console,
      await request(printer.id, brotherStock, { subjects: servers(101, 102, 103) }),
    );
    await vi.waitUntil(async () => (await console.call("print.get", { id: started.id })).reason !== "", {
      timeout: 15_000,
    });
    expect(await console.call("print.get", { id: started.id })).toMatchObject({
      state: "waiting",
      condition: "no-media",
    });
    expect(await console.fault("printer.remove", { id: printer.id })).toMatchObject({ rule: "in-use" });
    device.cutOffAfter(4_000);
    device.mend();
    await console.call("printer.save", { ...printer });
    const unsure = await jobIn(console, started.id, "unsure");
    expect(unsure.reason).not.toBe("");
    await console.stop();
    console = await openTestConsole({ panels: panel, clock: systemClock, directory: console.directory });
    await console.start();
    expect(await console.call("print.get", { id: started.id })).toMatchObject({ state: "unsure" });
    await console.call("print.retry", { id: started.id, from: "rest" });
    expect(await jobIn(console, started.id, "printed")).toMatchObject({ printed: 3 });
  });

  it("and cannot be reached keeps the job waiting, which can be cancelled, and printed again from the start", async () => {
    const { printer, device } = await addZebra(console);
    await device.goDown();
    const started = await printAnyway(console, await request(printer.id, zebraStock));
    await vi.waitUntil(async () => (await console.call("print.get", { id: started.id })).condition === "unreachable", {
      timeout: 15_000,
    });
    expect(await console.call("printer.status", { id: printer.id })).toMatchObject({ condition: "unreachable" });
    expect(await console.call("print.cancel", { id: started.id })).toMatchObject({ state: "cancelled" });
    expect(await console.fault("print.cancel", { id: started.id })).toMatchObject({ rule: "job-state" });
    expect(await console.fault("print.confirm", { id: started.id, printed: 1 })).toMatchObject({ rule: "job-state" });
    await device.comeUp();
    await console.call("print.retry", { id: started.id, from: "start" });
    await jobIn(console, started.id, "printed");
    expect(await console.fault("print.retry", { id: started.id, from: "rest" })).toMatchObject({
      rule: "nothing-left",
    });
    expect(device.labels).toHaveLength(1);
  });
});

it("draining prints what can be printed and counts what is left", async () => {
  const { printer, device } = await addZebra(console);
  await printAnyway(console, await request(printer.id, zebraStock));
  expect((await console.drain()).unprinted).toBe(0);
  expect(device.labels).toHaveLength(1);
  await device.goDown();
  await printAnyway(console, await request(printer.id, zebraStock));
  expect((await console.drain()).unprinted).toBe(1);
});

it("what was renamed after its job was made still needs a label", async () => {
  const { printer, device } = await addZebra(console);
  device.fail("paused");
  const started = await printAnyway(console, await request(printer.id, zebraStock, { subjects: servers(102) }));
  const server = panel.servers.get(102);
  if (server) panel.servers.set(102, { ...server, name: "renamed" });
  await console.call("label.get", { subject: { kind: "server", moduleId, serverId: 102 } });
  device.mend();
  await console.call("printer.save", { ...printer });
  await jobIn(console, started.id, "printed");
  const { rows } = await console.call("label.list", { onlyNeeding: true, search: "renamed" });
  expect(rows).toMatchObject([{ title: "renamed", reason: "Changed while it was being printed" }]);
});
