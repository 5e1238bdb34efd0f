import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { _electron } from "playwright-core";
import type { ElectronApplication, Page } from "playwright-core";
import { inject, onTestFinished } from "vitest";
import { beginWork } from "./people";

declare module "vitest" {
  interface ProvidedContext {
    readonly electron: {
      readonly executable: string;
      readonly arguments: readonly string[];
      /** Name of the virtual display; empty where the desktop's own is used. */
      readonly display: string;
    };
  }
}

interface LaunchOptions {
  /** Folder of profiles and preferences; give the one of a console before to start again on it. */
  readonly root?: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Leaves the window at its gate: the test itself sets up or signs in. */
  readonly isAtGate?: boolean;
}

/** A running console: the real program in real Electron. */
export interface RunningConsole {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly root: string;
  /** Ends the program as a power cut would, without a chance to tidy up. */
  kill(): Promise<void>;
  /** Closes the window as an operator would and waits until the program is gone. */
  close(): Promise<void>;
}

/**
 * Starts the console on a folder of its own, with its administrator signed in; what still runs at the end of the test is killed, the folder removed.
 */
export async function launchConsole(options: LaunchOptions = {}): Promise<RunningConsole> {
  const electron = inject("electron");
  const root = options.root ?? (await makeRoot());
  const app = await _electron.launch({
    executablePath: electron.executable,
    args: [...electron.arguments, `--profile-root=${root}`, ...(options.args ?? [])],
    env: {
      ...inheritedEnvironment(),
      ...(electron.display === "" ? {} : { DISPLAY: electron.display }),
      ...options.env,
    },
  });
  const child = app.process();
  const gone = new Promise<void>((resolve) =>
    child.once("exit", () => {
      resolve();
    }),
  );
  const kill = async (): Promise<void> => {
    child.kill("SIGKILL");
    await gone;
  };
  onTestFinished(async () => {
    if (child.exitCode === null && child.signalCode === null) await kill();
  });
  const page = await app.firstWindow();
  if (options.isAtGate !== true) await beginWork(page);
  return {
    app,
    page,
    root,
    kill,
    close: async () => {
      await app.close();
      await gone;
    },
  };
}

async function makeRoot(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "rackside-e2e-"));
  onTestFinished(() => rm(root, { recursive: true, force: true, maxRetries: 5 }));
  return root;
}

function inheritedEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(entries.filter(([name]) => name !== "ELECTRON_RUN_AS_NODE"));
}
