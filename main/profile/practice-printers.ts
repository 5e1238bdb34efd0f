import type { Printer } from "../contract/shapes/printer";
import type { Store } from "../ports/store";
import type { Call } from "./practice-call";

/** One simulated label printer of the practice site. */
export interface PracticePrinter {
  readonly name: string;
  readonly language: "zpl" | "brother-ql";
  readonly dpi: number;
  readonly headDots: number;
  readonly model: string;
  readonly port: number;
  readonly media: { readonly width: number; readonly length: number };
}

const host = "127.0.0.1";

/** Two simulated printers and a file, so that a beginner can print at once. */
export async function addPracticePrinters(call: Call, printers: readonly PracticePrinter[]): Promise<void> {
  const stocks = await call("label-stock.list", {});
  for (const { port, media, ...printer } of printers) {
    const family = printer.language === "zpl" ? "zebra" : printer.language;
    const stock = stocks.find(
      (one) => one.family === family && one.width === media.width && one.height === media.length,
    );
    await call("printer.add", { ...printer, way: { type: "network", host, port }, stockId: stock?.id ?? null });
  }
  const way = { type: "file" } as const;
  const sheet = stocks.find(({ code }) => code === "L7163");
  await call("printer.add", {
    name: "PDF file",
    language: "pdf",
    dpi: 600,
    headDots: 20_000,
    way,
    stockId: sheet?.id ?? null,
  });
}

/** The printers' ports may be others than the last time. */
export async function relocatePrinters(store: Store, printers: readonly PracticePrinter[]): Promise<void> {
  await store.write(async (repositories) => {
    for (const printer of await repositories.printers.list()) {
      const moved = printers.find((one) => one.name === printer.name);
      const way: Printer["way"] | undefined = moved && { type: "network", host, port: moved.port };
      if (way && JSON.stringify(way) !== JSON.stringify(printer.way))
        await repositories.printers.save({ ...printer, way });
    }
  });
}
