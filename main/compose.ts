import type { CallName } from "./contract/calls";
import type { ConsoleEvent } from "./contract/events";
import type { Result } from "./contract/faults";
import type { Link, Module } from "./contract/shapes/module";
import type { ServerFacts } from "./contract/shapes/panel";
import type { App } from "./app/app";
import { explainRefusal } from "./app/access";
import { createConfigurationWatch } from "./app/configuration-watch";
import { handlers } from "./app/handlers";
import { createJournalledStore } from "./app/journalled-store";
import { createKeptDrafts } from "./app/kept-drafts";
import { nextModule } from "./app/next-module";
import { automaticPerformer } from "./app/open-task";
import { createSession } from "./app/session";
import type { SignedIn } from "./app/session";
import { notAllowed, notFound } from "./app/app";
import { createCourier } from "./courier/courier";
import type { DrainReport } from "./courier/courier";
import { findRack } from "./domain/card";
import { createDispatch } from "./dispatch";
import type { AnyHandler } from "./dispatch";
import { RemoteFailure } from "./ports/failure";
import type { PanelConnector, PanelGateway } from "./ports/gateway";
import type { LabelLibrary, LabelPress } from "./ports/label";
import type { PrintDocuments, PrinterConnector } from "./ports/printer";
import type { RackDraughtsman } from "./ports/rack-drawing";
import { createMirror } from "./mirror/mirror";
import { createPrintQueue } from "./printing/print-queue";
import type { Backups } from "./ports/backups";
import type { Clock, Host, Log, MakeId, SecretHasher, SecretVault } from "./ports/host";
import { VaultLocked } from "./ports/host";
import type { Store } from "./ports/store";

export interface ConsoleParts {
  readonly store: Store;
  readonly backups: Backups;
  readonly panels: PanelConnector;
  readonly vault: SecretVault;
  readonly clock: Clock;
  readonly makeId: MakeId;
  readonly log: Log;
  readonly host: Host;
  readonly hasher: SecretHasher;
  /** Whom the host vouches for, signed in from the start; null: somebody has to sign in. */
  readonly operator: SignedIn | null;
  readonly press: LabelPress;
  readonly labelLibrary: LabelLibrary;
  readonly draughtsman: RackDraughtsman;
  readonly printers: PrinterConnector;
  readonly printDocuments: PrintDocuments;
  /** Calls that the host answers itself, with input already parsed. */
  readonly hostCalls?: Readonly<Partial<Record<CallName, AnyHandler>>>;
}

/** `unprinted`: print jobs that have not ended, unsure ones included. */
type Drained = DrainReport & { readonly unprinted: number };

/** The running program, whatever surrounds it. */
export interface Console {
  /** Never rejects: an expected refusal is a fault inside the Result. */
  dispatch(name: string, input: unknown): Promise<Result<unknown>>;
  /** Answers the function that ends the subscription. */
  subscribe(listener: (event: ConsoleEvent) => void): () => void;
  /** Signs in whom the host vouches for, without a secret; null: nobody. No call reaches this. */
  vouchFor(operator: SignedIn | null): void;
  /** Who is signed in, so that a host can vouch for them again after it has opened the profile anew; null while the console is locked. */
  signedIn(): SignedIn | null;
  /** The store's report says something that no call has caused. */
  tellOfStore(): void;
  /** How the panels can be reached and what waits for them, also while nobody is signed in: for the host's own questions. */
  links(): Promise<readonly Link[]>;
  /** Begins to send and print what waits and to watch the links. */
  start(): Promise<void>;
  /** The machine woke up or the network changed. */
  wake(): void;
  /** Sends and prints what can go out now and reports. */
  drain(): Promise<Drained>;
  /** Ends sending in order and closes the store. */
  stop(): Promise<void>;
}

/** Puts the program together from its ports. The only place where use cases, courier and ports meet. */
export function composeConsole(parts: ConsoleParts): Console {
  const { vault, clock, makeId, log } = parts;
  const session = createSession(clock.now(), parts.operator, () => {
    publish({ name: "session.changed" });
  });
  const store = createJournalledStore({
    store: parts.store,
    clock,
    makeId,
    place: { workstation: parts.host.workstation, via: parts.host.kind },
    operator: () => session.operator || automaticPerformer,
  });
  const listeners = new Set<(event: ConsoleEvent) => void>();
  const gateways = createGatewayCache(parts, (module, facts) => {
    mirror.notice(module, facts);
  });

  const publish = (event: ConsoleEvent): void => {
    for (const listener of listeners) listener(event);
    if (event.name === "records.changed" && event.changes.some((one) => one.entity === "module")) courier.wake();
  };
  const findModule = async (moduleId: string): Promise<Module> => {
    const module = await store.read((repositories) => repositories.modules.find(moduleId));
    if (!module) throw notFound("module", moduleId);
    return module;
  };
  const courier = createCourier({
    store,
    clock,
    makeId,
    log,
    publish,
    openSecret: (sealed) => vault.open(sealed),
    moduleOf: findModule,
    gatewayOf: async (moduleId) => gateways(await findModule(moduleId)),
    nextModuleFor: (service) => nextModule(app, service),
    serverIdOf: async (action) => {
      if (action.serverId !== null || action.serviceId === null) return action.serverId;
      const { serviceId } = action;
      return (await store.read((repositories) => repositories.services.find(serviceId)))?.serverId ?? null;
    },
    placeOf: async (action, gateway) => {
      const { serviceId } = action;
      const card =
        serviceId === null ? undefined : await store.read((repositories) => repositories.cards.find(serviceId));
      const [module, racks, locations, pools] = await Promise.all([
        findModule(action.moduleId),
        gateway.listRacks(),
        gateway.listLocations(),
        gateway.listPools(),
      ]);
      return {
        rack: card ? findRack(racks, card.rack, module.locationId) : undefined,
        locationId: module.locationId,
        locations,
        pools,
      };
    },
  });
  const mirror = createMirror({
    store,
    clock,
    log,
    publish,
    gatewayOf: gateways,
    isReachable: (moduleId) => courier.isReachable(moduleId),
    observeOutcome: (moduleId, error) => {
      courier.observeOutcome(moduleId, error);
    },
  });
  const keptDrafts = createKeptDrafts({ store, clock, log, publish });
  const { press, printers } = parts;
  const printQueue = createPrintQueue({ store, clock, makeId, log, publish, press, printers });
  const app: App = {
    store,
    backups: parts.backups,
    panels: parts.panels,
    vault,
    clock,
    makeId,
    log,
    host: parts.host,
    courier,
    mirror,
    keptDrafts,
    session,
    hasher: parts.hasher,
    press,
    labelLibrary: parts.labelLibrary,
    draughtsman: parts.draughtsman,
    printers,
    printDocuments: parts.printDocuments,
    printQueue,
    gateway: gateways,
    publish,
  };
  const configurationWatch = createConfigurationWatch(app);
  const bound = Object.fromEntries(
    Object.entries(handlers).map(([name, handler]) => [
      name,
      (input: unknown) => (handler as (app: App, input: unknown) => Promise<unknown>)(asOfNow(app), input),
    ]),
  ) as Record<CallName, AnyHandler>;

  return {
    dispatch: createDispatch({
      handlers: { ...bound, ...parts.hostCalls },
      refusal(name) {
        const fault = session.refusal(name);
        return fault && explainRefusal(app, fault);
      },
      makeReference: () => makeId().slice(-8),
      log,
    }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    vouchFor(operator) {
      if (operator === null) session.end();
      else session.begin(operator);
    },
    signedIn: () => (session.isLocked() ? null : session.signedIn()),
    tellOfStore() {
      publish({ name: "records.changed", changes: [{ entity: "console", id: "console" }] });
    },
    links: () => courier.links(),
    async start() {
      await courier.start();
      await printQueue.start();
      configurationWatch.start();
      mirror.start();
    },
    wake() {
      courier.hasten();
      printQueue.wake();
    },
    async drain() {
      const [report] = await Promise.all([courier.drain(), printQueue.drain()]);
      const left = await store.read(({ printJobs }) => printJobs.page(true, { offset: 0, limit: 1 }));
      return { ...report, unprinted: left.total };
    },
    async stop() {
      await configurationWatch.stop();
      await mirror.stop();
      await printQueue.stop();
      await courier.stop();
      await keptDrafts.stop();
      await store.close();
    },
  };
}

/** A call is its operator's to the end, whoever signs in meanwhile. */
function asOfNow(app: App): App {
  const { operator } = app.session;
  return { ...app, session: { ...app.session, operator } };
}

/** One gateway for each state of a module, so that sign-ins are shared and a changed connection starts afresh. */
function createGatewayCache(
  { store, panels, vault }: ConsoleParts,
  noticeServer: (module: Module, facts: ServerFacts) => void,
): (module: Module) => Promise<PanelGateway> {
  const cached = new Map<string, { readonly key: string; readonly gateway: PanelGateway }>();
  return async (module) => {
    const { type, dialect } = module;
    if (type === "manual") throw notAllowed("no-panel", `${module.name} has no panel`);
    const secret = await store.read((repositories) => repositories.modules.getSecret(module.id));
    const key = JSON.stringify([
      type,
      dialect,
      module.url,
      module.username,
      module.certificate?.fingerprint,
      module.routeOverrides,
      secret?.sealedPassword,
    ]);
    const before = cached.get(module.id);
    if (before?.key === key) return before.gateway;
    const connected = panels.connect({
      type,
      dialect,
      system: module.name,
      url: module.url,
      username: module.username,
      password: openPassword(module, vault, secret?.sealedPassword),
      pinnedFingerprint: module.certificate?.fingerprint ?? null,
      routeOverrides: module.routeOverrides,
    });
    const gateway: PanelGateway = {
      ...connected,
      async getServer(serverId) {
        const facts = await connected.getServer(serverId);
        noticeServer(module, facts);
        return facts;
      },
    };
    cached.set(module.id, { key, gateway });
    return gateway;
  };
}

function openPassword(module: Module, vault: SecretVault, sealed: string | undefined): string {
  try {
    return sealed === undefined ? "" : vault.open(sealed);
  } catch (error) {
    if (error instanceof VaultLocked)
      throw new RemoteFailure("unauthenticated", module.name, error.message, { cause: error });
    throw error;
  }
}
