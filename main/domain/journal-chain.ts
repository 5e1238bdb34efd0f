import type { BrokenLink } from "../contract/shapes/journal";

/** A line of the journal as it is stored and exported: `changes` is the JSON text itself, so that no byte of it can change unseen. */
export interface ChainedLine {
  readonly sequence: number;
  readonly id: string;
  readonly at: number;
  readonly operator: string;
  readonly workstation: string;
  readonly via: string | null;
  readonly call: string;
  readonly entity: string;
  readonly entityId: string;
  readonly serviceId: string | null;
  readonly summary: string;
  readonly changes: string;
  readonly previousHash: string;
  readonly hash: string;
}

/** SHA-256 of the text in UTF-8, as 64 hexadecimal digits in lower case. */
export type Digest = (text: string) => string;

/** Stands for the hash before the first entry. */
export const firstPreviousHash = "0".repeat(64);

/**
 * The text that an entry's hash is taken of: JSON without white space, keys in this very order, `changes` as stored and `previousHash` at the end. A
 * line of the JSON Lines export is this text with `"hash"` behind it. The form is never changed: every hash there is was taken of it.
 */
export function canonicalForm(line: Omit<ChainedLine, "hash">): string {
  const { sequence, id, at, operator, workstation, via, call, entity, entityId, serviceId, summary } = line;
  const head = { sequence, id, at, operator, workstation, via, call, entity, entityId, serviceId, summary };
  const open = JSON.stringify(head).slice(0, -1);
  return `${open},"changes":${line.changes},"previousHash":${JSON.stringify(line.previousHash)}}`;
}

/** The line with the hash that binds it to the one before. */
export function chained(line: Omit<ChainedLine, "hash">, digest: Digest): ChainedLine {
  return { ...line, hash: digest(canonicalForm(line)) };
}

export interface ChainCheck {
  /** How many lines held so far. */
  readonly count: () => number;
  /** Takes the next line; the first break that it shows, or undefined. */
  take(line: ChainedLine): BrokenLink | undefined;
  /** What is missing behind the last line when `lastSequence` was given to one. */
  end(lastSequence: number): BrokenLink | undefined;
}

/** Follows a chain line by line from its beginning. */
export function createChainCheck(digest: Digest): ChainCheck {
  let count = 0;
  let previous = { sequence: 0, hash: firstPreviousHash };

  function find(line: ChainedLine): BrokenLink | undefined {
    const { sequence, at, call } = line;
    const isGap = sequence > previous.sequence + 1;
    if (isGap) return { sequence: previous.sequence + 1, at: null, call: null, what: "missing" };
    if (line.previousHash !== previous.hash) return { sequence, at, call, what: "previous" };
    const isSame = digest(canonicalForm(line)) === line.hash;
    return isSame && sequence === previous.sequence + 1 ? undefined : { sequence, at, call, what: "changed" };
  }

  return {
    count: () => count,
    take(line) {
      const broken = find(line);
      if (broken) return broken;
      count += 1;
      previous = line;
      return undefined;
    },
    end: (lastSequence) =>
      lastSequence > previous.sequence
        ? { sequence: previous.sequence + 1, at: null, call: null, what: "missing" }
        : undefined,
  };
}
