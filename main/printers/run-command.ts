import { spawn } from "node:child_process";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Clock } from "../ports/host";

export interface CommandResult {
  /** Null when the program is not there, or was ended before it was through. */
  readonly code: number | null;
  readonly isMissing: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

interface CommandOptions {
  readonly clock: Clock;
  readonly withinMs: number;
  readonly input?: AsyncIterable<Uint8Array>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

const longestOutput = 1024 * 1024;

/** Runs a program without a shell and hears it out. Rejects only with what `input` throws; a program that is not there is told as missing. */
export async function runCommand(
  program: string,
  args: readonly string[],
  { clock, withinMs, input, environment, signal }: CommandOptions,
): Promise<CommandResult> {
  // Words in one language: they are read by the program.
  const env = { ...process.env, LC_ALL: "C", ...environment };
  const child = spawn(program, [...args], { env, stdio: ["pipe", "pipe", "pipe"], windowsHide: true });
  const end = (): void => void child.kill();
  const cancel = clock.schedule(withinMs, end);
  signal?.addEventListener("abort", end);
  const ended = new Promise<Pick<CommandResult, "code" | "isMissing">>((resolve) => {
    child.once("error", () => resolve({ code: null, isMissing: child.pid === undefined }));
    child.once("close", (code) => resolve({ code, isMissing: false }));
  });
  const stdout = collect(child.stdout);
  const stderr = collect(child.stderr);
  try {
    let inputFailure: unknown;
    if (input) {
      await pipeline(
        Readable.from(
          caught(input, (error) => (inputFailure = error)),
          { objectMode: false },
        ),
        child.stdin,
      ).catch(
        // A program that ends early closes its input; its words and its code tell why.
        () => undefined,
      );
    } else child.stdin.end();
    if (inputFailure !== undefined) {
      child.kill();
      throw inputFailure as Error;
    }
    return { ...(await ended), stdout: stdout(), stderr: stderr() };
  } finally {
    cancel();
    signal?.removeEventListener("abort", end);
  }
}

async function* caught(
  input: AsyncIterable<Uint8Array>,
  onError: (error: unknown) => void,
): AsyncGenerator<Uint8Array> {
  try {
    yield* input;
  } catch (error) {
    onError(error);
    throw error;
  }
}

function collect(stream: NodeJS.ReadableStream): () => string {
  let text = "";
  stream.on("data", (chunk: Buffer) => {
    if (text.length < longestOutput) text += chunk.toString("utf8");
  });
  stream.on("error", () => undefined);
  return () => text;
}
