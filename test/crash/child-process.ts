import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Assignment, ChildLine } from "./assignment";

export interface ChildOptions {
  /** The bundled `program.ts`. */
  readonly program: string;
  readonly assignment: Assignment;
  readonly environment: Readonly<Record<string, string>>;
  onLine(line: ChildLine): void;
}

export interface Child {
  /** Resolves when it has opened the profile, to false when it ended before. */
  readonly opened: Promise<boolean>;
  /** Lets it begin. */
  go(): void;
  kill(): void;
  /** Resolves when it has ended and every line was taken: whether by SIGKILL, and otherwise with which code. */
  readonly ended: Promise<{ readonly isKilled: boolean; readonly code: number | null; readonly words: string }>;
}

/** Starts the program under test as a process of its own. */
export function startChild({ program, assignment, environment, onLine }: ChildOptions): Child {
  const child = spawn(process.execPath, [program, JSON.stringify(assignment)], {
    stdio: ["pipe", "pipe", "pipe"],
    env: { ...process.env, ...environment },
  });
  let words = "";
  child.stderr.on("data", (chunk: Buffer) => (words += chunk.toString()));
  // A child that is killed leaves its end of the pipe broken.
  child.stdin.on("error", () => undefined);
  let tellOpened: (isOpen: boolean) => void = () => undefined;
  const opened = new Promise<boolean>((resolve) => (tellOpened = resolve));
  const lines = createInterface({ input: child.stdout });
  lines.on("line", (text) => {
    const line = parseLine(text);
    if (!line) return;
    onLine(line);
    if (line.is === "opened") tellOpened(true);
  });
  const drained = new Promise<void>((resolve) => lines.on("close", resolve));
  const ended = new Promise<{ isKilled: boolean; code: number | null; words: string }>((resolve) => {
    child.on("close", (code, signal) => {
      tellOpened(false);
      void drained.then(() => {
        resolve({ isKilled: signal === "SIGKILL", code, words });
      });
    });
  });
  return { opened, go: () => child.stdin.write("go\n"), kill: () => child.kill("SIGKILL"), ended };
}

/** The last line may have been cut by the kill. */
function parseLine(text: string): ChildLine | undefined {
  try {
    return JSON.parse(text) as ChildLine;
  } catch {
    return undefined;
  }
}
