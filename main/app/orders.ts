import type { CallOutput, ParsedInput } from "../contract/calls";
import type { Module } from "../contract/shapes/module";
import type { ModuleTrial } from "../contract/shapes/service";
import type { Amounts, Price, Tariff } from "../contract/shapes/tariff";
import type { AddressForecast } from "../contract/shapes/task";
import { chooseModule } from "../domain/module-choice";
import { checkAmounts, completeAmounts, priceOrder } from "../domain/price";
import { mayService } from "../domain/service";
import type { App } from "./app";
import { existing, invalidInput, notAllowed } from "./app";
import { change } from "./change";
import { endFormDraft } from "./form-drafts";
import { forecast, shortageRemarks } from "./forecasts";

interface WeighedOrder {
  readonly tariff: Tariff;
  readonly amounts: Amounts;
  readonly price: Price;
  readonly trials: ModuleTrial[];
  readonly forecasts: readonly AddressForecast[];
}

async function weigh(app: App, input: ParsedInput<"order.check">): Promise<WeighedOrder> {
  const tariff = existing(
    await app.store.read((repositories) => repositories.tariffs.find(input.tariffId)),
    "tariff",
    input.tariffId,
  );
  const issues = checkAmounts(tariff, input.amounts);
  const amounts = completeAmounts(tariff, input.amounts);
  const price = priceOrder(tariff, input.periodMonths, amounts);
  if (!price) issues.push({ path: "periodMonths", message: "The tariff has no such period" });
  if (!price || issues.length > 0) throw invalidInput(issues);
  const modules = (await app.store.read((repositories) => repositories.modules.list())).filter((one) =>
    tariff.moduleIds.includes(one.id),
  );
  const weighed = await Promise.all(modules.map((module) => readiness(app, module, amounts)));
  const trials = chooseModule(weighed);
  const chosenId = trials.find((trial) => trial.isChosen)?.moduleId;
  const forecasts = weighed.find((one) => one.module.id === chosenId)?.forecasts ?? [];
  return { tariff, amounts, price, trials, forecasts };
}

async function readiness(app: App, module: Module, amounts: Amounts) {
  const forecasts = module.isActive ? await forecast(app, module, amounts, "") : [];
  return { module, forecasts, obstacles: shortageRemarks(forecasts) };
}

/** Prices an order and tells which module would take it and what would be short there. Stores nothing. */
export async function checkOrder(app: App, input: ParsedInput<"order.check">): Promise<CallOutput<"order.check">> {
  const { price, trials, forecasts } = await weigh(app, input);
  return { price, moduleTrials: trials, forecasts: [...forecasts] };
}

/** Orders a service: the service, its empty card and the set-up task in the department of the chosen module, in one transaction. */
export async function placeOrder(app: App, input: ParsedInput<"order.place">): Promise<CallOutput<"order.place">> {
  const { tariff, amounts, price, trials } = await weigh(app, input);
  if (!tariff.isActive) throw notAllowed("tariff-off", `${tariff.name} is switched off`);
  const chosen = trials.find((trial) => trial.isChosen);
  if (!chosen) throw notAllowed("no-module", `${tariff.name} has no active module that could take the order`);
  return change(app, "order.place", async (unit) => {
    const { services, tasks, cards, customers, modules } = unit.repositories;
    const customer = existing(await customers.find(input.customerId), "customer", input.customerId);
    const module = existing(await modules.find(chosen.moduleId), "module", chosen.moduleId);
    const service = await services.add({
      id: app.makeId(),
      revision: 0,
      number: await services.nextNumber(),
      productType: tariff.productType,
      state: "ordered",
      customerId: customer.id,
      tariffId: tariff.id,
      moduleId: module.id,
      moduleTrials: trials,
      amounts,
      periodMonths: input.periodMonths,
      price,
      serverId: null,
      label: input.label,
      addresses: [],
      note: input.note,
      createdAt: unit.at,
      activatedAt: null,
      closedAt: null,
    });
    const task = await tasks.add({
      id: app.makeId(),
      revision: 0,
      number: await tasks.nextNumber(),
      kind: "set-up",
      state: "open",
      serviceId: service.id,
      departmentId: module.departmentId,
      performer: null,
      acceptedAt: null,
      createdAt: unit.at,
      endedAt: null,
    });
    await cards.add({
      serviceId: service.id,
      revision: 0,
      url: "",
      identifier: "",
      username: "",
      sealedPassword: null,
      rack: "",
      label: input.label,
    });
    await endFormDraft(unit, input.form);
    unit.touch("service", service.id);
    unit.touch("task", task.id);
    const summary = `${tariff.name} ordered for ${customer.name}; ${module.name} takes it`;
    await unit.journal({ entity: "service", entityId: service.id, serviceId: service.id, summary });
    return { serviceId: service.id, serviceNumber: service.number, taskId: task.id, taskNumber: task.number };
  });
}

/** Withdraws an order that has not been set up. Its task is cancelled, whoever holds it. */
export async function cancelOrder(app: App, input: ParsedInput<"order.cancel">): Promise<Record<string, never>> {
  await change(app, "order.cancel", async (unit) => {
    const { services, tasks, actions } = unit.repositories;
    const service = existing(await services.find(input.serviceId), "service", input.serviceId);
    if (!mayService("cancel", service.state)) {
      throw notAllowed(
        "service-state",
        "Only an order that is not set up yet can be cancelled. Close the service instead",
      );
    }
    const unfinished = (await actions.listByService(service.id)).some(
      (one) => one.state !== "done" && one.state !== "discarded",
    );
    if (unfinished) throw notAllowed("steps-under-way", "Steps of this order are still on their way to the panel");
    await services.save({ ...service, state: "closed", closedAt: unit.at });
    unit.touch("service", service.id);
    for (const task of await tasks.listByService(service.id)) {
      if (task.endedAt !== null) continue;
      await tasks.save({ ...task, state: "cancelled", endedAt: unit.at });
      unit.touch("task", task.id);
    }
    await unit.journal({
      entity: "service",
      entityId: service.id,
      serviceId: service.id,
      summary: `Order cancelled: ${input.reason}`,
    });
  });
  return {};
}
