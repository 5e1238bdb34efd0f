import { createInterface } from "node:readline";
import { Writable } from "node:stream";

/** Lines that nobody else is to read, one at a time. */
export interface SecretLines {
  /** Whether a person is typing them. */
  readonly isTyped: boolean;
  /** The next line; undefined at the end of the input. */
  next(question: string): Promise<string | undefined>;
  close(): void;
}

/** Asks at a terminal, which shows nothing of the typing until `close`; otherwise takes the lines of standard input as they come. */
export function openSecretLines(): SecretLines {
  const isTyped = process.stdin.isTTY;
  // readline takes over the echo of a terminal, and what it would show goes nowhere.
  const screen = isTyped ? { output: createNowhere(), terminal: true, historySize: 0 } : {};
  const reader = createInterface({ input: process.stdin, crlfDelay: Infinity, ...screen });
  reader.on("SIGINT", () => {
    reader.close();
  });
  const lines = reader[Symbol.asyncIterator]();
  return {
    isTyped,
    async next(question) {
      if (isTyped) process.stderr.write(question);
      const line = await lines.next();
      if (isTyped) process.stderr.write("\n");
      return line.done === true ? undefined : line.value;
    },
    close() {
      reader.close();
    },
  };
}

function createNowhere(): Writable {
  return new Writable({
    write(_piece, _encoding, done) {
      done();
    },
  });
}
