import { access, open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { sha256 } from "../app/journal";
import type { Console } from "../compose";
import type { BrokenLink, JournalFormat, JournalReport } from "../contract/shapes/journal";
import { createChainCheck } from "../domain/journal-chain";
import { readJournal } from "../domain/journal-file";
import type { Options } from "./arguments";
import { ask } from "./ask";
import { withConsole } from "./with-console";

/** `journal verify`, `journal verify --file FILE`, `journal export FILE`, or undefined for other words. */
export function runJournal(options: Options, words: readonly string[]): Promise<number> | undefined {
  const [verb, file] = words;
  if (verb === "verify" && words.length === 1)
    return options.file === undefined ? verifyProfile(options) : verifyFile(options.file);
  if (verb === "export" && file !== undefined && words.length === 2) return exportTo(options, file);
  return undefined;
}

async function verifyProfile(options: Options): Promise<number> {
  return withJournal(options, async (console) => {
    return tell(await ask(console, "journal.verify", {}));
  });
}

/** Holds an exported file against its own chain. */
async function verifyFile(file: string): Promise<number> {
  const check = createChainCheck(sha256);
  for (const [index, line] of readJournal(await readFile(file, "utf8")).entries()) {
    const broken = line ? check.take(line) : unreadable(index + 1);
    if (broken) return tell({ entries: check.count(), broken });
  }
  return tell({ entries: check.count(), broken: null });
}

function unreadable(sequence: number): BrokenLink {
  return { sequence, at: null, call: null, what: "unreadable" };
}

/** Only its owner may read the file: it names customers. A file that is there is not overwritten, and half a file does not stay. */
async function exportTo(options: Options, file: string): Promise<number> {
  return withJournal(options, async (console) => {
    const handle = await open(file, "wx", 0o600);
    try {
      const entries = await writePieces(console, options.format, (text) => handle.appendFile(text));
      await handle.sync();
      process.stdout.write(`${String(entries)} entries exported to ${file}\n`);
      return 0;
    } catch (error) {
      await rm(file);
      throw error;
    } finally {
      await handle.close();
    }
  });
}

async function writePieces(
  console: Console,
  format: JournalFormat,
  write: (text: string) => Promise<void>,
): Promise<number> {
  let entries = 0;
  for (let after = 0; ;) {
    const piece = await ask(console, "journal.export", { format, after });
    await write(piece.text);
    entries += piece.entries;
    if (piece.isEnd) return entries;
    after = piece.last;
  }
}

/** An empty folder would become a new profile, whose chain holds: that would answer another question than was asked. */
async function withJournal(options: Options, work: (console: Console) => Promise<number>): Promise<number> {
  const isThere = await access(join(options.directory, "rackside.sqlite")).then(
    () => true,
    () => false,
  );
  return isThere ? withConsole(options, work) : complain(`There is no profile in ${options.directory}`);
}

const whatIsWrong = {
  changed: "its content was changed",
  missing: "the entry is missing",
  previous: "the hash of the previous entry differs",
  unreadable: "the line cannot be read",
} as const;

function tell({ entries, broken }: JournalReport): number {
  if (!broken) {
    process.stdout.write(`${String(entries)} entries, chain intact\n`);
    return 0;
  }
  const { sequence, at, call, what } = broken;
  const known = at === null ? [] : [timeOf(at), call ?? ""];
  process.stdout.write(`Broken at entry ${[String(sequence), ...known].join(", ")}: ${whatIsWrong[what]}\n`);
  return 1;
}

/** A changed time may be none at all. */
function timeOf(at: number): string {
  const time = new Date(at);
  return Number.isNaN(time.getTime()) ? `time ${String(at)}` : time.toISOString();
}

function complain(problem: string): number {
  process.stderr.write(`${problem}\n`);
  return 1;
}
