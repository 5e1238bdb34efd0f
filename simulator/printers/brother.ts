import { bitmapOf } from "./bitmap";
import type { Bitmap } from "./bitmap";
import { statusBytes } from "./brother-status";
import type { BrotherFault, LoadedMedia, StatusFacts, StatusType } from "./brother-status";
import { createFaultBook } from "./faults";
import type { FaultBook } from "./faults";
import { startPrinterPort } from "./printer-port";
import type { Line, PortOptions, PrinterPort } from "./printer-port";
import { createRasterStream } from "./raster-stream";
import type { MediaDemand, RasterCommand } from "./raster-stream";
import { startSnmpAgent } from "./snmp-agent";

export interface BrotherOptions extends PortOptions {
  readonly family: "brother-ql" | "brother-pt";
  /** Bytes of a row: 90 or 162 on a QL, 16 or 70 on a P-touch. The smaller one when left out. */
  readonly headBytes?: number;
  /** Loaded at the start; 62 mm continuous, or 24 mm tape, when left out. */
  readonly media?: LoadedMedia;
  /** How long one label takes; 1 when left out. */
  readonly pageMs?: number;
  /**
   * Where the status is told: to the port that prints, as USB models do; by SNMP, as network models do; or not at all. The port when left out.
   */
  readonly tells?: "port" | "snmp" | "nothing";
  /** UDP port of the SNMP agent; 0 or left out: any free one. */
  readonly snmpPort?: number;
  /** What becomes of the label during which a fault began, once it is mended: it is printed (as when left out), or dropped. */
  readonly afterFault?: "prints" | "drops";
  /** Called with every label as it comes out. */
  readonly onLabel?: (label: Bitmap, number: number) => void;
}

export interface BrotherSimulator extends PrinterPort {
  /** Every label that came out, as it looks. */
  readonly labels: readonly Bitmap[];
  /** Names of bytes that the device did not understand; empty after a correct job. */
  readonly misunderstood: readonly number[];
  readonly faults: FaultBook<BrotherFault>;
  /** Undefined unless the status is told by SNMP. */
  readonly snmpPort: number | undefined;
  fail(fault: BrotherFault): void;
  /** Ends one fault, or all. */
  mend(fault?: BrotherFault): void;
  load(media: LoadedMedia | undefined): void;
  stop(): Promise<void>;
}

interface Page {
  readonly rows: readonly Uint8Array[];
  readonly demand: MediaDemand | undefined;
  readonly line: Line;
}

/** A Brother label printer of the QL or P-touch family on a TCP port. */
export async function startBrotherSimulator(options: BrotherOptions): Promise<BrotherSimulator> {
  const { family, pageMs = 1, tells = "port", afterFault = "prints" } = options;
  const isQl = family === "brother-ql";
  const headBytes = options.headBytes ?? (isQl ? 90 : 16);
  const labels: Bitmap[] = [];
  const misunderstood: number[] = [];
  const errors = new Set<BrotherFault | "wrong-media">();
  const faults = createFaultBook<BrotherFault>();
  const silentLines = new Set<Line>();
  let loaded: LoadedMedia | undefined = options.media ?? { width: isQl ? 62 : 24, length: 0 };
  let pages: Page[] = [];
  let timer: NodeJS.Timeout | undefined;
  /** The page whose error has been told. */
  let stopped: Page | undefined;

  const facts = (): StatusFacts => ({
    series: isQl ? 0x34 : 0x30,
    model: isQl ? 0x41 : 0x68,
    media: loaded && { type: mediaType(isQl, loaded), ...loaded },
    errors,
    isPrinting: timer !== undefined,
  });
  const tell = (line: Line, type: StatusType, notice?: number): void => {
    if (tells === "port" && !errors.has("mute") && !silentLines.has(line))
      line.answer(statusBytes(type, facts(), notice));
  };

  function goOn(): void {
    const [page] = pages;
    if (!page || timer !== undefined) return;
    if (fits(page.demand, loaded, isQl)) errors.delete("wrong-media");
    else errors.add("wrong-media");
    if (hasError()) {
      if (stopped !== page) tell(page.line, "error");
      stopped = page;
      return;
    }
    timer = setTimeout(comeOut, pageMs, page);
    tell(page.line, "phase-change");
  }

  const hasError = (): boolean => [...errors].some((error) => error !== "mute");

  function comeOut(page: Page): void {
    timer = undefined;
    if (hasError()) {
      goOn();
      return;
    }
    pages = pages.filter((waiting) => waiting !== page);
    labels.push(bitmapOf(page.rows, headBytes));
    options.onLabel?.(bitmapOf(page.rows, headBytes), labels.length);
    tell(page.line, "completed");
    tell(page.line, "phase-change");
    for (const fault of faults.count()) fail(fault);
    goOn();
  }

  function forget(isOf: (page: Page) => boolean): void {
    pages = pages.filter((page) => !isOf(page));
    if (pages.length > 0) return;
    clearTimeout(timer);
    timer = undefined;
    errors.delete("wrong-media");
  }

  function fail(fault: BrotherFault): void {
    if (fault === "power-off") forget(() => true);
    if (fault === "power-off" || fault === "cut-off") port.cutOff();
    else errors.add(fault);
    if (fault === "no-media") loaded = undefined;
  }

  function mended(): void {
    if (stopped && !hasError()) {
      const { line } = stopped;
      if (afterFault === "drops") forget((page) => page === stopped);
      stopped = undefined;
      tell(line, "notification", 2);
      tell(line, "phase-change");
    }
    goOn();
  }

  function connect(line: Line): { hear(bytes: Buffer): void; end(): void } {
    const stream = createRasterStream(headBytes);
    let rows: Uint8Array[] = [];
    let demand: MediaDemand | undefined;
    const obey = (command: RasterCommand): void => {
      if (command.type === "initialize") {
        rows = [];
        forget((page) => page === stopped);
      } else if (command.type === "media") demand = command.demand;
      else if (command.type === "row") rows.push(command.bits);
      else if (command.type === "notify") {
        if (command.isOn) silentLines.delete(line);
        else silentLines.add(line);
      } else if (command.type === "unknown") misunderstood.push(command.byte);
      else if (command.type === "print") {
        pages.push({ rows, demand, line });
        rows = [];
        goOn();
      } else if (command.type === "status-request" && timer === undefined) tell(line, "reply");
    };
    return {
      hear: (bytes) => stream.hear(bytes).forEach(obey),
      end: () => void silentLines.delete(line),
    };
  }

  const port = await startPrinterPort(options, connect);
  const agent =
    tells === "snmp" ? await startSnmpAgent(options.snmpPort ?? 0, () => statusBytes("reply", facts())) : undefined;

  return Object.assign(port, {
    labels,
    misunderstood,
    faults,
    snmpPort: agent?.port,
    fail,
    mend(fault?: BrotherFault) {
      if (fault === undefined) errors.clear();
      else errors.delete(fault);
      mended();
    },
    load(media: LoadedMedia | undefined) {
      loaded = media;
      errors.delete("no-media");
      errors.delete("end-of-media");
      errors.delete("wrong-media");
      const [page] = pages;
      if (page && !fits(page.demand, loaded, isQl)) errors.add("wrong-media");
      mended();
    },
    async stop() {
      forget(() => true);
      await agent?.close();
      await port.goDown();
    },
  });
}

function mediaType(isQl: boolean, { length, type }: LoadedMedia): number {
  if (type !== undefined) return type;
  if (!isQl) return 0x01;
  return length === 0 ? 0x0a : 0x0b;
}

function fits(demand: MediaDemand | undefined, loaded: LoadedMedia | undefined, isQl: boolean): boolean {
  if (!demand || !loaded) return true;
  // Tape has no length of its own; what stands there is not compared.
  const isLengthRight = !isQl || (demand.length ?? loaded.length) === loaded.length;
  return (demand.width ?? loaded.width) === loaded.width && isLengthRight;
}
