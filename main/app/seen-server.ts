import type { Module } from "../contract/shapes/module";
import type { ServerFacts } from "../contract/shapes/panel";
import { hasPanel } from "../domain/plan";
import { modulesOfSamePanel } from "../domain/same-panel";
import { RemoteFailure } from "../ports/failure";
import type { MirrorServer } from "../ports/mirror-store";
import type { App } from "./app";

/** A server that was read so recently need not be asked about again. */
const justReadMs = 5_000;
/** How long a person waits for a panel before the copy is shown. */
const patienceMs = 1_500;

/** What is known of a server; `facts` null while nobody has told anything. */
export interface SeenServer {
  readonly facts: ServerFacts | null;
  readonly takenAt: number | null;
  readonly isLive: boolean;
  /** Why it is not live, empty otherwise. */
  readonly reason: string;
}

/** A server as its panel shows it, where that can be had at once, and else as its copy has it. */
export async function seeServer(app: App, module: Module, serverId: number): Promise<SeenServer> {
  if (!hasPanel(module)) return notSeen(`${module.name} is set up by hand and has no panel`);
  const copy = await findCopy(app, module, serverId);
  const isReachable = app.courier.isReachable(module.id);
  if (copy && isReachable && app.clock.now() - copy.takenAt < justReadMs) return seen(copy, "");
  const asked = isReachable ? await askQuickly(app, module, serverId) : `${module.name} is out of reach`;
  if (typeof asked !== "string") return { facts: asked, takenAt: app.clock.now(), isLive: true, reason: "" };
  return copy ? seen(copy, asked) : notSeen(asked);
}

function seen({ facts, takenAt }: MirrorServer, reason: string): SeenServer {
  return { facts, takenAt, isLive: reason === "", reason };
}

function notSeen(reason: string): SeenServer {
  return { facts: null, takenAt: null, isLive: false, reason };
}

/** The newest copy, through any module of the same panel. */
async function findCopy(app: App, module: Module, serverId: number): Promise<MirrorServer | undefined> {
  const copies = await app.store.read(async ({ modules, mirror }) => {
    const panel = modulesOfSamePanel(await modules.list(), module);
    return Promise.all(panel.map(({ id }) => mirror.find(id, serverId)));
  });
  return copies.filter((copy) => copy !== undefined).sort((left, right) => right.takenAt - left.takenAt)[0];
}

/** The facts, or why they could not be had. */
async function askQuickly(app: App, module: Module, serverId: number): Promise<ServerFacts | string> {
  let callOff: () => void = () => undefined;
  const late = new Promise<string>((resolve) => {
    callOff = app.clock.schedule(patienceMs, () => {
      resolve(`${module.name} has not answered yet`);
    });
  });
  try {
    return await Promise.race([ask(app, module, serverId), late]);
  } finally {
    callOff();
  }
}

async function ask(app: App, module: Module, serverId: number): Promise<ServerFacts | string> {
  try {
    const facts = await (await app.gateway(module)).getServer(serverId);
    app.courier.observeOutcome(module.id, null);
    return facts;
  } catch (error) {
    if (!(error instanceof RemoteFailure)) throw error;
    app.courier.observeOutcome(module.id, error);
    return error.message;
  }
}
