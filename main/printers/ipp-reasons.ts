import type { PrinterCondition } from "../contract/shapes/printer";
import type { IppAnswer } from "./ipp-message";

/** Reasons of RFC 8011, section 5.4.12, without their `-error`, `-warning` and `-report`; the most pressing first. */
const conditions: readonly (readonly [string, PrinterCondition])[] = [
  ["cover-open", "cover-open"],
  ["door-open", "cover-open"],
  ["interlock-open", "cover-open"],
  ["media-jam", "media-jam"],
  ["trimmer-jam", "cutter-jam"],
  ["media-empty", "no-media"],
  ["media-needed", "no-media"],
  ["marker-supply-empty", "no-ribbon"],
  ["toner-empty", "no-ribbon"],
  ["fuser-over-temp", "too-hot"],
  ["offline", "unreachable"],
  ["shutdown", "unreachable"],
  ["timed-out", "unreachable"],
  ["paused", "paused"],
  ["moving-to-paused", "paused"],
  ["cups-waiting-for-job-completed", "busy"],
];

const states = { processing: 4, stopped: 5 } as const;

/** The printer's condition by its `printer-state` and `printer-state-reasons`. */
export function conditionOfPrinter({ attributes }: IppAnswer): PrinterCondition {
  const [state] = attributes.get("printer-state") ?? [];
  const condition = conditionOfReasons(attributes.get("printer-state-reasons") ?? []);
  if (condition !== undefined) return condition;
  if (attributes.get("printer-is-accepting-jobs")?.[0] === false) return "paused";
  if (state === states.stopped) return "error";
  return state === states.processing ? "busy" : "ready";
}

function conditionOfReasons(reasons: readonly unknown[]): PrinterCondition | undefined {
  const names = new Set(reasons.map((reason) => String(reason).replace(/-(error|warning|report)$/, "")));
  return conditions.find(([name]) => names.has(name))?.[1];
}

/**
 * Whether `completed` is the printer's own word. A queue of CUPS says it when everything was handed over, unless it hands over by IPP, which waits for the
 * printer to say it. Source: CUPS, "CUPS Implementation of IPP" (cups-version, device-uri).
 */
export function knowsWhatCameOut({ attributes }: IppAnswer): boolean {
  if (!attributes.has("cups-version")) return true;
  return /^(ipps?|dnssd):/.test(String(attributes.get("device-uri")?.[0] ?? ""));
}
