import type { PrinterCondition } from "../contract/shapes/printer";
import type { Parser } from "./raw-connection";

/** What `~HS` answers, as far as it is of use. */
export interface HostStatus {
  readonly isPaperOut: boolean;
  readonly isPaused: boolean;
  readonly isRibbonOut: boolean;
  readonly isHeadUp: boolean;
  readonly isTooHot: boolean;
  readonly isMemoryCorrupt: boolean;
  /** Formats in the receive buffer, a half one counted, and labels left in the batch: what has not come out. */
  readonly pending: number;
}

/**
 * The newest answer to `~HS`: three lines between STX and ETX. Older ones before it, which came too late, are dropped with it.
 * Source: ZPL II Programming Guide, "~HS Host Status Return".
 */
export const readHostStatus: Parser<HostStatus> = (heard) => {
  const text = heard.toString("latin1");
  const lines = [...text.matchAll(/\u0002([^\u0002\u0003]*)\u0003(\r\n)?/g)];
  // The three lines have 12, 11 and 2 fields.
  const first = lines.findLastIndex(([, line = ""]) => line.split(",").length === 12);
  const [one, two, three] = first < 0 ? [] : lines.slice(first, first + 3);
  if (!one || !two || !three) return undefined;
  const state = one[1]?.split(",") ?? [];
  const head = two[1]?.split(",") ?? [];
  const value: HostStatus = {
    isPaperOut: state[1] === "1",
    isPaused: state[2] === "1",
    isRibbonOut: head[3] === "1",
    isHeadUp: head[2] === "1",
    isTooHot: state[11] === "1",
    isMemoryCorrupt: state[9] === "1",
    pending: count(state[4]) + count(state[7]) + count(head[8]),
  };
  return { value, used: three.index + three[0].length };
};

function count(field: string | undefined): number {
  const number = Number(field);
  return Number.isSafeInteger(number) ? number : 0;
}

/** What is most pressing comes first. */
export function conditionOf(status: HostStatus): PrinterCondition {
  if (status.isHeadUp) return "cover-open";
  if (status.isPaperOut) return "no-media";
  if (status.isRibbonOut) return "no-ribbon";
  if (status.isTooHot) return "too-hot";
  if (status.isPaused) return "paused";
  if (status.isMemoryCorrupt) return "error";
  return status.pending > 0 ? "busy" : "ready";
}
