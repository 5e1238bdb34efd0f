import type { CallOutput, ParsedInput } from "../contract/calls";
import type { ConfigurationReport, Module, ModuleConfiguration } from "../contract/shapes/module";
import { compareConfigurations } from "../domain/configuration-changes";
import { RemoteFailure } from "../ports/failure";
import type { App, Change } from "./app";
import { existing, notAllowed } from "./app";
import { change } from "./change";
import { getModule } from "./panel-access";
import { readConfiguration } from "./panel-reading";
import { keepMaps, notingMaps } from "./rack-maps";

/** The configuration as last read; null before the first time and for a module without panel. */
export async function findConfiguration(
  app: App,
  { id }: ParsedInput<"module.configuration">,
): Promise<ConfigurationReport | null> {
  return app.store.read(async ({ modules }) => {
    existing(await modules.find(id), "module", id);
    return (await modules.findConfiguration(id)) ?? null;
  });
}

/** "Config": reads the panel's configuration again, keeps it, and tells what changed since the last reading. */
export async function refreshModule(app: App, { id }: ParsedInput<"module.refresh">): Promise<ConfigurationReport> {
  const module = await getPanelModule(app, id);
  const configuration = await readPanel(app, module, (part, done, total) =>
    app.publish({ name: "configuration.progress", moduleId: id, part, done, total }),
  );
  return change(app, "module.refresh", async (unit) => {
    const current = existing(await unit.repositories.modules.find(id), "module", id);
    const report = await storeConfiguration(unit, current, configuration);
    const changed = report.lastChanges.length;
    const summary = `Configuration of ${current.name} read`;
    unit.journal({
      entity: "module",
      entityId: id,
      serviceId: null,
      summary: changed === 0 ? summary : `${summary}: ${String(changed)} ${changed === 1 ? "change" : "changes"}`,
    });
    return report;
  });
}

/** Makes a reading the module's configuration; `lastChanges` is what it changed. */
export async function storeConfiguration(
  unit: Change,
  module: Module,
  configuration: ModuleConfiguration,
): Promise<ConfigurationReport> {
  const { modules } = unit.repositories;
  const before = await modules.findConfiguration(module.id);
  const report: ConfigurationReport = {
    configuration,
    lastChanges: before ? compareConfigurations(before.configuration, configuration) : [],
    checkedAt: configuration.takenAt,
    pendingChanges: [],
  };
  await modules.setConfiguration(module.id, report);
  await modules.save({ ...module, configurationTakenAt: configuration.takenAt });
  unit.touch("module", module.id);
  return report;
}

/** Holds the panel against the configuration as last read and keeps the differences beside it. */
export async function compareModule(app: App, { id }: ParsedInput<"module.compare">): Promise<ConfigurationReport> {
  const module = await getPanelModule(app, id);
  if (module.configurationTakenAt === null) throw neverRead(module);
  return keepComparison(app, module, await readPanel(app, module));
}

/** Keeps what a reading shows to be different; the configuration itself stays. */
export async function keepComparison(
  app: App,
  module: Module,
  found: ModuleConfiguration,
): Promise<ConfigurationReport> {
  return change(app, "module.compare", async (unit) => {
    const { modules } = unit.repositories;
    const before = await modules.findConfiguration(module.id);
    if (!before) throw neverRead(module);
    const report: ConfigurationReport = {
      ...before,
      checkedAt: found.takenAt,
      pendingChanges: compareConfigurations(before.configuration, found),
    };
    await modules.setConfiguration(module.id, report);
    unit.touch("module", module.id);
    return report;
  });
}

/** Holds the routes that the client uses against what the panel tells of itself; changes nothing. */
export async function checkRoutes(
  app: App,
  { id }: ParsedInput<"module.check-routes">,
): Promise<CallOutput<"module.check-routes">> {
  const module = await getPanelModule(app, id);
  const { source, routes } = await reach(app, module, async () => (await app.gateway(module)).checkRoutes());
  return { checkedAt: app.clock.now(), source, routes: [...routes] };
}

/** Reads the configuration of a module's panel as it is now; the link's state follows, and the racks' maps are kept for the time without a network. */
export function readPanel(
  app: App,
  module: Module,
  tell?: Parameters<typeof readConfiguration>[2],
): Promise<ModuleConfiguration> {
  return reach(app, module, async () => {
    const { gateway, maps } = notingMaps(await app.gateway(module));
    const configuration = await readConfiguration(gateway, app.clock.now(), tell);
    await app.store.write((repositories) => keepMaps(repositories, module.id, maps, configuration.takenAt));
    return configuration;
  });
}

/** A module that has a panel. */
export async function getPanelModule(app: App, id: string): Promise<Module> {
  const module = await getModule(app, id);
  if (module.type === "manual") throw notAllowed("no-panel", `${module.name} is set up by hand and has no panel`);
  return module;
}

function neverRead(module: Module) {
  return notAllowed("never-read", `The configuration of ${module.name} has not been read yet. Read it first`);
}

async function reach<T>(app: App, module: Module, ask: () => Promise<T>): Promise<T> {
  try {
    const value = await ask();
    app.courier.observeOutcome(module.id, null);
    return value;
  } catch (error) {
    if (error instanceof RemoteFailure) app.courier.observeOutcome(module.id, error);
    throw error;
  }
}
