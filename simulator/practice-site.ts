import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { startDcimanagerSimulator, type DcimanagerSimulator } from "./dcimanager6/simulator";
import { createPracticeSites } from "./site/practice-sites";
import type { BuiltSite } from "./site/site-builder";

/** One simulated panel of the practice site, with what is needed to sign in to it. */
export interface PracticePanel {
  readonly name: string;
  readonly url: string;
  readonly username: string;
  readonly password: string;
  readonly locationId: number;
  /** Ownerless servers that stand ready to be linked to cards. */
  readonly serversForCards: readonly number[];
}

export interface PracticeSite {
  readonly panels: readonly [PracticePanel, PracticePanel];
  stop(): Promise<void>;
}

const password = "practice";

/** Long enough that progress is seen, short enough to learn by. */
const timings = { allocateMs: 1500, releaseMs: 1000, powerMs: 2000, portMs: 500, installMs: 20_000, pduPollMs: 5000 };

/** Starts both panels on 127.0.0.1; their state, and their ports while these are free, are kept in `directory`. */
export async function startPracticeSite({ directory }: { readonly directory: string }): Promise<PracticeSite> {
  await mkdir(directory, { recursive: true });
  const [riga, yekaterinburg] = createPracticeSites();
  const first = await startPanel(directory, "riga-1", riga);
  const second = await startPanel(directory, "yekaterinburg-2", yekaterinburg);
  return {
    panels: [first.panel, second.panel],
    stop: async () => {
      await Promise.all([first.simulator.stop(), second.simulator.stop()]);
    },
  };
}

async function startPanel(
  directory: string,
  fileName: string,
  { site, serversForCards }: BuiltSite,
): Promise<{ readonly simulator: DcimanagerSimulator; readonly panel: PracticePanel }> {
  const username = `dc@${fileName}.example`;
  const portFile = join(directory, `${fileName}.port`);
  const start = (port: number): Promise<DcimanagerSimulator> =>
    startDcimanagerSimulator({
      port,
      site,
      stateFile: join(directory, `${fileName}.json`),
      timings,
      asleepCalls: 1,
      adminEmail: username,
      adminPassword: password,
    });
  const simulator = await startOnKeptPort(await readPort(portFile), start);
  await writeFile(portFile, String(simulator.port));
  const locationId = site.locations[0]?.id ?? 0;
  const panel = { name: site.name, url: simulator.url, username, password, locationId, serversForCards };
  return { simulator, panel };
}

/** The console remembers a panel by its address, so the port of the last time is tried first. */
async function startOnKeptPort(
  port: number,
  start: (port: number) => Promise<DcimanagerSimulator>,
): Promise<DcimanagerSimulator> {
  try {
    return await start(port);
  } catch (error) {
    if (port !== 0 && error instanceof Error && "code" in error && error.code === "EADDRINUSE") return start(0);
    throw error;
  }
}

async function readPort(path: string): Promise<number> {
  try {
    const port = Number(await readFile(path, "utf8"));
    return Number.isInteger(port) && port > 0 && port < 65_536 ? port : 0;
  } catch {
    return 0;
  }
}
