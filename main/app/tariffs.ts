import type { ParsedInput } from "../contract/calls";
import type { Tariff } from "../contract/shapes/tariff";
import { createAllAddOns } from "../domain/tariff";
import type { App } from "./app";
import { existing } from "./app";
import { change } from "./change";
import { endFormDraft } from "./form-drafts";

export async function listTariffs(app: App): Promise<Tariff[]> {
  return app.store.read(async (repositories) => [...(await repositories.tariffs.list())]);
}

/** Adds a tariff; with `createAllAddOns` the six colocation resources that were not given come along. */
export function addTariff(app: App, input: ParsedInput<"tariff.add">): Promise<Tariff> {
  const { createAllAddOns: all, resources, form, ...fields } = input;
  return change(app, "tariff.add", async (unit) => {
    const added = await unit.repositories.tariffs.add({
      ...fields,
      id: app.makeId(),
      revision: 0,
      resources: all ? createAllAddOns(resources) : resources,
    });
    await endFormDraft(unit, form);
    unit.touch("tariff", added.id);
    await unit.journal({
      entity: "tariff",
      entityId: added.id,
      serviceId: null,
      summary: `Tariff ${added.name} added`,
    });
    return added;
  });
}

/** Changes a tariff. Services that run keep the price and the amounts they were ordered with. */
export function saveTariff(app: App, { form, ...input }: ParsedInput<"tariff.save">): Promise<Tariff> {
  return change(app, "tariff.save", async (unit) => {
    const before = existing(await unit.repositories.tariffs.find(input.id), "tariff", input.id);
    const saved = await unit.repositories.tariffs.save({ ...before, ...input });
    await endFormDraft(unit, form);
    unit.touch("tariff", saved.id);
    await unit.journal({
      entity: "tariff",
      entityId: saved.id,
      serviceId: null,
      summary: `Tariff ${saved.name} changed`,
    });
    return saved;
  });
}
