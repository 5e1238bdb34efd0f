import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { onTestFinished } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface Child {
  /** The next message, in the order in which they were sent. */
  next(): Promise<unknown>;
  send(message: string): void;
  /** SIGKILL, and waits until the process is gone. */
  kill(): Promise<void>;
}

/** Bundles a program of the tests the way the program itself is bundled; answers the file. */
export async function buildChildProgram(source: URL): Promise<{ readonly file: string; remove(): Promise<void> }> {
  // Below the checkout, so that the native driver is found in node_modules.
  const directory = await mkdtemp(join(root, "node_modules", ".child-program-"));
  await build({
    configFile: false,
    root,
    logLevel: "error",
    build: {
      ssr: fileURLToPath(source),
      outDir: directory,
      rolldownOptions: {
        external: ["knex", "sqlite3"],
        output: { format: "cjs", entryFileNames: "child-program.cjs" },
      },
    },
  });
  return { file: join(directory, "child-program.cjs"), remove: () => rm(directory, { recursive: true }) };
}

/** Starts it as a process of its own, killed at the latest when the test has ended. */
export function startChild(file: string, task: "hold" | "write", directory: string): Child {
  const process = fork(file, [task, directory], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const messages = messagesOf(process);
  const exited = once(process, "exit");
  const kill = async (): Promise<void> => {
    process.kill("SIGKILL");
    await exited;
  };
  onTestFinished(kill);
  return { next: messages, send: (message) => void process.send(message), kill };
}

function messagesOf(process: ChildProcess): () => Promise<unknown> {
  const received: unknown[] = [];
  const waiting: ((message: unknown) => void)[] = [];
  process.on("message", (message) => {
    const taker = waiting.shift();
    if (taker) taker(message);
    else received.push(message);
  });
  return () =>
    received.length > 0 ? Promise.resolve(received.shift()) : new Promise((resolve) => waiting.push(resolve));
}
