import type { Random } from "../../simulator/site/random";

/** One input on its way into a parser. */
export interface Trial {
  /** The input as a person reads it. */
  show(): string;
  /**
   * Puts the input in. Answers everything that the program told because of it: words of faults, lines of the log. Throws whatever the program must
   * not throw.
   */
  run(): Promise<readonly string[]>;
}

/** A parser that is ready to be fed. What it keeps from one input to the next ends with `close`. */
export interface OpenTarget {
  make(random: Random): Trial;
  close(): Promise<void>;
}

/** A parser of the program, with the corpus and the mutators that fit what it reads. */
export interface Target {
  readonly name: string;
  /** How many inputs it gets, against the others. */
  readonly weight: number;
  /** `directory` is empty and belongs to the target until it is closed. */
  open(directory: string): Promise<OpenTarget>;
}

/** A target without anything to keep: a function that reads a text. */
export function pureTarget(
  name: string,
  weight: number,
  make: (random: Random) => string,
  read: (text: string) => readonly string[] | Promise<readonly string[]>,
): Target {
  const open = async (): Promise<OpenTarget> => ({
    make(random) {
      const text = make(random);
      return { show: () => text, run: async () => read(text) };
    },
    close: async () => undefined,
  });
  return { name, weight, open };
}
