import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { toPng } from "./bitmap";
import { startBrotherSimulator } from "./brother";
import type { BrotherOptions } from "./brother";
import { startZebraSimulator } from "./zebra";

export const printerUsage = `       rackside simulator zebra --port N [--keep DIR] [--dpi 203|300|600]
       rackside simulator brother-ql --port N [--keep DIR] [--media WIDTHxLENGTH] [--wide] [--silent]
       rackside simulator brother-pt --port N [--keep DIR] [--media WIDTHxLENGTH] [--wide] [--silent]
`;

export const printerOptions = `  --keep DIR             keep every label that comes out in DIR: a Zebra its ZPL, a Brother a PNG of its dots
  --dpi N                resolution of the Zebra (300)
  --media WIDTHxLENGTH   what is loaded, in millimetres; length 0 for continuous (QL 62x0, P-touch 24x0)
  --wide                 the wide head: 1296 dots (QL), 560 pins (P-touch)
  --silent               prints and tells nothing, as network models do
`;

export type PrinterModel = "zebra" | BrotherOptions["family"];

export interface PrinterCommand {
  readonly model: PrinterModel;
  start(): Promise<{ readonly port: number; stop(): Promise<void> }>;
}

const dotsPerMm = new Map([
  ["203", 8],
  ["300", 12],
  ["600", 24],
] as const);

/** Reads `zebra|brother-ql|brother-pt …`; undefined when it is about no printer, null when the arguments make no sense. */
export function readPrinterCommand(args: readonly string[]): PrinterCommand | null | undefined {
  const [model, ...rest] = args;
  if (model !== "zebra" && model !== "brother-ql" && model !== "brother-pt") return undefined;
  let values;
  try {
    values = parseArgs({
      args: rest,
      options: {
        port: { type: "string" },
        keep: { type: "string" },
        dpi: { type: "string" },
        media: { type: "string" },
        wide: { type: "boolean" },
        silent: { type: "boolean" },
      },
    }).values;
  } catch {
    return null;
  }
  const port = /^\d{1,5}$/.test(values.port ?? "") ? Number(values.port) : 65_536;
  if (port > 65_535) return null;
  const keep = keeperFor(values.keep);
  if (model === "zebra") {
    const resolution = [...dotsPerMm].find(([dpi]) => dpi === (values.dpi ?? "300"))?.[1];
    if (resolution === undefined || values.media !== undefined || values.wide || values.silent) return null;
    const onLabel = (zpl: string, number: number): void => keep(`${String(number)}.zpl`, Buffer.from(zpl, "utf8"));
    return { model, start: () => startZebraSimulator({ port, dotsPerMm: resolution, onLabel, labelMs: 200 }) };
  }
  const media = /^(\d{1,3})x(\d{1,3})$/.exec(values.media ?? (model === "brother-ql" ? "62x0" : "24x0"));
  if (!media || values.dpi !== undefined) return null;
  const options: BrotherOptions = {
    family: model,
    port,
    media: { width: Number(media[1]), length: Number(media[2]) },
    ...(values.wide && { headBytes: model === "brother-ql" ? 162 : 70 }),
    ...(values.silent && { tells: "nothing" }),
    pageMs: 200,
    onLabel: (label, number) => keep(`${String(number)}.png`, toPng(label)),
  };
  return { model, start: () => startBrotherSimulator(options) };
}

function keeperFor(directory: string | undefined): (name: string, bytes: Uint8Array) => void {
  if (directory === undefined) return () => undefined;
  return (name, bytes) => {
    mkdir(directory, { recursive: true })
      .then(() => writeFile(join(directory, name), bytes))
      .catch((error: unknown) => process.emitWarning(`A label was not kept: ${String(error)}`));
  };
}
