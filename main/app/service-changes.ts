import type { CallOutput, ParsedInput } from "../contract/calls";
import type { Module } from "../contract/shapes/module";
import type { ChangeReport, PendingChange, Service } from "../contract/shapes/service";
import { recountAmounts } from "../domain/measure";
import { planOfChange } from "../domain/plan";
import { priceOrder } from "../domain/price";
import { mayService } from "../domain/service";
import { changedResources, checkWanted, describeChange, recurring, wantedOf } from "../domain/service-change";
import type { Repositories } from "../ports/store";
import type { App, Change } from "./app";
import { existing, invalidInput, notAllowed } from "./app";
import { change } from "./change";
import { moveOn, openAutomaticTask } from "./closing";
import { openTask } from "./open-task";
import { receiptFor } from "./receipt";
import { tariffOf } from "./sold-tariff";

type Input = ParsedInput<"service.check-change">;

interface WeighedChange {
  readonly service: Service;
  readonly module: Module;
  readonly pending: PendingChange;
  /** Names of the resources that change; empty where only the price does. */
  readonly resources: readonly string[];
  readonly isByHand: boolean;
}

/** What a change of configuration would change and cost. Stores nothing. */
export async function checkServiceChange(app: App, input: Input): Promise<ChangeReport> {
  const { service, pending, isByHand } = await app.store.read((repositories) => weigh(repositories, input));
  const { differences, price } = pending;
  return { differences, priceBefore: recurring(service.price), priceAfter: price, isByHand };
}

/**
 * Changes a service's configuration: by itself, or through a task for a person of the department. It takes effect when its task ends; where nothing but
 * the price changes, at once.
 */
export async function changeService(
  app: App,
  input: ParsedInput<"service.change">,
): Promise<CallOutput<"service.change">> {
  return change(app, "service.change", async (unit) => {
    const { service, module, pending, resources, isByHand } = await weigh(unit.repositories, input);
    if (pending.differences.length === 0) throw notAllowed("nothing-changed", "Nothing would change");
    const changing = await unit.repositories.services.save({
      ...service,
      revision: input.revision,
      state: "changing",
      pendingChange: pending,
    });
    unit.touch("service", service.id);
    await noteChange(unit, service, pending, input.note);
    if (resources.length === 0) {
      await moveOn(unit, "change", changing);
      return { ...receiptFor(app, module.id, []), taskId: null, taskNumber: null };
    }
    const { task, actionIds } = isByHand
      ? { task: await openTask(app, unit, { kind: "change", service, module, state: "open" }), actionIds: [] }
      : await openAutomaticTask(app, unit, "change", changing, module);
    const receipt = receiptFor(app, module.id, actionIds);
    return { ...receipt, taskId: task?.id ?? null, taskNumber: task?.number ?? null };
  });
}

async function weigh(repositories: Repositories, input: Input): Promise<WeighedChange> {
  const service = existing(await repositories.services.find(input.id), "service", input.id);
  if (!mayService("change", service.state))
    throw notAllowed("service-state", `A service that is ${service.state} cannot be changed`);
  const module = existing(await repositories.modules.find(service.moduleId), "module", service.moduleId);
  const current = existing(await repositories.tariffs.find(service.tariffId), "tariff", service.tariffId);
  const own = await tariffOf(repositories, service);
  const target = input.toCurrentTariff ? current : own;
  const tariffVersion = input.toCurrentTariff ? current.version : service.tariffVersion;
  const enumerations = await repositories.enumerations.list();
  const held = { ...service, amounts: recountAmounts(service.amounts, own.resources, target.resources) };
  const wanted = wantedOf(held, target, input);
  const issues = checkWanted(held, target, enumerations, { asked: input, wanted });
  const price = priceOrder(target, service.periodMonths, wanted.amounts);
  if (!price) issues.push({ path: "toCurrentTariff", message: `${target.name} has no such period any more` });
  if (!price || issues.length > 0) throw invalidInput(issues);
  const resources = changedResources(held, wanted);
  const differences = [
    ...describeChange(held, wanted, { own, target, enumerations }),
    ...versionChange(service.tariffVersion, tariffVersion),
  ];
  return {
    service,
    module,
    pending: { tariffVersion, ...wanted, price: recurring(price), differences, stateBefore: service.state },
    resources,
    isByHand: resources.length > 0 && planOfChange(module, resources) !== "by-itself",
  };
}

function versionChange(before: number, after: number): PendingChange["differences"] {
  return before === after
    ? []
    : [{ field: "Tariff", before: `version ${String(before)}`, after: `version ${String(after)}` }];
}

async function noteChange(unit: Change, { id }: Service, { differences }: PendingChange, note: string): Promise<void> {
  const words = differences.map(({ field, before, after }) => `${field} ${before} → ${after}`).join(", ");
  const summary = note === "" ? `Change ordered: ${words}` : `Change ordered: ${words}. ${note}`;
  unit.journal({ entity: "service", entityId: id, serviceId: id, summary });
}
