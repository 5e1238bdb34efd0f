import type { CallOutput, ParsedInput } from "../contract/calls";
import type { Module } from "../contract/shapes/module";
import type { Service } from "../contract/shapes/service";
import type { Task, TaskRow } from "../contract/shapes/task";
import { hasPanel } from "../domain/plan";
import { lookedAt } from "./action-decisions";
import type { App, Change } from "./app";
import { existing, invalidInput, notAllowed } from "./app";
import { change } from "./change";
import { moveOn } from "./closing";
import { giveUpStep, hasEnded } from "./giving-up";
import { getModule } from "./panel-access";
import { receiptFor } from "./receipt";
import { checkServer, requireFreeServer } from "./server-checks";
import { stepsOfTask } from "./tasks";

/** Tries every step of a task again that has stopped. Each looks at the panel before it goes on; after a conflict this means: as wanted. */
export async function retryTask(app: App, { id }: ParsedInput<"task.retry">): Promise<CallOutput<"task.retry">> {
  const retried = await change(app, "task.retry", async (unit) => {
    const task = existing(await unit.repositories.tasks.find(id), "task", id);
    const steps = await stepsOfTask(unit.repositories, task);
    const stopped = steps.filter((step) => step.state === "needs-attention");
    const [first] = stopped;
    if (!first) throw notAllowed("nothing-stopped", "No step of this task has stopped");
    for (const step of stopped) {
      await unit.repositories.actions.save(lookedAt(step));
      unit.touch("action", step.id);
    }
    unit.touch("task", id);
    unit.touch("service", task.serviceId);
    unit.journal({
      entity: "task",
      entityId: id,
      serviceId: task.serviceId,
      summary: `T-${String(task.number)}: ${stopped.map((step) => step.summary).join(", ")} tried again`,
    });
    return { moduleId: first.moduleId, actionIds: stopped.map((step) => step.id) };
  });
  app.courier.wake();
  return receiptFor(app, retried.moduleId, retried.actionIds);
}

/**
 * Somebody did on the panel what the steps could not do: those that have not ended are given up with the reason and the service moves on. A service
 * that has no server yet is tied to the one that is named.
 */
export async function finishByHand(app: App, input: ParsedInput<"task.finish-by-hand">): Promise<TaskRow> {
  const { service, module } = await readTask(app, input.id);
  if (input.serverId !== null) await requireServer(app, module, service, input.serverId);
  return change(app, "task.finish-by-hand", async (unit) => {
    const { services, tasks } = unit.repositories;
    const task = existing(await tasks.find(input.id), "task", input.id);
    if (task.state !== "running") throw notAllowed("task-state", "Only a task that runs by itself is finished by hand");
    const current = existing(await services.find(task.serviceId), "service", task.serviceId);
    const tied = await tieServer(unit, task, current, module, input.serverId);
    for (const step of await unit.repositories.actions.listByTask(task.id))
      if (!hasEnded(step)) await giveUpStep(unit, step, input.reason);
    await tasks.save({
      ...task,
      revision: input.revision,
      state: "done",
      performer: unit.operator,
      endedAt: unit.at,
    });
    unit.touch("task", task.id);
    await moveOn(unit, task.kind, tied);
    const where = tied.serverId === current.serverId ? "" : ` on server ${String(tied.serverId)}`;
    unit.journal({
      entity: "task",
      entityId: task.id,
      serviceId: tied.id,
      summary: `T-${String(task.number)} finished by hand${where}: ${input.reason}`,
    });
    return existing(await tasks.findRow(task.id), "task", task.id);
  });
}

async function readTask(app: App, id: string): Promise<{ readonly service: Service; readonly module: Module }> {
  const service = await app.store.read(async ({ tasks, services }) => {
    const { serviceId } = existing(await tasks.find(id), "task", id);
    return existing(await services.find(serviceId), "service", serviceId);
  });
  return { service, module: await getModule(app, service.moduleId) };
}

async function requireServer(app: App, module: Module, service: Service, serverId: number): Promise<void> {
  const problem = await checkServer(app, module, service, serverId);
  if (problem !== undefined) throw invalidInput([{ path: "serverId", message: problem }]);
}

async function tieServer(
  unit: Change,
  task: Task,
  service: Service,
  module: Module,
  serverId: number | null,
): Promise<Service> {
  const path = "serverId";
  if (serverId === null) {
    if (task.kind === "set-up" && service.serverId === null && hasPanel(module))
      throw invalidInput([{ path, message: `Required: the server's id in ${module.name}` }]);
    return service;
  }
  if (serverId === service.serverId) return service;
  if (task.kind !== "set-up") throw invalidInput([{ path, message: "Only a set-up chooses the server" }]);
  await requireFreeServer(unit.repositories, service, serverId, path);
  const card = existing(await unit.repositories.cards.find(service.id), "card", service.id);
  await unit.repositories.cards.save({ ...card, identifier: String(serverId) });
  return unit.repositories.services.save({ ...service, serverId });
}
