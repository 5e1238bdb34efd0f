import type { Module } from "../contract/shapes/module";
import type { Service } from "../contract/shapes/service";
import type { Task } from "../contract/shapes/task";
import { planOf } from "../domain/plan";
import type { ActionRecord } from "../ports/store";
import type { Change } from "./app";
import { existing } from "./app";
import { giveUpStep, hasEnded } from "./giving-up";
import type { NextModule } from "./next-module";
import { automaticPerformer } from "./open-task";

type Unit = Pick<Change, "repositories" | "at" | "touch">;

/**
 * Moves a service on to another module of its tariff because its own has no server for it, before anything was done on a panel. The record
 * of the service tells why. Where that module is worked by hand, the steps are given up and the task waits for its department.
 */
export async function fallBack(
  unit: Unit,
  step: ActionRecord,
  reason: string,
  { module, trials }: NextModule & { readonly module: Module },
): Promise<void> {
  const { services, tasks } = unit.repositories;
  const service = existing(await services.find(step.serviceId ?? ""), "service", step.serviceId ?? "");
  const task = existing(await tasks.find(step.taskId ?? ""), "task", step.taskId ?? "");
  await services.save({
    ...service,
    moduleId: module.id,
    moduleTrials: [...passedOver(service, reason), ...trials],
  });
  unit.touch("service", service.id);
  await hand(unit, task, module);
}

/** The trials so far, with the module that was chosen among those that could not serve. */
function passedOver({ moduleTrials }: Service, reason: string): Service["moduleTrials"] {
  return moduleTrials.map((trial) =>
    trial.isChosen ? { ...trial, isChosen: false, remarks: [...trial.remarks, reason] } : trial,
  );
}

async function hand(unit: Unit, task: Task, module: Module): Promise<void> {
  const { actions, tasks } = unit.repositories;
  const isAutomatic = planOf(module, "set-up") === "by-itself";
  for (const step of await actions.listByTask(task.id)) {
    if (hasEnded(step)) continue;
    if (isAutomatic) await actions.save({ ...afresh(step), moduleId: module.id });
    else await giveUpStep(unit, step, `${module.name} is worked by hand`);
    unit.touch("action", step.id);
  }
  await tasks.save({
    ...task,
    departmentId: module.departmentId,
    state: isAutomatic ? "running" : "open",
    performer: isAutomatic ? automaticPerformer : null,
    acceptedAt: isAutomatic ? unit.at : null,
  });
  unit.touch("task", task.id);
}

/** Gives back a server that somebody else got in the panel: the step that took it looks for another one, and its followers wait behind it. */
export async function giveBack(unit: Unit, step: ActionRecord): Promise<void> {
  const { actions, cards, services } = unit.repositories;
  const service = existing(await services.find(step.serviceId ?? ""), "service", step.serviceId ?? "");
  const card = existing(await cards.find(service.id), "card", service.id);
  await services.save({ ...service, state: "ordered", serverId: null });
  await cards.save({ ...card, identifier: "" });
  for (const one of await actions.listByTask(step.taskId ?? "")) {
    if (one.kind !== "take-server" && one.id !== step.id) continue;
    await actions.save(afresh(one));
    unit.touch("action", one.id);
  }
  unit.touch("service", service.id);
}

/** A step as it was before it was first tried. */
function afresh(step: ActionRecord): ActionRecord {
  return {
    ...step,
    state: "waiting",
    trouble: null,
    nextAttemptAt: null,
    operationId: null,
    deadlineAt: null,
    progress: null,
    endedAt: null,
    outcome: "",
  };
}
