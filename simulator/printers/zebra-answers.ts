import type { ZebraFault } from "./zebra-faults";

export interface ZebraState {
  readonly ailments: ReadonlySet<ZebraFault>;
  /** Formats in the receive buffer. */
  readonly formats: number;
  readonly bufferFormats: number;
  readonly isInFormat: boolean;
  readonly labelsRemaining: number;
}

/** Three lines between STX and ETX, as the ZPL guide describes `~HS`. */
export function hostStatus(state: ZebraState): Uint8Array {
  const flag = (fault: ZebraFault): string => (state.ailments.has(fault) ? "1" : "0");
  const isFull = state.formats >= state.bufferFormats ? "1" : "0";
  const formats = String(state.formats).padStart(3, "0");
  const remaining = String(state.labelsRemaining).padStart(8, "0");
  return lines([
    `030,${flag("media-out")},${flag("paused")},0300,${formats},${isFull},0,${state.isInFormat ? "1" : "0"},000,0,0,${flag("too-hot")}`,
    `001,0,${flag("head-open")},${flag("ribbon-out")},1,2,4,0,${remaining},1,000`,
    "1234,0",
  ]);
}

/** `~HI`: model, firmware, dots per millimetre, memory. */
export function hostIdentification(model: string, dotsPerMm: number): Uint8Array {
  return lines([`${model},V93.21.07Z,${dotsPerMm},8176KB`]);
}

/** `~HD`: the guide shows it for people to read; the layout differs from model to model. */
export function headDiagnostic({ ailments }: ZebraState): Uint8Array {
  const rows = [
    `Head Temp = ${ailments.has("too-hot") ? "130" : "30"}`,
    "Ambient Temp = 22",
    `Head Test = Passed`,
    `Head = ${ailments.has("head-open") ? "Up" : "Down"}`,
    `Paper = ${ailments.has("media-out") ? "Out" : "In"}`,
  ];
  return lines([rows.join("\r\n")]);
}

function lines(texts: readonly string[]): Uint8Array {
  return Buffer.from(texts.map((text) => `\u0002${text}\u0003\r\n`).join(""), "latin1");
}
