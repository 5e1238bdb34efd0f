import type { SiteDocument } from "../site/site-document";
import { createSmallSite } from "../site/small-site";
import { createCertificate, fingerprintOf, type PanelCertificate } from "./certificate";
import { converse, type SeenRequest } from "./conversation";
import { createFaultBook, type FaultRule } from "./faults";
import { startListener } from "./listener";
import { createPanel } from "./panel";
import { passTime } from "./passing-time";
import { createPanelScript, type PanelScript } from "./script";
import { createSessions } from "./sessions";
import { createSleepingServices } from "./sleeping-services";
import { createStateFile, loadSite } from "./state-file";
import { createWorld, defaultTimings, type Effect, type Timings } from "./world";

export interface SimulatorOptions {
  /** 0 or left out: any free port. */
  readonly port?: number;
  readonly host?: "127.0.0.1";
  /** True: a self-signed certificate is made. */
  readonly tls?: boolean | PanelCertificate;
  /** The small site when left out; changed in place. */
  readonly site?: SiteDocument;
  /** Read instead of `site` when it exists, and kept up to date. */
  readonly stateFile?: string;
  readonly timings?: Partial<Timings>;
  /** How many first calls of each service are answered by 503. */
  readonly asleepCalls?: number;
  readonly adminEmail?: string;
  readonly adminPassword?: string;
  readonly now?: () => number;
}

export interface DcimanagerSimulator {
  readonly url: string;
  readonly port: number;
  /** SHA-256, colon-separated upper-case hex; null without TLS. */
  readonly certificateFingerprint: string | null;
  /** The live state; look, or change it as if somebody had at the panel, asking for it anew each time. */
  readonly site: SiteDocument;
  readonly effects: readonly Effect[];
  readonly requests: readonly SeenRequest[];
  readonly faults: { add(rule: FaultRule): void; clear(): void };
  readonly script: PanelScript;
  /** Connections are refused until `comeUp`. */
  goDown(): Promise<void>;
  comeUp(): Promise<void>;
  /** A new self-signed certificate; answers its fingerprint. */
  replaceCertificate(): Promise<string>;
  stop(): Promise<void>;
}

export const defaultAdmin = { email: "dc@example.net", password: "s3cret" } as const;

/** Starts a simulated DCImanager 6 on 127.0.0.1. */
export async function startDcimanagerSimulator(options: SimulatorOptions = {}): Promise<DcimanagerSimulator> {
  const kept = options.stateFile === undefined ? null : await loadSite(options.stateFile);
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
  const faults = createFaultBook();
  const requests: { method: string; path: string; query: string; status: number }[] = [];
  const talk = { panel: createPanel(world, sessions, services), faults, requests };

  let certificate = await chooseCertificate(options.tls ?? false);
  const listener = await startListener(options.port ?? 0, certificate, (incoming, response) => {
    converse(talk, incoming, response).catch((error: unknown) => {
      process.emitWarning(`The simulated panel broke: ${error instanceof Error ? (error.stack ?? "") : String(error)}`);
      response.socket?.destroy();
    });
  });
  return {
    url: `${certificate === null ? "http" : "https"}://127.0.0.1:${String(listener.port)}`,
    port: listener.port,
    get certificateFingerprint() {
      return certificate === null ? null : fingerprintOf(certificate);
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
    requests,
    faults,
    script: createPanelScript(world, sessions, services),
    goDown: () => listener.close(),
    comeUp: () => listener.open(),
    replaceCertificate: async () => {
      certificate = await createCertificate();
      listener.useCertificate(certificate);
      return fingerprintOf(certificate);
    },
    stop: async () => {
      await listener.close();
      await stateFile?.flush();
    },
  };
}

async function chooseCertificate(tls: boolean | PanelCertificate): Promise<PanelCertificate | null> {
  if (tls === false) return null;
  return tls === true ? createCertificate() : tls;
}

/** The first administrator of the site takes the given account. */
function setAdmin(site: SiteDocument, email: string, password: string): void {
  const admin = site.users.find(({ role }) => role === "@admin");
  if (admin === undefined) throw new Error(`Site ${site.name} has no administrator`);
  admin.email = email;
  admin.password = password;
}
