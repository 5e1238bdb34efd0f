import { spawn } from "node:child_process";
import { once } from "node:events";
import { fetch } from "undici";
import { delay, until } from "../delay";
import { connectPage } from "./page";
import type { Page } from "./page";

/** What to start: an Electron, and the program that it runs. */
export interface Launch {
  readonly executable: string;
  readonly arguments: readonly string[];
  /** Name of the display; empty where the desktop's own is used. */
  readonly display: string;
}

export interface Program {
  readonly pid: number;
  /** Milliseconds since the epoch, taken before the process began. */
  readonly startedAt: number;
  /** The page whose address begins so, as soon as there is one. */
  page(prefix: string): Promise<Page>;
  /** Ends it as an operating system does that shuts down. */
  stop(): Promise<void>;
}

interface Target {
  readonly type: string;
  readonly url: string;
  readonly webSocketDebuggerUrl: string;
}

const startLimitMs = 60_000;

/** Starts a program with a debugging port that the system chooses. */
export async function startProgram(launch: Launch, more: readonly string[] = []): Promise<Program> {
  const startedAt = Date.now();
  const child = spawn(launch.executable, [...launch.arguments, "--remote-debugging-port=0", ...more], {
    stdio: ["ignore", "ignore", "pipe"],
    env: environment(launch.display),
  });
  const gone = once(child, "exit");
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  const port = await until(startLimitMs, () => /DevTools listening on ws:\/\/[^:]+:(\d+)/u.exec(said)?.[1]);
  const findTarget = async (prefix: string): Promise<Target | undefined> => {
    const answer = await fetch(`http://127.0.0.1:${port}/json/list`);
    const targets = (await answer.json()) as readonly Target[];
    return targets.find(({ type, url }) => type === "page" && url.startsWith(prefix));
  };
  return {
    pid: child.pid ?? 0,
    startedAt,
    page: async (prefix) => connectPage((await until(startLimitMs, () => findTarget(prefix))).webSocketDebuggerUrl),
    async stop() {
      child.kill("SIGTERM");
      const isGone = await Promise.race([gone.then(() => true), delay(15_000).then(() => false)]);
      if (!isGone) child.kill("SIGKILL");
      await gone;
    },
  };
}

function environment(display: string): NodeJS.ProcessEnv {
  const { ELECTRON_RUN_AS_NODE: _, ...own } = process.env;
  return display === "" ? own : { ...own, DISPLAY: display };
}
