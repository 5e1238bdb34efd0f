import { spawn } from "node:child_process";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, onTestFinished, vi } from "vitest";
import { buildChildProgram } from "../db/child";
import { removeDirectory } from "./console";
import { enrol, testPassphrase } from "./operators";

export interface Ended {
  readonly code: number;
  readonly output: string;
  readonly complaint: string;
}

export interface CommandLine {
  /** Lines are what the command reads from standard input. */
  run(words: readonly string[], lines?: readonly string[]): Promise<Ended>;
  /** Signed in as Anna, whom `profileFolder` made an administrator. */
  asAnna(...words: readonly string[]): Promise<Ended>;
  /** The bundled program. */
  file(): string;
}

/** The command line as a program of its own, for the tests of a file. Each command is a process, which takes its time to start. */
export function useCommandLine(): CommandLine {
  vi.setConfig({ testTimeout: 60_000 });
  let program: Awaited<ReturnType<typeof buildChildProgram>> | undefined;
  beforeAll(async () => {
    program = await buildChildProgram(new URL("../../main/cli/command.ts", import.meta.url));
  });
  afterAll(() => program?.remove());
  const file = () => program?.file ?? "";
  const run: CommandLine["run"] = (words, lines = []) =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, [file(), ...words]);
      let output = "";
      let complaint = "";
      child.stdout.on("data", (piece) => (output += String(piece)));
      child.stderr.on("data", (piece) => (complaint += String(piece)));
      child.on("close", (code) => {
        resolve({ code: code ?? -1, output, complaint });
      });
      // A command that asks for nothing may have ended by now.
      child.stdin.on("error", () => undefined);
      child.stdin.end(lines.map((line) => `${line}\n`).join(""));
    });
  return { run, file, asAnna: (...words) => run([...words, "--as", "Anna"], [testPassphrase]) };
}

/** A folder that is gone when the test has ended. */
export async function emptyFolder(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "rackside-cli-"));
  onTestFinished(() => removeDirectory(directory));
  return directory;
}

/** A profile in which Anna is an administrator. */
export async function profileFolder(): Promise<string> {
  const directory = await emptyFolder();
  await enrol(directory, "Anna");
  return directory;
}
