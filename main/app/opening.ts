import type { ActionRequest } from "../contract/shapes/action";
import type { Module } from "../contract/shapes/module";
import type { Service } from "../contract/shapes/service";
import type { Task } from "../contract/shapes/task";
import { operatingSystemResource } from "../domain/enumeration";
import { hostnameOf } from "../domain/installation";
import { planOf } from "../domain/plan";
import { openingSteps } from "../domain/service";
import type { Repositories } from "../ports/store";
import type { App, Change } from "./app";
import { existing } from "./app";
import { openTask } from "./open-task";
import { makePassword } from "./passwords";
import { tariffOf } from "./sold-tariff";

/**
 * Makes the set-up task of a service that was just ordered, in the transaction of the order: open for the department, or running with the
 * steps that hand a server over. The service and its empty card are stored before.
 */
export async function openService(
  app: App,
  unit: Change,
  { service, module }: { readonly service: Service; readonly module: Module },
): Promise<Task> {
  const isAutomatic = planOf(module, "set-up") === "by-itself";
  const task = await openTask(app, unit, {
    kind: "set-up",
    service,
    module,
    state: isAutomatic ? "running" : "open",
  });
  if (isAutomatic) {
    const target = { moduleId: module.id, serviceId: service.id, taskId: task.id, serverId: null };
    await unit.enqueue(target, await handingOver(unit.repositories, service));
  }
  return task;
}

async function handingOver(repositories: Repositories, service: Service): Promise<ActionRequest[]> {
  const customer = await repositories.customers.find(service.customerId);
  const tariff = await tariffOf(repositories, service);
  const image = service.choices[operatingSystemResource];
  return openingSteps(service, {
    serverType: tariff.internalName,
    customer: existing(customer, "customer", service.customerId),
    installation: image === undefined ? null : { image, hostname: hostnameOf(service), password: makePassword() },
  });
}
