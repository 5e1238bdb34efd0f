import type { JournalFormat } from "../contract/shapes/journal";
import { csvRecord } from "./csv";
import { canonicalForm } from "./journal-chain";
import type { ChainedLine } from "./journal-chain";

const columns = [
  "sequence",
  "id",
  "at",
  "operator",
  "workstation",
  "via",
  "call",
  "entity",
  "entityId",
  "serviceId",
  "summary",
  "changes",
  "previousHash",
  "hash",
] as const satisfies readonly (keyof ChainedLine)[];

/**
 * Entries as text. JSON Lines: the canonical form of each with its hash. CSV: RFC 4180 with a heading, times in ISO 8601; a cell that a spreadsheet would
 * take for a formula, or that begins with an apostrophe, has an apostrophe before it.
 */
export function writeJournal(format: JournalFormat, lines: readonly ChainedLine[], isBeginning: boolean): string {
  if (format === "jsonl") return lines.map((line) => `${jsonOf(line)}\n`).join("");
  const heading = isBeginning ? [columns] : [];
  return [...heading, ...lines.map(cellsOf)].map(csvRecord).join("");
}

function jsonOf(line: ChainedLine): string {
  return `${canonicalForm(line).slice(0, -1)},"hash":${JSON.stringify(line.hash)}}`;
}

function cellsOf(line: ChainedLine): string[] {
  return columns.map((name) => (name === "at" ? new Date(line.at).toISOString() : String(line[name] ?? "")));
}

/** The lines of an exported file, whichever format it has; undefined stands for one that cannot be read. */
export function readJournal(text: string): readonly (ChainedLine | undefined)[] {
  const content = text.replace(/^\uFEFF/u, "");
  if (!content.startsWith("sequence,")) {
    return content.split("\n").flatMap((line) => (line.trim() === "" ? [] : [lineOfJson(line)]));
  }
  return recordsOf(content).slice(1).map(lineOfCells);
}

function lineOfJson(text: string): ChainedLine | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || !("changes" in value)) return undefined;
    return lineOf({ ...value, changes: JSON.stringify(value.changes) });
  } catch {
    return undefined;
  }
}

function lineOfCells(cells: readonly string[]): ChainedLine | undefined {
  if (cells.length !== columns.length) return undefined;
  const values = Object.fromEntries(columns.map((name, index) => [name, (cells[index] ?? "").replace(/^'/u, "")]));
  const orNull = (name: string) => (values[name] === "" ? null : values[name]);
  return lineOf({
    ...values,
    sequence: Number(values["sequence"]),
    at: Date.parse(values["at"] ?? ""),
    via: orNull("via"),
    serviceId: orNull("serviceId"),
  });
}

/** Whether the values are what the journal says, their hash tells; here only that each is of its kind. */
function lineOf(values: Readonly<Record<string, unknown>>): ChainedLine | undefined {
  const isOfKind = columns.every((name) => {
    const value = values[name];
    if (name === "sequence" || name === "at") return Number.isSafeInteger(value);
    return typeof value === "string" || (value === null && (name === "via" || name === "serviceId"));
  });
  // Every column was looked at just now.
  return isOfKind ? (values as unknown as ChainedLine) : undefined;
}

/** RFC 4180: a quoted cell may hold commas, line breaks and doubled quotes. */
function recordsOf(text: string): readonly (readonly string[])[] {
  const records: string[][] = [];
  let record: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/uy;
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text);
    // What stands behind a closing quote is no cell; the record is short then, and its line cannot be read.
    if (!found) return [...records, []];
    record.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? "");
    if (found[3] === ",") continue;
    records.push(record);
    record = [];
  }
  return records;
}
