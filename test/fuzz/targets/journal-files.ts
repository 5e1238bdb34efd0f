import { createHash } from "node:crypto";
import { chained, createChainCheck, firstPreviousHash } from "../../../main/domain/journal-chain";
import type { ChainedLine } from "../../../main/domain/journal-chain";
import { readJournal, writeJournal } from "../../../main/domain/journal-file";
import { mutateText } from "../mutate";
import { pureTarget } from "../target";

const digest = (text: string): string => createHash("sha256").update(text).digest("hex");
const grammar = ['"', '""', ",", "\r\n", "\n", "{", "}", '"changes":', "\ufeff", "'", "=", "sequence,"] as const;

const lines = [1, 2, 3, 4].reduce<ChainedLine[]>((chain, sequence) => {
  const head = {
    sequence,
    id: `0192-${String(sequence)}`,
    at: 1_790_000_000_000 + sequence,
    operator: "Anna",
    via: null,
  };
  const place = { workstation: "bench-1", call: "card.save", entity: "card", entityId: "c-1", serviceId: "s-1" };
  const what = { summary: 'Label "A, 12"\r\n=1+1', changes: '[{"field":"label","before":"a","after":"b"}]' };
  const previousHash = chain.at(-1)?.hash ?? firstPreviousHash;
  return [...chain, chained({ ...head, ...place, ...what, previousHash }, digest)];
}, []);
const corpus = [writeJournal("jsonl", lines, true), writeJournal("csv", lines, true)] as const;

/** Files that `rackside journal verify --file` is given. */
export const journalFiles = pureTarget(
  "journal files",
  8,
  (random) => mutateText(random, random.pick(corpus), grammar),
  (text) => {
    const check = createChainCheck(digest);
    for (const line of readJournal(text)) {
      if (!line || check.take(line)) break;
    }
    return [];
  },
);
