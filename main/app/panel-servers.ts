import type { Service } from "../contract/shapes/service";
import { modulesOfSamePanel } from "../domain/same-panel";
import type { Repositories } from "../ports/store";
import { existing } from "./app";

/** Servers that unclosed services stand on, through any module of the same panel. */
export async function takenServers(repositories: Repositories, moduleId: string): Promise<ReadonlySet<number>> {
  return new Set(await repositories.services.listTakenServers(await panelModuleIds(repositories, moduleId)));
}

/** The unclosed service that stands on a server, through any module of the same panel. */
export async function findHolder(
  repositories: Repositories,
  moduleId: string,
  serverId: number,
): Promise<Service | undefined> {
  for (const id of await panelModuleIds(repositories, moduleId)) {
    const holder = await repositories.services.findByServer(id, serverId);
    if (holder) return holder;
  }
  return undefined;
}

async function panelModuleIds({ modules }: Repositories, moduleId: string): Promise<string[]> {
  const all = await modules.list();
  const module = existing(
    all.find((one) => one.id === moduleId),
    "module",
    moduleId,
  );
  return modulesOfSamePanel(all, module).map((one) => one.id);
}
