import type { ParsedInput } from "../contract/calls";
import type { Price, Remark, Tariff, TariffContent, TariffRow, TariffVersion } from "../contract/shapes/tariff";
import { checkAmounts, priceOrder } from "../domain/price";
import { createAllAddOns } from "../domain/tariff";
import { compareTariffs, concernsServices, describeDifferences } from "../domain/tariff-differences";
import { remarkOnTariff } from "../domain/tariff-remarks";
import type { KnownModule } from "../domain/tariff-remarks";
import type { Repositories } from "../ports/store";
import type { App, Change } from "./app";
import { existing, invalidInput, notAllowed } from "./app";
import { change } from "./change";
import { endFormDraft } from "./form-drafts";

/** All tariffs by name, with how many services run on them. */
export async function listTariffs(app: App): Promise<TariffRow[]> {
  return app.store.read(async ({ tariffs }) => [...(await tariffs.listRows())]);
}

/** What the tariff says and said, newest first. */
export async function listTariffVersions(app: App, { id }: ParsedInput<"tariff.versions">): Promise<TariffVersion[]> {
  return app.store.read(async ({ tariffs }) => {
    existing(await tariffs.find(id), "tariff", id);
    return [...(await tariffs.listVersions(id))];
  });
}

/** Adds a tariff; with `createAllAddOns` the usual resources that were not given come along. */
export function addTariff(app: App, input: ParsedInput<"tariff.add">): Promise<Tariff> {
  const { createAllAddOns: all, resources, form, ...fields } = input;
  const content = { ...fields, resources: all ? createAllAddOns(fields.productType, resources) : resources };
  return change(app, "tariff.add", async (unit) => {
    await refuseErrors(unit.repositories, null, content);
    const added = await storeTariff(app, unit, undefined, content);
    await endFormDraft(unit, form);
    await note(unit, added, `Tariff ${added.name} added`);
    return added;
  });
}

/** Changes a tariff; when services were sold by what it says now, that becomes an earlier version, which they keep. */
export function saveTariff(app: App, input: ParsedInput<"tariff.save">): Promise<Tariff> {
  const { id, revision, form, ...content } = input;
  return change(app, "tariff.save", async (unit) => {
    const { tariffs } = unit.repositories;
    const before = existing(await tariffs.find(id), "tariff", id);
    await refuseErrors(unit.repositories, id, content);
    const saved = await storeTariff(app, unit, { ...before, revision }, content);
    await endFormDraft(unit, form);
    const differences = compareTariffs(before, content, await namesIn(unit.repositories));
    const what = differences.length === 0 ? "nothing" : describeDifferences(differences);
    const version = saved.version === before.version ? "" : `. It is now version ${String(saved.version)}`;
    await note(unit, saved, `Tariff ${before.name} changed: ${what}${version}`);
    return saved;
  });
}

/**
 * Stores a tariff's content together with its version. What services were sold by is never overwritten: the changed content is then the next
 * version.
 */
export async function storeTariff(
  app: Pick<App, "makeId">,
  { repositories, at, operator }: Pick<Change, "repositories" | "at" | "operator">,
  before: Tariff | undefined,
  content: TariffContent,
): Promise<Tariff> {
  const { tariffs } = repositories;
  if (!before) {
    const added = await tariffs.add({ ...content, id: app.makeId(), revision: 0, version: 1 });
    await tariffs.putVersion({ tariffId: added.id, version: 1, content, createdAt: at, createdBy: operator });
    return added;
  }
  const { id } = before;
  const isNext =
    (await tariffs.countServices(id, before.version)) > 0 &&
    concernsServices(compareTariffs(before, content, await namesIn(repositories)));
  const version = isNext ? before.version + 1 : before.version;
  const saved = await tariffs.save({ ...before, ...content, version });
  const present = await tariffs.findVersion(id, version);
  const { createdAt, createdBy } = present ?? { createdAt: at, createdBy: operator };
  await tariffs.putVersion({ tariffId: id, version, content, createdAt, createdBy });
  return saved;
}

/** Removes a tariff that no service was ever sold by. */
export async function removeTariff(app: App, { id }: ParsedInput<"tariff.remove">): Promise<Record<string, never>> {
  await change(app, "tariff.remove", async (unit) => {
    const { tariffs } = unit.repositories;
    const tariff = existing(await tariffs.find(id), "tariff", id);
    const count = await tariffs.countServices(id);
    if (count > 0) {
      const services = count === 1 ? "1 service was" : `${String(count)} services were`;
      throw notAllowed("in-use", `${services} sold by ${tariff.name}, ended ones included. Switch it off instead`);
    }
    await tariffs.remove(id);
    await note(unit, tariff, `Tariff ${tariff.name} removed`);
  });
  return {};
}

/** What of a tariff would not work, before it is saved. */
export function checkTariff(app: App, { id, content }: ParsedInput<"tariff.check">): Promise<Remark[]> {
  return app.store.read((repositories) => remarksOn(repositories, id, content));
}

/** Prices an order on a tariff that may not be saved yet. */
export function priceTariff(_app: App, input: ParsedInput<"tariff.price">): Promise<Price> {
  const { content, periodMonths, amounts } = input;
  const issues = checkAmounts(content, amounts);
  const price = priceOrder(content, periodMonths, amounts);
  if (!price) issues.push({ path: "periodMonths", message: "The tariff has no such period" });
  else if (!Number.isSafeInteger(price.totalMinor)) issues.push({ path: "amounts", message: "Too much to be counted" });
  return !price || issues.length > 0 ? Promise.reject(invalidInput(issues)) : Promise.resolve(price);
}

async function refuseErrors(repositories: Repositories, id: string | null, content: TariffContent): Promise<void> {
  const remarks = await remarksOn(repositories, id, content);
  const errors = remarks.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw invalidInput(errors.map(({ path, message }) => ({ path, message })));
}

async function remarksOn(repositories: Repositories, id: string | null, content: TariffContent): Promise<Remark[]> {
  const { enumerations, modules, tariffs } = repositories;
  const known: KnownModule[] = [];
  for (const moduleId of new Set(content.moduleIds)) {
    const module = await modules.find(moduleId);
    const report = await modules.findConfiguration(moduleId);
    if (module) known.push({ module, configuration: report?.configuration ?? null });
  }
  const own = id === null ? undefined : await tariffs.find(id);
  const others = (await tariffs.list()).filter((one) => one.id !== id && one.productType === content.productType);
  return remarkOnTariff(content, {
    modules: known,
    enumerations: await enumerations.list(),
    otherNames: others.map((one) => one.name),
    soldAs: own && (await tariffs.countServices(own.id)) > 0 ? own.productType : null,
  });
}

async function namesIn({ enumerations, modules }: Repositories) {
  return { modules: await modules.list(), enumerations: await enumerations.list() };
}

async function note(unit: Change, { id }: Tariff, summary: string): Promise<void> {
  unit.touch("tariff", id);
  unit.journal({ entity: "tariff", entityId: id, serviceId: null, summary });
}
