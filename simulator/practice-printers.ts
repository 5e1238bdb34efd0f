import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { toPng } from "./printers/bitmap";
import { startBrotherSimulator } from "./printers/brother";
import { startZebraSimulator } from "./printers/zebra";

/** A simulated label printer of the practice site. */
export interface PracticePrinter {
  readonly name: string;
  readonly language: "zpl" | "brother-ql";
  readonly dpi: number;
  /** Dots that the head has across. */
  readonly headDots: number;
  readonly model: string;
  readonly port: number;
  /** Stock that is loaded, by the maker's measures in millimetres. */
  readonly media: { readonly width: number; readonly length: number };
}

export interface PracticePrinters {
  readonly printers: readonly PracticePrinter[];
  stop(): Promise<void>;
}

type OnKeptPort = <Device extends { readonly port: number }>(
  fileName: string,
  start: (port: number) => Promise<Device>,
) => Promise<Device>;

/** Slow enough that a label is seen coming out. */
const labelMs = 400;
const zebraMedia = { width: 57, length: 32 };
const brotherMedia = { width: 62, length: 29 };

/** Starts a Zebra and a Brother on 127.0.0.1. What they print is kept in `directory`, newest number last: ZPL of the one, pictures of the other. */
export async function startPracticePrinters(directory: string, onKeptPort: OnKeptPort): Promise<PracticePrinters> {
  const keep = (name: string, bytes: Uint8Array): void => {
    mkdir(directory, { recursive: true })
      .then(() => writeFile(join(directory, name), bytes))
      .catch((error: unknown) => process.emitWarning(`A label was not kept: ${String(error)}`));
  };
  const zebra = await onKeptPort("zebra", (port) =>
    startZebraSimulator({
      port,
      dotsPerMm: 8,
      model: "ZD421-203dpi",
      labelMs,
      onLabel: (zpl, number) => keep(`zebra-${String(number)}.zpl`, Buffer.from(zpl)),
    }),
  );
  const brother = await onKeptPort("brother-ql", (port) =>
    startBrotherSimulator({
      family: "brother-ql",
      port,
      media: brotherMedia,
      pageMs: labelMs,
      onLabel: (label, number) => keep(`brother-ql-${String(number)}.png`, toPng(label)),
    }),
  );
  return {
    printers: [
      {
        name: "Zebra (simulated)",
        language: "zpl",
        dpi: 203,
        headDots: 832,
        model: "ZD421",
        port: zebra.port,
        media: zebraMedia,
      },
      {
        name: "Brother QL (simulated)",
        language: "brother-ql",
        dpi: 300,
        headDots: 720,
        model: "QL-820NWB",
        port: brother.port,
        media: brotherMedia,
      },
    ],
    async stop() {
      await Promise.all([zebra.stop(), brother.stop()]);
    },
  };
}
