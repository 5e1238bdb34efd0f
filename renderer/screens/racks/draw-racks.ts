import type { CallInput } from "../../../main/contract/calls";
import type { Fault } from "../../../main/contract/faults";
import { call } from "../../api";
import { offerBytes } from "../../parts/offer-file";
import type { RackRoute } from "../../parts/rack-route";
import { presentLanguage } from "../../text/present-language";

/** The program draws so many racks into one file. */
export const racksOfFile = 200;

export type DrawingWishes = Omit<CallInput<"rack.draw">, "racks" | "language">;

interface Drawn {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Offers the racks as files; `onProgress` tells how many are drawn and answers whether to go on. */
export async function offerDrawings(
  racks: readonly RackRoute[],
  wishes: DrawingWishes,
  onProgress: (done: number) => boolean,
): Promise<Fault | { readonly files: number }> {
  let files = 0;
  const fault = await eachDrawing(racks, racksOfFile, wishes, onProgress, ({ name, bytes }) => {
    offerBytes(name, [bytes]);
    files += 1;
  });
  return fault ?? { files };
}

/** The racks as pictures, `perSheet` on each, for printing. */
export async function drawSheets(
  racks: readonly RackRoute[],
  perSheet: number,
  wishes: DrawingWishes,
  onProgress: (done: number) => boolean,
): Promise<Fault | readonly Blob[]> {
  const sheets: Blob[] = [];
  const fault = await eachDrawing(racks, perSheet, { ...wishes, format: "svg" }, onProgress, ({ bytes }) => {
    sheets.push(new Blob([bytes], { type: "image/svg+xml" }));
  });
  return fault ?? sheets;
}

async function eachDrawing(
  racks: readonly RackRoute[],
  size: number,
  wishes: DrawingWishes,
  onProgress: (done: number) => boolean,
  take: (drawn: Drawn) => void,
): Promise<Fault | null> {
  for (let from = 0; from < racks.length; from += size) {
    const part = racks.slice(from, from + size).map(({ moduleId, rackId }) => ({ moduleId, rackId }));
    const result = await call("rack.draw", { ...wishes, racks: part, language: presentLanguage() });
    if (!result.ok) return result.fault;
    take({ name: numbered(result.value.name, from / size, racks.length > size), bytes: bytesOf(result.value.base64) });
    if (!onProgress(Math.min(racks.length, from + size))) return null;
  }
  return null;
}

/** Files of one export are told apart by their number. */
function numbered(name: string, index: number, areMany: boolean): string {
  return areMany ? name.replace(/(\.\w+)$/u, `-${String(index + 1)}$1`) : name;
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
