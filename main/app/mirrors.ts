import type { ParsedInput } from "../contract/calls";
import type { Mirror } from "../contract/shapes/mirror";
import type { Module } from "../contract/shapes/module";
import { hasPanel } from "../domain/plan";
import { keeperOf } from "../domain/same-panel";
import type { Repositories } from "../ports/store";
import type { App } from "./app";
import { getPanelModule } from "./module-configuration";

/** How complete and how old the local copies of the panels are, in the order of the modules. */
export async function listMirrors(app: App): Promise<Mirror[]> {
  return app.store.read(async (repositories) => {
    const modules = (await repositories.modules.list()).filter(hasPanel);
    return Promise.all(modules.map((module) => describe(app, repositories, module, keeperOf(modules, module))));
  });
}

/** Begins to read all servers of a panel again. */
export async function refreshMirror(app: App, { id }: ParsedInput<"mirror.refresh">): Promise<Mirror> {
  return withKeeper(app, id, (keeper) => {
    app.mirror.refresh(keeper);
  });
}

export async function cancelMirror(app: App, { id }: ParsedInput<"mirror.cancel">): Promise<Mirror> {
  return withKeeper(app, id, (keeper) => app.mirror.cancel(keeper.id));
}

async function withKeeper(app: App, id: string, act: (keeper: Module) => Promise<void> | void): Promise<Mirror> {
  const module = await getPanelModule(app, id);
  const keeper = keeperOf(await app.store.read(({ modules }) => modules.list()), module);
  await act(keeper);
  return app.store.read((repositories) => describe(app, repositories, module, keeper));
}

/** @param keeper The module that the panel's servers are kept under. */
async function describe(app: App, { mirror }: Repositories, module: Module, keeper: Module): Promise<Mirror> {
  const record = await mirror.findReading(keeper.id);
  const progress = app.mirror.progressOf(keeper.id);
  return {
    moduleId: module.id,
    moduleName: module.name,
    ...(await mirror.countContents(keeper.id)),
    takenAt: record?.takenAt ?? null,
    running: progress && { ...progress },
    reason: progress ? "" : (record?.reason ?? ""),
  };
}
