import { readingsOf } from "./keyboard-layouts";
import { parseShortId, shortIdLength } from "./short-id";

export interface ScannedId {
  readonly shortId: string;
  /** What stands before it, separated by a dash; empty when nothing does. */
  readonly prefix: string;
}

/** What a scanned text may be. */
export interface ScannedText {
  /** Without what the scanner put around it. */
  readonly text: string;
  /** Readings of the text on other keyboard layouts, itself first. */
  readonly readings: readonly string[];
  /** Ids that stand by themselves in it, at the end of an address for example; those of the text as it is come first. */
  readonly ids: readonly ScannedId[];
  /** Ids inside longer words. A serial number may hold one by chance, so they count only where there is such a thing. */
  readonly hidden: readonly string[];
}

/** Symbology identifier of ISO/IEC 15424 that many scanners put before the text, such as `]Q3` or `]C0`. */
const symbology = /^\][A-Za-z][0-9A-Za-z]/;
/** Start and stop characters of Code 39, and quotes. */
const frame = /^[*"']+|[*"']+$/g;

/**
 * Takes apart what a scanner typed: in any case, on another keyboard layout than the scanner's, with a symbology identifier, control characters or signs
 * around it, inside an address, behind a site's prefix.
 */
export function readScanned(typed: string): ScannedText {
  const readings = [...new Set(readingsOf(withoutControls(typed)).map(withoutFrame))];
  const ids = new Map<string, ScannedId>();
  const hidden = new Set<string>();
  for (const reading of readings) {
    for (const id of standingIds(reading)) ids.set(`${id.prefix} ${id.shortId}`, id);
    for (const id of idsInside(reading)) hidden.add(id);
  }
  const found = [...ids.values()];
  for (const { shortId } of found) hidden.delete(shortId);
  return { text: readings[0] ?? "", readings, ids: found, hidden: [...hidden] };
}

function withoutControls(typed: string): string {
  return typed.replace(/[\p{Cc}\p{Cf}]/gu, " ").trim();
}

function withoutFrame(text: string): string {
  return text.replace(symbology, "").trim().replace(frame, "").trim();
}

function standingIds(text: string): ScannedId[] {
  const found: ScannedId[] = [];
  for (const [word] of text.matchAll(/[0-9A-Za-z]+(?:-[0-9A-Za-z]+)*/g)) {
    const parts = word.split("-");
    parts.forEach((part, index) => {
      const shortId = parseShortId(part);
      // What a scanner adds behind stands apart as well, so the id is not always the last part.
      if (shortId !== null) found.push({ shortId, prefix: parts.slice(0, index).join("-").toUpperCase() });
    });
  }
  return found;
}

function idsInside(text: string): string[] {
  const found: string[] = [];
  for (const [word] of text.matchAll(/[0-9A-Za-z]+/g)) {
    for (let start = 0; start + shortIdLength <= word.length; start += 1) {
      const shortId = parseShortId(word.slice(start, start + shortIdLength));
      if (shortId !== null) found.push(shortId);
    }
  }
  return found;
}
