import type { Module } from "../contract/shapes/module";
import type { ModuleTrial, Service } from "../contract/shapes/service";
import { chooseModule } from "../domain/module-choice";
import type { App } from "./app";
import { existing } from "./app";
import { weighModule } from "./readiness";
import { tariffOf } from "./sold-tariff";

export interface NextModule {
  /** Null when no other module of the tariff can serve. */
  readonly module: Module | null;
  /** What was weighed, the chosen one last; for the end of the service's record. */
  readonly trials: readonly ModuleTrial[];
}

/**
 * The module that takes an order over after the one that had it failed: by sort the next of the tariff that stands in no trial of the service and
 * can serve what was ordered. Asks panels, so it belongs outside a transaction.
 */
export async function nextModule(app: App, service: Service): Promise<NextModule> {
  const { content, modules } = await app.store.read(async (repositories) => {
    const { moduleIds } = existing(await repositories.tariffs.find(service.tariffId), "tariff", service.tariffId);
    return {
      content: await tariffOf(repositories, service),
      modules: (await repositories.modules.list()).filter((one) => moduleIds.includes(one.id)),
    };
  });
  const untried = modules.filter((module) => service.moduleTrials.every((trial) => trial.moduleId !== module.id));
  const wanted = { tariff: content, amounts: service.amounts, choices: service.choices };
  const trials = chooseModule(await Promise.all(untried.map((module) => weighModule(app, module, wanted))), {
    evenIfShort: false,
  });
  const chosenId = trials.find((trial) => trial.isChosen)?.moduleId;
  return { module: untried.find((module) => module.id === chosenId) ?? null, trials };
}
