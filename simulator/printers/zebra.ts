import { createFaultBook } from "./faults";
import type { FaultBook } from "./faults";
import { startPrinterPort } from "./printer-port";
import type { Line, PortOptions, PrinterPort } from "./printer-port";
import { hostIdentification, hostStatus, headDiagnostic } from "./zebra-answers";
import type { ZebraFault } from "./zebra-faults";
import { createZplStream } from "./zpl-stream";
import type { ZplItem } from "./zpl-stream";

export interface ZebraOptions extends PortOptions {
  /** Default ZD421-300dpi. */
  readonly model?: string;
  /** 8 is 203 dpi, 12 is 300, 24 is 600. */
  readonly dotsPerMm?: 6 | 8 | 12 | 24;
  /** How long one label takes; 1 when left out. */
  readonly labelMs?: number;
  /** Formats that the receive buffer holds; it takes no more bytes while it is full. 40 when left out. */
  readonly bufferFormats?: number;
  /**
   * What `~HS` gets while media or ribbon are out, the head is open or too hot: nothing, as the manual says and older printers do, or the flags that
   * newer ones send. `silence` when left out.
   */
  readonly duringFault?: "silence" | "flags";
  /** Called with every label as it comes out. */
  readonly onLabel?: (zpl: string, number: number) => void;
}

export interface ZebraSimulator extends PrinterPort {
  /** The ZPL of every label that came out; one format with `^PQ3` is three labels. */
  readonly labels: readonly string[];
  readonly ailments: ReadonlySet<ZebraFault>;
  readonly faults: FaultBook<ZebraFault>;
  fail(fault: ZebraFault): void;
  /** Ends one fault, or all; the printer goes on with what it holds. */
  mend(fault?: ZebraFault): void;
  stop(): Promise<void>;
}

const silencing: readonly ZebraFault[] = ["media-out", "ribbon-out", "head-open", "too-hot"];
const stopping: readonly ZebraFault[] = [...silencing, "paused"];

/** A Zebra label printer on a TCP port. */
export async function startZebraSimulator(options: ZebraOptions = {}): Promise<ZebraSimulator> {
  const { labelMs = 1, bufferFormats = 40, dotsPerMm = 12, model = "ZD421-300dpi", duringFault = "silence" } = options;
  const labels: string[] = [];
  const ailments = new Set<ZebraFault>();
  const faults = createFaultBook<ZebraFault>();
  const buffer: string[] = [];
  /** The format that is being printed, and how many labels of it are left. */
  let batch: { readonly text: string; left: number } | undefined;
  let timer: NodeJS.Timeout | undefined;
  const fullLines = new Set<Line>();
  const has = (wanted: readonly ZebraFault[]): boolean => wanted.some((fault) => ailments.has(fault));

  function goOn(): void {
    if (timer !== undefined || has(stopping)) return;
    const next = batch ? undefined : buffer.shift();
    if (next !== undefined) {
      batch = { text: next, left: labelsOf(next) };
      for (const line of fullLines) line.resume();
      fullLines.clear();
    }
    if (batch?.left === 0) batch = undefined;
    if (batch) timer = setTimeout(comeOut, labelMs);
    else if (buffer.length > 0) goOn();
  }

  function comeOut(): void {
    timer = undefined;
    if (!batch || has(stopping)) return;
    batch.left -= 1;
    labels.push(batch.text);
    options.onLabel?.(batch.text, labels.length);
    for (const fault of faults.count()) fail(fault);
    goOn();
  }

  function forget(): void {
    clearTimeout(timer);
    timer = undefined;
    buffer.length = 0;
    batch = undefined;
  }

  function fail(fault: ZebraFault): void {
    if (fault === "power-off") forget();
    if (fault === "power-off" || fault === "cut-off") port.cutOff();
    else ailments.add(fault);
  }

  function obey(item: ZplItem, line: Line): void {
    if (item.type === "format") {
      buffer.push(item.text);
      if (buffer.length >= bufferFormats) {
        fullLines.add(line);
        line.pause();
      }
    } else if (item.name === "~JA") forget();
    else if (item.name === "~PP") ailments.add("paused");
    else if (item.name === "~PS") ailments.delete("paused");
    else answer(item, line);
    goOn();
  }

  function answer({ name, isInFormat }: Extract<ZplItem, { type: "command" }>, line: Line): void {
    if (ailments.has("mute") || (duringFault === "silence" && has(silencing))) return;
    const labelsRemaining = batch?.left ?? 0;
    const state = { ailments, formats: buffer.length, bufferFormats, isInFormat, labelsRemaining };
    if (name === "~HS") line.answer(hostStatus(state));
    if (name === "~HI") line.answer(hostIdentification(model, dotsPerMm));
    if (name === "~HD") line.answer(headDiagnostic(state));
  }

  const port: PrinterPort = await startPrinterPort(options, (line) => {
    const stream = createZplStream();
    return {
      hear(bytes) {
        for (const item of stream.hear(bytes)) obey(item, line);
      },
      end() {
        fullLines.delete(line);
      },
    };
  });

  return Object.assign(port, {
    labels,
    ailments,
    faults,
    fail,
    mend(fault?: ZebraFault) {
      if (fault === undefined) ailments.clear();
      else ailments.delete(fault);
      goOn();
    },
    async stop() {
      forget();
      await port.goDown();
    },
  });
}

/** `^PQ` gives the number of labels of a format; one that marks nothing, such as a setting, prints none. */
function labelsOf(format: string): number {
  if (!/\^(FD|GF|GB|GC|GD|GE|XG|IM|FV|SN)/.test(format)) return 0;
  return Number(/\^PQ(\d+)/.exec(format)?.[1] ?? 1);
}
