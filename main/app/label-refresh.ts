import type { LabelSubject } from "../contract/shapes/label";
import type { Module } from "../contract/shapes/module";
import type { ServerFacts } from "../contract/shapes/panel";
import { hasPanel } from "../domain/plan";
import { RemoteFailure } from "../ports/failure";
import type { PanelGateway } from "../ports/gateway";
import type { Repositories } from "../ports/store";
import type { App } from "./app";
import { observe } from "./panel-access";

/** Up to so many things of a panel are asked for one by one; more servers are read from its list, and of other things the last reading counts. */
const askedOneByOne = 25;
const serverPage = 1_000;

interface Wanted {
  readonly module: Module;
  readonly servers: Set<number>;
  /** Other subjects of `observe`, with what asks for them. */
  readonly others: Map<string, (gateway: PanelGateway) => Promise<unknown>>;
}

/** Asks the panels about things that are to be labelled and keeps the answers. A panel that cannot be asked is no obstacle: what it last said counts. */
export async function refreshFacts(app: App, subjects: readonly LabelSubject[]): Promise<void> {
  const wanted = await app.store.read((repositories) => sortByPanel(repositories, subjects));
  await Promise.all(
    wanted
      .filter(({ module }) => app.courier.isReachable(module.id))
      .map((one) =>
        refreshPanel(app, one).catch((error: unknown) => {
          if (!(error instanceof RemoteFailure)) throw error;
          app.courier.observeOutcome(one.module.id, error);
        }),
      ),
  );
}

async function sortByPanel(repositories: Repositories, subjects: readonly LabelSubject[]): Promise<readonly Wanted[]> {
  const modules = new Map((await repositories.modules.list()).map((module) => [module.id, module]));
  const wanted = new Map<string, Wanted>();
  const of = (moduleId: string): Wanted | undefined => {
    const module = modules.get(moduleId);
    if (!module || !hasPanel(module)) return undefined;
    const known = wanted.get(moduleId) ?? { module, servers: new Set<number>(), others: new Map<string, never>() };
    wanted.set(moduleId, known);
    return known;
  };
  for (const subject of subjects) {
    switch (subject.kind) {
      case "text":
        break;
      case "service": {
        const service = await repositories.services.find(subject.serviceId);
        if (service && service.serverId !== null) of(service.moduleId)?.servers.add(service.serverId);
        break;
      }
      case "server":
      case "cable":
        of(subject.moduleId)?.servers.add(subject.serverId);
        break;
      case "rack": {
        const { rackId } = subject;
        of(subject.moduleId)?.others.set(`rack ${String(rackId)}`, (gateway) => gateway.getRack(rackId));
        break;
      }
      case "switch-port": {
        const { switchId } = subject;
        of(subject.moduleId)?.others.set(`switch ${String(switchId)}`, (gateway) => gateway.listSwitchPorts(switchId));
        break;
      }
      case "pdu-port": {
        const { pduId } = subject;
        of(subject.moduleId)?.others.set(`pdu ${String(pduId)}`, (gateway) => gateway.listPduPorts(pduId));
        break;
      }
    }
  }
  return [...wanted.values()];
}

async function refreshPanel(app: App, { module, servers, others }: Wanted): Promise<void> {
  if (servers.size > askedOneByOne) await refreshFromList(app, module, servers);
  const single = [...(servers.size > askedOneByOne ? [] : servers)].map(
    (id) => [`server ${String(id)}`, (gateway: PanelGateway) => gateway.getServer(id)] as const,
  );
  const asked = [...single, ...(others.size > askedOneByOne ? [] : others)];
  for (const [subject, ask] of asked) {
    try {
      await observe(app, module, subject, ask);
    } catch (error) {
      // A thing that the panel refuses to tell of says nothing about the next one.
      if (!(error instanceof RemoteFailure) || error.kind !== "refused") throw error;
    }
  }
}

/** A list tells less than a single answer, so of a server that was read before only what a label tells is renewed. */
async function refreshFromList(app: App, module: Module, servers: ReadonlySet<number>): Promise<void> {
  const gateway = await app.gateway(module);
  for (let offset = 0, total = Infinity; offset < total;) {
    const page = await gateway.listServers({ offset, limit: serverPage, search: "", locationId: module.locationId });
    const takenAt = app.clock.now();
    await app.store.write(async ({ observations }) => {
      for (const row of page.rows.filter(({ serverId }) => servers.has(serverId))) {
        const subject = `server ${String(row.serverId)}`;
        const known = await observations.find(module.id, subject);
        // Written by `observe` under the same subject.
        const facts = known ? { ...(JSON.parse(known.body) as ServerFacts), ...labelFacts(row) } : row;
        await observations.put(module.id, subject, JSON.stringify(facts), known?.takenAt ?? takenAt);
      }
    });
    if (page.rows.length === 0) break;
    offset += page.rows.length;
    total = page.total;
  }
}

function labelFacts({ name, serial, rackId, rackName, units }: ServerFacts): Partial<ServerFacts> {
  return { name, rackId, rackName, units, ...(serial !== "" && { serial }) };
}
