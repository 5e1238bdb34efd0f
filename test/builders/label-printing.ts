import { onTestFinished, vi } from "vitest";
import type { CallInput, CallOutput } from "../../main/contract/calls";
import type { LabelSubject } from "../../main/contract/shapes/label";
import type { PrintState } from "../../main/contract/shapes/printer";
import { startBrotherSimulator } from "../../simulator/printers/brother";
import { startZebraSimulator } from "../../simulator/printers/zebra";
import type { ZebraOptions } from "../../simulator/printers/zebra";
import type { TestConsole } from "./console";

export const zebraStock = "built-in:zebra-57x32mm";
export const brotherStock = "built-in:DK-11209";

type Caller = Pick<TestConsole, "call">;

/** A simulated Zebra, known to the console. */
export async function addZebra(console: Caller, options: ZebraOptions = {}) {
  const device = await startZebraSimulator({ dotsPerMm: 8, ...options });
  onTestFinished(() => device.stop());
  const printer = await console.call("printer.add", {
    name: "Zebra",
    language: "zpl",
    dpi: 203,
    headDots: 832,
    way: { type: "network", host: "127.0.0.1", port: device.port },
    stockId: zebraStock,
  });
  return { device, printer };
}

/** A simulated Brother QL with 62 × 29 mm labels, known to the console. */
export async function addBrother(console: Caller) {
  const device = await startBrotherSimulator({ family: "brother-ql", media: { width: 62, length: 29 } });
  onTestFinished(() => device.stop());
  const printer = await console.call("printer.add", {
    name: "Brother",
    language: "brother-ql",
    dpi: 300,
    headDots: 720,
    way: { type: "network", host: "127.0.0.1", port: device.port },
    stockId: brotherStock,
  });
  return { device, printer };
}

/** A printer that makes PDF files. */
export function addFilePrinter(console: Caller) {
  const way = { type: "file" } as const;
  return console.call("printer.add", { name: "File", language: "pdf", dpi: 600, headDots: 20_000, way, stockId: null });
}

/** The first built-in template for these things on the stock. */
export async function templateFor(console: Caller, stockId: string, kind: "server" | "rack" = "server") {
  const [template] = await console.call("label-template.list", { kind, stockId });
  if (!template) throw new Error(`No template for ${stockId}`);
  return template;
}

/** A request that prints over every warning that there is. */
export async function printAnyway(
  console: Caller,
  request: CallInput<"print.check">,
): Promise<CallOutput<"print.start">> {
  const { remarks } = await console.call("print.check", request);
  return console.call("print.start", { ...request, override: remarks.map((remark) => remark.rule) });
}

/** Waits until the job is in this state. */
export async function jobIn(
  console: Caller,
  id: string,
  ...states: readonly PrintState[]
): Promise<CallOutput<"print.get">> {
  let job = await console.call("print.get", { id });
  await vi.waitUntil(
    async () => {
      job = await console.call("print.get", { id });
      return states.includes(job.state);
    },
    { timeout: 15_000, interval: 20 },
  );
  return job;
}

export const text = (...lines: string[]): LabelSubject => ({ kind: "text", lines });
