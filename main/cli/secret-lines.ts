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

/** Asks at a terminal, without echo; otherwise takes the lines of standard input as they come. */
export function openSecretLines(): SecretLines {
  if (process.stdin.isTTY) return { isTyped: true, next: ask, close: () => undefined };
  const reader = createInterface({ input: process.stdin, crlfDelay: Infinity });
  const lines = reader[Symbol.asyncIterator]();
  return {
    isTyped: false,
    async next() {
      const line = await lines.next();
      return line.done === true ? undefined : line.value;
    },
    close: () => {
      reader.close();
    },
  };
}

/** What readline would show of the typing goes nowhere. */
async function ask(question: string): Promise<string | undefined> {
  process.stderr.write(question);
  const nowhere = new Writable({
    write: (_piece, _encoding, done) => {
      done();
    },
  });
  const reader = createInterface({ input: process.stdin, output: nowhere, terminal: true, historySize: 0 });
  try {
    return await new Promise<string | undefined>((resolve, reject) => {
      reader.once("line", resolve);
      reader.once("close", () => {
        resolve(undefined);
      });
      reader.once("SIGINT", () => {
        reject(new Error("Cancelled"));
      });
    });
  } finally {
    reader.close();
    process.stderr.write("\n");
  }
}
