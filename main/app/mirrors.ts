import type { ParsedInput } from "../contract/calls";
import type { Mirror } from "../contract/shapes/mirror";
import type { Module } from "../contract/shapes/module";
import { hasPanel } from "../domain/plan";
import type { Repositories } from "../ports/store";
import type { App } from "./app";
import { getPanelModule } from "./module-configuration";

/** How complete and how old the local copies of the panels are, in the order of the modules. */
export async function listMirrors(app: App): Promise<Mirror[]> {
  return app.store.read(async (repositories) => {
    const modules = (await repositories.modules.list()).filter(hasPanel);
    return Promise.all(modules.map((module) => describe(app, repositories, module)));
  });
}

/** Begins to read all servers of a panel again. */
export async function refreshMirror(app: App, { id }: ParsedInput<"mirror.refresh">): Promise<Mirror> {
  const module = await getPanelModule(app, id);
  app.mirror.refresh(module);
  return app.store.read((repositories) => describe(app, repositories, module));
}

export async function cancelMirror(app: App, { id }: ParsedInput<"mirror.cancel">): Promise<Mirror> {
  const module = await getPanelModule(app, id);
  await app.mirror.cancel(id);
  return app.store.read((repositories) => describe(app, repositories, module));
}

async function describe(app: App, { mirror }: Repositories, module: Module): Promise<Mirror> {
  const record = await mirror.findReading(module.id);
  const progress = app.mirror.progressOf(module.id);
  return {
    moduleId: module.id,
    moduleName: module.name,
    ...(await mirror.countContents(module.id)),
    takenAt: record?.takenAt ?? null,
    running: progress && { ...progress },
    reason: progress ? "" : (record?.reason ?? ""),
  };
}
