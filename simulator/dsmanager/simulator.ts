import { hostPanel, type HostOptions, type PanelHost } from "../foundation/panel-host";
import { createStateFile, loadSite } from "../foundation/state-file";
import type { DialectName } from "./dialect";
import { dialectOf } from "./dialects";
import { createDsmanagerPanel } from "./panel";
import { createDsmanagerScript, createScriptBook, type DsmanagerScript } from "./script";
import { createDsmanagerSessions } from "./sessions";
import type { DsmanagerSite } from "./site-document";
import { createSmallDsmanagerSite } from "./small-site";
import { passTime } from "./works";
import { createDsmanagerWorld, defaultDsmanagerTimings, type DsmanagerEffect, type DsmanagerTimings } from "./world";

export interface DsmanagerOptions extends HostOptions {
  /** `dsmanager` (generation 4) when left out. */
  readonly dialect?: DialectName;
  /** The small site when left out; changed in place. */
  readonly site?: DsmanagerSite;
  /** Read instead of `site` when it exists, and kept up to date. */
  readonly stateFile?: string;
  readonly timings?: Partial<DsmanagerTimings>;
  readonly adminUser?: string;
  readonly adminPassword?: string;
  readonly now?: () => number;
}

export interface DsmanagerSimulator extends PanelHost {
  /** The live state; look, or change it as if somebody had at the panel, asking for it anew each time. */
  readonly site: DsmanagerSite;
  readonly effects: readonly DsmanagerEffect[];
  readonly script: DsmanagerScript;
  stop(): Promise<void>;
}

export const defaultDsmanagerAdmin = { user: "admin", password: "s3cret" } as const;

/** Starts a simulated DSmanager, or a DCImanager 5, on 127.0.0.1. */
export async function startDsmanagerSimulator(options: DsmanagerOptions = {}): Promise<DsmanagerSimulator> {
  const kept = options.stateFile === undefined ? null : await loadSite<DsmanagerSite>(options.stateFile, "dsmanager-1");
  const site = kept ?? options.site ?? createSmallDsmanagerSite();
  setAdmin(
    site,
    options.adminUser ?? defaultDsmanagerAdmin.user,
    options.adminPassword ?? defaultDsmanagerAdmin.password,
  );
  const stateFile = options.stateFile === undefined ? null : createStateFile(options.stateFile, () => world.site);
  const world = createDsmanagerWorld({
    site,
    dialect: dialectOf(options.dialect ?? "dsmanager"),
    timings: { ...defaultDsmanagerTimings, ...options.timings },
    now: options.now ?? Date.now,
    onChange: () => stateFile?.touch(),
  });
  const sessions = createDsmanagerSessions(world);
  const book = createScriptBook();
  const host = await hostPanel(createDsmanagerPanel(world, sessions, book), options);
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
    script: createDsmanagerScript(world, sessions, book),
    stop: async () => {
      await host.goDown();
      await stateFile?.flush();
    },
  };
}

/** The first administrator of the site takes the given account. */
function setAdmin(site: DsmanagerSite, name: string, password: string): void {
  const admin = site.users.find(({ level }) => level >= 29);
  if (admin === undefined) throw new Error(`Site ${site.name} has no administrator`);
  admin.name = name;
  admin.password = password;
}
