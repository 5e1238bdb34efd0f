import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { startDcimanagerSimulator, type DcimanagerSimulator } from "./dcimanager6/simulator";
import type { DialectName } from "./dsmanager/dialect";
import { createPracticeDsmanagerSite } from "./dsmanager/generated-sites";
import { startDsmanagerSimulator, type DsmanagerSimulator } from "./dsmanager/simulator";
import { startPracticePrinters } from "./practice-printers";
import type { PracticePrinter } from "./practice-printers";
import { createPracticeSites } from "./site/practice-sites";
import type { BuiltSite } from "./site/site-builder";

/** One simulated panel of the practice site, with what is needed to sign in to it. */
type PracticePanel = PracticeColocationPanel | PracticeDsmanagerPanel;

export interface PracticeColocationPanel extends PracticeAccount {
  readonly type: "dcimanager6-colocation";
  readonly locationId: number;
  /** Ownerless servers that stand ready to be linked to cards. */
  readonly serversForCards: readonly number[];
}

export interface PracticeDsmanagerPanel extends PracticeAccount {
  readonly type: "dsmanager";
  readonly dialect: DialectName;
  /** Ownerless colocation servers that stand ready to be linked to cards. */
  readonly serversForCards: readonly number[];
}

interface PracticeAccount {
  readonly name: string;
  readonly url: string;
  readonly username: string;
  readonly password: string;
}

export interface PracticeSite {
  readonly panels: readonly [PracticeColocationPanel, PracticeColocationPanel];
  readonly dsmanager: PracticeDsmanagerPanel;
  readonly printers: readonly PracticePrinter[];
  stop(): Promise<void>;
}

const password = "practice";

/** Long enough that progress is seen, short enough to learn by. */
const timings = { allocateMs: 1500, releaseMs: 1000, powerMs: 2000, portMs: 500, installMs: 20_000, pduPollMs: 5000 };

/** Starts the panels and two label printers on 127.0.0.1; their state, and their ports while these are free, are kept in `directory`. */
export async function startPracticeSite({ directory }: { readonly directory: string }): Promise<PracticeSite> {
  await mkdir(directory, { recursive: true });
  const [riga, yekaterinburg] = createPracticeSites();
  const first = await startColocationPanel(directory, "riga-1", riga);
  const second = await startColocationPanel(directory, "yekaterinburg-2", yekaterinburg);
  const third = await startDsmanagerPanel(directory, "tallinn-3");
  const labels = await startPracticePrinters(join(directory, "printed"), (fileName, start) =>
    startOnKeptPort(directory, fileName, start),
  );
  return {
    panels: [first.panel, second.panel],
    dsmanager: third.panel,
    printers: labels.printers,
    stop: async () => {
      await Promise.all([...[first, second, third].map(({ simulator }) => simulator.stop()), labels.stop()]);
    },
  };
}

interface Started<Simulator, Panel extends PracticePanel> {
  readonly simulator: Simulator;
  readonly panel: Panel;
}

async function startColocationPanel(
  directory: string,
  fileName: string,
  { site, serversForCards }: BuiltSite,
): Promise<Started<DcimanagerSimulator, PracticeColocationPanel>> {
  const username = `dc@${fileName}.example`;
  const simulator = await startOnKeptPort(directory, fileName, (port) =>
    startDcimanagerSimulator({
      port,
      site,
      stateFile: join(directory, `${fileName}.json`),
      timings,
      asleepCalls: 1,
      adminEmail: username,
      adminPassword: password,
    }),
  );
  const locationId = site.locations[0]?.id ?? 0;
  const account = { name: site.name, url: simulator.url, username, password };
  return { simulator, panel: { type: "dcimanager6-colocation", ...account, locationId, serversForCards } };
}

async function startDsmanagerPanel(
  directory: string,
  fileName: string,
): Promise<Started<DsmanagerSimulator, PracticeDsmanagerPanel>> {
  const { site, serversForCards } = createPracticeDsmanagerSite();
  const username = "admin";
  const dialect = "dsmanager";
  const simulator = await startOnKeptPort(directory, fileName, (port) =>
    startDsmanagerSimulator({
      port,
      site,
      dialect,
      stateFile: join(directory, `${fileName}.json`),
      timings,
      adminUser: username,
      adminPassword: password,
    }),
  );
  const account = { name: site.name, url: simulator.url, username, password };
  return { simulator, panel: { type: "dsmanager", dialect, ...account, serversForCards } };
}

/** The console remembers a panel by its address, so the port of the last time is tried first. */
async function startOnKeptPort<Simulator extends { readonly port: number }>(
  directory: string,
  fileName: string,
  start: (port: number) => Promise<Simulator>,
): Promise<Simulator> {
  const portFile = join(directory, `${fileName}.port`);
  const keptPort = await readPort(portFile);
  const simulator = await start(keptPort).catch((error: unknown) => {
    if (keptPort !== 0 && error instanceof Error && "code" in error && error.code === "EADDRINUSE") return start(0);
    throw error;
  });
  await writeFile(portFile, String(simulator.port));
  return simulator;
}

async function readPort(path: string): Promise<number> {
  try {
    const port = Number(await readFile(path, "utf8"));
    return Number.isInteger(port) && port > 0 && port < 65_536 ? port : 0;
  } catch {
    return 0;
  }
}
