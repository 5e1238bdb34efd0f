import type { CallOutput, ParsedInput } from "../contract/calls";
import type { Module } from "../contract/shapes/module";
import type { Service } from "../contract/shapes/service";
import type { CardFields, Task, TaskKind } from "../contract/shapes/task";
import { parseServerId } from "../domain/card";
import { stateAfter, stepsOf } from "../domain/service";
import type { App, Change } from "./app";
import { existing, invalidInput } from "./app";
import { change } from "./change";
import { checkCardForClosing, requireHolder, storeCard, taskWithCard } from "./cards";
import { getModule } from "./panel-access";
import { receiptFor } from "./receipt";

/** Who does the work of a task that nobody has to accept. */
export const automaticPerformer = "Rackside";

type Closed = CallOutput<"task.close">;

/**
 * Closes an accepted task. A set-up task takes the card along: the card, the end of the task, the task for the addresses and its steps are one
 * transaction. A task for closing a service starts the close-out steps.
 */
export async function closeTask(app: App, input: ParsedInput<"task.close">): Promise<Closed> {
  const { task, service } = await app.store.read(async (repositories) => {
    const found = existing(await repositories.tasks.find(input.id), "task", input.id);
    return {
      task: found,
      service: existing(await repositories.services.find(found.serviceId), "service", found.serviceId),
    };
  });
  requireHolder(task, app.session.operator);
  const module = await getModule(app, service.moduleId);
  if (task.kind === "set-up") {
    if (!input.card) throw invalidInput([{ path: "card", message: "A set-up task is closed with its card" }]);
    return closeSetUp(app, module, service, input, input.card);
  }
  return change(app, "task.close", async (unit) => {
    const current = existing(await unit.repositories.tasks.find(input.id), "task", input.id);
    requireHolder(current, unit.operator);
    const actionIds = await startSteps(unit, { ...current, revision: input.revision }, service, module);
    await unit.journal({
      entity: "task",
      entityId: task.id,
      serviceId: service.id,
      summary: `T-${String(task.number)} completed`,
    });
    return receiptFor(app, module.id, actionIds);
  });
}

async function closeSetUp(
  app: App,
  module: Module,
  before: Service,
  input: ParsedInput<"task.close">,
  fields: CardFields,
): Promise<Closed> {
  await checkCardForClosing(app, module, before, fields);
  return change(app, "task.close", async (unit) => {
    const { tasks, services } = unit.repositories;
    const { task, card } = await taskWithCard(unit.repositories, input.id);
    requireHolder(task, unit.operator);
    await storeCard(app, unit, task, card, fields);
    await tasks.save({ ...task, revision: input.revision, state: "done", endedAt: unit.at });
    await unit.repositories.drafts.removeAll(task.id);
    const current = existing(await services.find(task.serviceId), "service", task.serviceId);
    const service = await services.save({
      ...current,
      state: stateAfter("set-up"),
      serverId: parseServerId(fields.identifier) ?? current.serverId,
      label: fields.label.trim(),
    });
    unit.touch("service", service.id);
    const where =
      service.serverId === null ? "a server that is being registered" : `server ${String(service.serverId)}`;
    await unit.journal({
      entity: "task",
      entityId: task.id,
      serviceId: service.id,
      summary: `T-${String(task.number)} closed with ${where} in rack ${fields.rack.trim()}`,
    });
    const actionIds = await openAutomaticTask(app, unit, "assign-addresses", service, module);
    return receiptFor(app, module.id, actionIds);
  });
}

/** A task that Rackside itself carries out, with its steps. Without steps the service moves on at once and no task is made. */
export async function openAutomaticTask(
  app: App,
  unit: Change,
  kind: TaskKind,
  service: Service,
  module: Module,
): Promise<string[]> {
  const { tasks } = unit.repositories;
  if (stepsOf(kind, service).length === 0) {
    await moveOn(unit, kind, service);
    return [];
  }
  const task = await tasks.add({
    id: app.makeId(),
    revision: 0,
    number: await tasks.nextNumber(),
    kind,
    state: "running",
    serviceId: service.id,
    departmentId: module.departmentId,
    performer: automaticPerformer,
    acceptedAt: unit.at,
    createdAt: unit.at,
    endedAt: null,
  });
  return startSteps(unit, task, service, module);
}

/** Puts the steps of a task into the outbox. A service without a server has nothing to do on the panel and moves on at once. */
async function startSteps(unit: Change, task: Task, service: Service, module: Module): Promise<string[]> {
  const requests = task.kind === "close" && service.serverId === null ? [] : stepsOf(task.kind, service);
  const target = { moduleId: module.id, serviceId: service.id, taskId: task.id, serverId: service.serverId };
  const actions = await unit.enqueue(target, requests);
  const isOver = actions.length === 0;
  if (isOver || task.state !== "running") {
    await unit.repositories.tasks.save({
      ...task,
      state: isOver ? "done" : "running",
      endedAt: isOver ? unit.at : null,
    });
  }
  unit.touch("task", task.id);
  if (isOver) await moveOn(unit, task.kind, service);
  return actions.map((action) => action.id);
}

/** Takes the service to where it is after a task of this kind. */
export async function moveOn(
  unit: Pick<Change, "repositories" | "at" | "touch">,
  kind: TaskKind,
  service: Service,
): Promise<void> {
  const state = stateAfter(kind);
  await unit.repositories.services.save({
    ...service,
    state,
    activatedAt: state === "active" ? (service.activatedAt ?? unit.at) : service.activatedAt,
    closedAt: state === "closed" ? unit.at : null,
  });
  unit.touch("service", service.id);
}
