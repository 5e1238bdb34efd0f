import type { CallOutput, ParsedInput } from "../contract/calls";
import type { Module } from "../contract/shapes/module";
import type { Service } from "../contract/shapes/service";
import type { CardFields, Task, TaskKind } from "../contract/shapes/task";
import { parseServerId } from "../domain/card";
import { hasPanel } from "../domain/plan";
import { serviceAfter, stepsOf } from "../domain/service";
import type { App, Change } from "./app";
import { existing, invalidInput } from "./app";
import { change } from "./change";
import { checkCardForClosing, requireHolder, storeCard, taskWithCard } from "./cards";
import { dropLabel, needLabel } from "./label-needs";
import { openTask } from "./open-task";
import { getModule } from "./panel-access";
import { dropPlan } from "./rack-plans";
import { receiptFor } from "./receipt";
import { requireFreeServer } from "./server-checks";

type Closed = CallOutput<"task.close">;

/**
 * Closes an accepted task. A set-up task takes the card along: the card, the end of the task, the task for the addresses and its steps are one
 * transaction. Any other task starts the steps that follow on the work by hand, or moves the service on where none do.
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
    const now = existing(await unit.repositories.services.find(service.id), "service", service.id);
    const actionIds = await startSteps(unit, { ...current, revision: input.revision }, now, module);
    unit.journal({
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
    const serverId = hasPanel(module) ? (parseServerId(fields.identifier) ?? current.serverId) : null;
    if (serverId !== null) await requireFreeServer(unit.repositories, current, serverId, "card.identifier");
    const service = await services.save({ ...current, state: "processing", serverId, label: fields.label.trim() });
    unit.touch("service", service.id);
    await needLabel(unit, service);
    unit.journal({
      entity: "task",
      entityId: task.id,
      serviceId: service.id,
      summary: `T-${String(task.number)} closed with ${whatStands(module, service)}${inRack(fields)}`,
    });
    const { actionIds } = await openAutomaticTask(app, unit, "assign-addresses", service, module);
    return receiptFor(app, module.id, actionIds);
  });
}

function whatStands(module: Module, { serverId, label }: Service): string {
  if (!hasPanel(module)) return label;
  return serverId === null ? "a server that is being registered" : `server ${String(serverId)}`;
}

function inRack({ rack }: CardFields): string {
  return rack.trim() === "" ? "" : ` in rack ${rack.trim()}`;
}

interface Started {
  /** Null when there was nothing to do and no task was made. */
  readonly task: Task | null;
  readonly actionIds: readonly string[];
}

/** A task that Rackside itself carries out, with its steps. Without steps the service moves on at once and no task is made. */
export async function openAutomaticTask(
  app: App,
  unit: Change,
  kind: TaskKind,
  service: Service,
  module: Module,
): Promise<Started> {
  if (stepsOf(module, kind, service).length === 0) {
    await moveOn(unit, kind, service);
    return { task: null, actionIds: [] };
  }
  const task = await openTask(app, unit, { kind, service, module, state: "running" });
  return { task, actionIds: await startSteps(unit, task, service, module) };
}

/** Puts the steps of a task into the outbox. What has nothing to do on a panel moves on at once: work by hand, or closing a service that never got a server. */
export async function startSteps(unit: Change, task: Task, service: Service, module: Module): Promise<string[]> {
  const isWithoutServer = task.kind === "close" && service.serverId === null;
  const target = { moduleId: module.id, serviceId: service.id, taskId: task.id, serverId: service.serverId };
  const actions = await unit.enqueue(target, isWithoutServer ? [] : stepsOf(module, task.kind, service));
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
  await unit.repositories.services.save(serviceAfter(kind, service, unit.at));
  unit.touch("service", service.id);
  if (kind === "set-up") await needLabel(unit, service);
  if (kind !== "close") return;
  await dropLabel(unit, service);
  await dropPlan(unit, service.id);
}
