import type { Module } from "../contract/shapes/module";
import type { Service } from "../contract/shapes/service";
import type { Task, TaskKind } from "../contract/shapes/task";
import type { App, Change } from "./app";

/** Who does the work of a task that nobody has to accept. */
export const automaticPerformer = "Rackside";

interface NewTask {
  readonly kind: TaskKind;
  readonly service: Pick<Service, "id">;
  readonly module: Pick<Module, "departmentId">;
  /** `open` for a person of the department, `running` for Rackside itself. */
  readonly state: "open" | "running";
}

/** Makes a task in the department of the module. Its steps are the caller's matter. */
export async function openTask(app: App, unit: Change, { kind, service, module, state }: NewTask): Promise<Task> {
  const { tasks } = unit.repositories;
  const isAutomatic = state === "running";
  const task = await tasks.add({
    id: app.makeId(),
    revision: 0,
    number: await tasks.nextNumber(),
    kind,
    state,
    serviceId: service.id,
    departmentId: module.departmentId,
    performer: isAutomatic ? automaticPerformer : null,
    acceptedAt: isAutomatic ? unit.at : null,
    createdAt: unit.at,
    endedAt: null,
  });
  unit.touch("task", task.id);
  return task;
}
