import type { CallOutput, ParsedInput } from "../contract/calls";
import type { ModuleTrial } from "../contract/shapes/service";
import type { Amounts, Price, Tariff } from "../contract/shapes/tariff";
import type { Task } from "../contract/shapes/task";
import { checkChoices, operatingSystemResource } from "../domain/enumeration";
import { chooseModule, explainTrials } from "../domain/module-choice";
import { checkAmounts, completeAmounts, priceOrder } from "../domain/price";
import { mayService, serviceWithout } from "../domain/service";
import type { ActionRecord } from "../ports/store";
import type { App } from "./app";
import { existing, invalidInput, notAllowed } from "./app";
import { change } from "./change";
import { endFormDraft } from "./form-drafts";
import { abandonTasks, hasEnded } from "./giving-up";
import { automaticPerformer } from "./open-task";
import { openService } from "./opening";
import { dropPlan } from "./rack-plans";
import { weighModule } from "./readiness";
import type { Readiness } from "./readiness";

interface WeighedOrder {
  readonly tariff: Tariff;
  readonly amounts: Amounts;
  readonly price: Price;
  readonly trials: ModuleTrial[];
  /** The module that would take the order, or the first that could if nothing were short. */
  readonly foremost: Readiness | undefined;
}

async function weigh(app: App, input: ParsedInput<"order.check">): Promise<WeighedOrder> {
  const { tariff, modules, enumerations } = await app.store.read(async (repositories) => ({
    tariff: existing(await repositories.tariffs.find(input.tariffId), "tariff", input.tariffId),
    modules: await repositories.modules.list(),
    enumerations: await repositories.enumerations.list(),
  }));
  const issues = [
    ...checkAmounts(tariff, input.amounts),
    ...checkChoices(tariff.resources, enumerations, input.choices),
  ];
  const amounts = completeAmounts(tariff, input.amounts);
  const price = priceOrder(tariff, input.periodMonths, amounts);
  if (!price) issues.push({ path: "periodMonths", message: "The tariff has no such period" });
  if (!price || issues.length > 0) throw invalidInput(issues);
  const wanted = { tariff, amounts, choices: input.choices };
  const candidates = modules.filter((one) => tariff.moduleIds.includes(one.id));
  const weighed = await Promise.all(candidates.map((module) => weighModule(app, module, wanted)));
  const trials = chooseModule(weighed, { evenIfShort: tariff.productType === "colocation" });
  requireImage(weighed, trials);
  const chosenId = trials.find((trial) => trial.isChosen)?.moduleId;
  const foremost =
    weighed.find((one) => one.module.id === chosenId) ??
    weighed.filter((one) => one.barriers.length === 0).sort((left, right) => left.module.sort - right.module.sort)[0];
  return { tariff, amounts, price, trials, foremost };
}

/** An operating system that no module of the tariff has is a wrong choice, to be mended in its field. */
function requireImage(weighed: readonly Readiness[], trials: readonly ModuleTrial[]): void {
  const chosenId = trials.find((trial) => trial.isChosen)?.moduleId;
  const open = weighed.filter((one) => one.barriers.length === 0);
  const concerned = chosenId === undefined ? open : open.filter((one) => one.module.id === chosenId);
  const problem = concerned[0]?.imageProblem ?? "";
  if (problem === "" || concerned.some((one) => one.imageProblem === "")) return;
  throw invalidInput([{ path: `choices.${operatingSystemResource}`, message: problem }]);
}

/** Prices an order and tells which module would take it and what would be short there. Stores nothing. */
export async function checkOrder(app: App, input: ParsedInput<"order.check">): Promise<CallOutput<"order.check">> {
  const { price, trials, foremost } = await weigh(app, input);
  const forecasts = [...(foremost?.forecasts ?? [])];
  return { price, moduleTrials: trials, forecasts, stock: [...(foremost?.stock ?? [])] };
}

/** Orders a service: the service, its empty card and its set-up task, by hand or by itself, in one transaction. */
export async function placeOrder(app: App, input: ParsedInput<"order.place">): Promise<CallOutput<"order.place">> {
  const { tariff, amounts, price, trials } = await weigh(app, input);
  if (!tariff.isActive) throw notAllowed("tariff-off", `${tariff.name} is switched off`);
  const chosen = trials.find((trial) => trial.isChosen);
  if (!chosen) throw notAllowed("no-module", whyNoModule(tariff, trials));
  return change(app, "order.place", async (unit) => {
    const { services, cards, customers, modules, tariffs } = unit.repositories;
    const customer = existing(await customers.find(input.customerId), "customer", input.customerId);
    const module = existing(await modules.find(chosen.moduleId), "module", chosen.moduleId);
    const current = existing(await tariffs.find(tariff.id), "tariff", tariff.id);
    if (current.revision !== tariff.revision) throw notAllowed("tariff-changed", `${tariff.name} was changed just now`);
    const service = await services.add({
      id: app.makeId(),
      revision: 0,
      number: await services.nextNumber(),
      productType: tariff.productType,
      state: "ordered",
      customerId: customer.id,
      tariffId: tariff.id,
      tariffVersion: tariff.version,
      moduleId: module.id,
      moduleTrials: trials,
      amounts,
      choices: input.choices,
      periodMonths: input.periodMonths,
      price,
      pendingChange: null,
      serverId: null,
      label: input.label,
      addresses: [],
      note: input.note,
      createdAt: unit.at,
      activatedAt: null,
      closedAt: null,
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
    const task = await openService(app, unit, { service, module });
    await endFormDraft(unit, input.form);
    unit.touch("service", service.id);
    const summary = `${tariff.name} ordered for ${customer.name}; ${module.name} takes it`;
    unit.journal({ entity: "service", entityId: service.id, serviceId: service.id, summary });
    return { serviceId: service.id, serviceNumber: service.number, taskId: task.id, taskNumber: task.number };
  });
}

function whyNoModule({ name }: Tariff, trials: readonly ModuleTrial[]): string {
  return trials.length === 0
    ? `${name} has no module that could take the order`
    : `No module of ${name} can take the order. ${explainTrials(trials)}`;
}

/** Withdraws an order, or a change of the service, that nobody has carried out yet. Its task is cancelled, whoever holds it. */
export async function cancelOrder(app: App, input: ParsedInput<"order.cancel">): Promise<Record<string, never>> {
  await change(app, "order.cancel", async (unit) => {
    const { services, tasks, actions } = unit.repositories;
    const service = existing(await services.find(input.serviceId), "service", input.serviceId);
    if (!mayService("withdraw", service.state)) {
      throw notAllowed(
        "service-state",
        "Only an order that is not set up yet can be cancelled. Close the service instead",
      );
    }
    const open = (await tasks.listByService(service.id)).filter((task) => task.endedAt === null);
    requireUntouched(open, await actions.listByService(service.id));
    await abandonTasks(unit, service, input.reason);
    const withdrawn = open.reduce((before, task) => serviceWithout(task.kind, before, unit.at), service);
    await services.save(withdrawn);
    unit.touch("service", service.id);
    if (withdrawn.state === "closed") await dropPlan(unit, service.id);
    unit.journal({
      entity: "service",
      entityId: service.id,
      serviceId: service.id,
      summary: `${service.state === "ordered" ? "Order cancelled" : "Withdrawn"}: ${input.reason}`,
    });
  });
  return {};
}

/** What a person has carried out, or what may have reached the panel, is not withdrawn any more. */
function requireUntouched(tasks: readonly Task[], steps: readonly ActionRecord[]): void {
  const isCarriedOut = tasks.some((task) => task.state === "running" && task.performer !== automaticPerformer);
  const isUnderWay = steps.some((step) => !hasEnded(step) && (step.attempts > 0 || step.state === "sending"));
  if (isCarriedOut || isUnderWay)
    throw notAllowed("steps-under-way", "Steps of this order are on their way to the panel already");
}
