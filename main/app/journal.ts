import { createHash } from "node:crypto";
import type { CallOutput, ParsedInput } from "../contract/calls";
import type { JournalEntry, JournalReport } from "../contract/shapes/journal";
import { createChainCheck } from "../domain/journal-chain";
import type { Digest } from "../domain/journal-chain";
import { writeJournal } from "../domain/journal-file";
import type { App } from "./app";
import { existing } from "./app";

const linesAtOnce = 500;

export const sha256: Digest = (text) => createHash("sha256").update(text).digest("hex");

export async function listJournal(app: App, input: ParsedInput<"journal.list">): Promise<CallOutput<"journal.list">> {
  return app.store.read(async (repositories) => {
    const page = await repositories.journal.page(input, input);
    return { ...page, rows: [...page.rows] };
  });
}

export async function getJournalEntry(app: App, { id }: ParsedInput<"journal.get">): Promise<JournalEntry> {
  return app.store.read(async ({ journal }) => existing(await journal.find(id), "journal entry", id));
}

/** Follows the chain from its first entry to the last one that there was when it began. */
export function verifyJournal(app: App): Promise<JournalReport> {
  return app.store.read(async ({ journal }) => {
    const last = await journal.lastSequence();
    const check = createChainCheck(sha256);
    for (let after = 0; ;) {
      const lines = await journal.listLines(after, linesAtOnce);
      for (const line of lines) {
        const broken = check.take(line);
        if (broken) return { entries: check.count(), broken };
        after = line.sequence;
      }
      if (lines.length < linesAtOnce) return { entries: check.count(), broken: check.end(last) ?? null };
    }
  });
}

/** One piece of a file with every entry; the pieces one behind the other are the file. */
export async function exportJournal(
  app: App,
  { format, after }: ParsedInput<"journal.export">,
): Promise<CallOutput<"journal.export">> {
  const { lines, total } = await app.store.read(async ({ journal }) => ({
    lines: await journal.listLines(after, linesAtOnce),
    total: await journal.lastSequence(),
  }));
  return {
    text: writeJournal(format, lines, after === 0),
    entries: lines.length,
    total,
    last: lines.at(-1)?.sequence ?? after,
    isEnd: lines.length < linesAtOnce,
  };
}
