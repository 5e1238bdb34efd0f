import { RemoteFailure } from "../ports/failure";

export interface ListLimits {
  readonly characters: number;
  readonly rows: number;
  readonly milliseconds: number;
}

/** Far above any real list; a list of 15,000 servers is about 30 MB. */
const defaultLimits: ListLimits = { characters: 128 * 1_048_576, rows: 500_000, milliseconds: 10 * 60_000 };

/** Keeps a panel whose list has no end from being read for ever. Both throw a RemoteFailure `malformed`. */
export interface ListWatch {
  /** To be told of each answer before it is taken apart. */
  takeAnswer(characters: number): void;
  takeRows(count: number): void;
}

/** @param call Name of the route or function, for the message. */
export function watchList(system: string, call: string, limits: ListLimits = defaultLimits): ListWatch {
  const startedAt = performance.now();
  let characters = 0;
  let rows = 0;
  const give = (what: string): never => {
    throw new RemoteFailure("malformed", system, `The answer to ${call} has no end: ${what}`);
  };
  return {
    takeAnswer(count) {
      characters += count;
      if (characters > limits.characters) give(`more than ${String(Math.floor(limits.characters / 1_048_576))} MB`);
      const isLate = performance.now() - startedAt > limits.milliseconds;
      if (isLate) give(`more than ${String(limits.milliseconds / 60_000)} minutes`);
    },
    takeRows(count) {
      rows += count;
      if (rows > limits.rows) give(`more than ${String(limits.rows)} rows`);
    },
  };
}
