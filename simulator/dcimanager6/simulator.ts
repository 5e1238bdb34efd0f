import { hostPanel, type HostOptions, type PanelHost } from "../foundation/panel-host";
import { createStateFile, loadSite } from "../foundation/state-file";
import type { SiteDocument } from "../site/site-document";
import { createSmallSite } from "../site/small-site";
import { createPanel } from "./panel";
import { passTime } from "./passing-time";
import { createPanelScript, type PanelScript } from "./script";
import { createRouteTable } from "./router";
import { panelRoutes } from "./routes";
import { createSessions } from "./sessions";
import { createSleepingServices } from "./sleeping-services";
import { createWorld, defaultTimings, type Effect, type Timings } from "./world";

export interface SimulatorOptions extends HostOptions {
  /** The small site when left out; changed in place. */
  readonly site?: SiteDocument;
  /** Read instead of `site` when it exists, and kept up to date. */
  readonly stateFile?: string;
  readonly timings?: Partial<Timings>;
  /** How many first calls of each service are answered by 503. */
  readonly asleepCalls?: number;
  /** False: the panel does not describe its own interface below `/swagger/`. */
  readonly publishesSwagger?: boolean;
  readonly adminEmail?: string;
  readonly adminPassword?: string;
  readonly now?: () => number;
}

export interface DcimanagerSimulator extends PanelHost {
  /** The live state; look, or change it as if somebody had at the panel, asking for it anew each time. */
  readonly site: SiteDocument;
  readonly effects: readonly Effect[];
  readonly script: PanelScript;
  stop(): Promise<void>;
}

export const defaultAdmin = { email: "dc@example.net", password: "s3cret" } as const;

/** Starts a simulated DCImanager 6 on 127.0.0.1. */
export async function startDcimanagerSimulator(options: SimulatorOptions = {}): Promise<DcimanagerSimulator> {
  const kept = options.stateFile === undefined ? null : await loadSite<SiteDocument>(options.stateFile, 1);
  const site = kept ?? options.site ?? createSmallSite();
  setAdmin(site, options.adminEmail ?? defaultAdmin.email, options.adminPassword ?? defaultAdmin.password);
  const stateFile = options.stateFile === undefined ? null : createStateFile(options.stateFile, () => world.site);
  const world = createWorld({
    site,
    timings: { ...defaultTimings, ...options.timings },
    now: options.now ?? Date.now,
    onChange: () => stateFile?.touch(),
  });
  if (site.pdusPolledAt === 0) site.pdusPolledAt = world.now();
  const sessions = createSessions(world);
  const services = createSleepingServices(options.asleepCalls ?? 0);
  const table = createRouteTable(panelRoutes);
  const publishesSwagger = options.publishesSwagger ?? true;
  const host = await hostPanel(createPanel({ world, sessions, services, table, publishesSwagger }), options);
  return {
    ...host,
    get certificateFingerprint() {
      return host.certificateFingerprint;
    },
    get site() {
      passTime(world);
      // The caller may change what it gets, so the look-ups over it are no longer to be relied on.
      world.changed();
      return world.site;
    },
    get effects() {
      passTime(world);
      return world.effects;
    },
    script: createPanelScript(world, sessions, services, table),
    stop: async () => {
      await host.goDown();
      await stateFile?.flush();
    },
  };
}

/** The first administrator of the site takes the given account. */
function setAdmin(site: SiteDocument, email: string, password: string): void {
  const admin = site.users.find(({ role }) => role === "@admin");
  if (admin === undefined) throw new Error(`Site ${site.name} has no administrator`);
  admin.email = email;
  admin.password = password;
}
