import type { Module } from "../contract/shapes/module";
import type { Service } from "../contract/shapes/service";
import { hasPanel } from "../domain/plan";
import { RemoteFailure } from "../ports/failure";
import type { Repositories } from "../ports/store";
import type { App } from "./app";
import { invalidInput } from "./app";
import { observe } from "./panel-access";
import { findHolder } from "./panel-servers";

/** What speaks against tying a service to a server, in words: another service stands on it, or the panel does not know it. */
export async function checkServer(
  app: App,
  module: Module,
  service: Service,
  serverId: number,
): Promise<string | undefined> {
  const held = await app.store.read((repositories) => whoHolds(repositories, service, serverId));
  if (held !== undefined || !hasPanel(module)) return held;
  try {
    await observe(app, module, `server ${String(serverId)}`, (gateway) => gateway.getServer(serverId));
    return undefined;
  } catch (error) {
    if (!(error instanceof RemoteFailure)) throw error;
    // Out of reach and never seen: the id is taken as it is, and the steps find out when the panel is back.
    return error.isMissing ? `${module.name} has no server ${String(serverId)}` : undefined;
  }
}

/** Refuses, inside the transaction that ties it, a server that another service stands on. */
export async function requireFreeServer(
  repositories: Repositories,
  service: Service,
  serverId: number,
  path: string,
): Promise<void> {
  const message = await whoHolds(repositories, service, serverId);
  if (message !== undefined) throw invalidInput([{ path, message }]);
}

async function whoHolds(
  repositories: Repositories,
  service: Pick<Service, "id" | "moduleId">,
  serverId: number,
): Promise<string | undefined> {
  const holder = await findHolder(repositories, service.moduleId, serverId);
  if (!holder || holder.id === service.id) return undefined;
  return `Server ${String(serverId)} belongs to service C-${String(holder.number)}`;
}
