import type { AddressFacts } from "../contract/shapes/panel";
import type { ActionRecord } from "../ports/store";
import type { Change } from "./app";
import { moveOn } from "./closing";

/** What a step brought to light, kept with the service. */
export interface Findings {
  readonly serverId?: number;
  readonly addresses?: readonly AddressFacts[];
}

type Unit = Pick<Change, "repositories" | "at" | "touch">;

/** Draws the consequences of an action that has ended, in the transaction that ended it: the service's facts, the task's end, the service's state. */
export async function settle(unit: Unit, action: ActionRecord, findings: Findings = {}): Promise<void> {
  if (action.serviceId !== null) await keepFindings(unit, action.serviceId, findings);
  if (action.taskId === null) return;
  unit.touch("task", action.taskId);
  const task = await unit.repositories.tasks.find(action.taskId);
  if (task?.state !== "running") return;
  const steps = await unit.repositories.actions.listByTask(task.id);
  if (steps.some((step) => step.state !== "done" && step.state !== "discarded")) return;
  await unit.repositories.tasks.save({ ...task, state: "done", endedAt: unit.at });
  const service = await unit.repositories.services.find(task.serviceId);
  if (service) await moveOn(unit, task.kind, service);
}

async function keepFindings(unit: Unit, serviceId: string, findings: Findings): Promise<void> {
  unit.touch("service", serviceId);
  const service = await unit.repositories.services.find(serviceId);
  if (!service || (findings.serverId === undefined && findings.addresses === undefined)) return;
  await unit.repositories.services.save({
    ...service,
    serverId: findings.serverId ?? service.serverId,
    addresses: findings.addresses ? [...findings.addresses] : service.addresses,
  });
  if (findings.serverId === undefined) return;
  const card = await unit.repositories.cards.find(serviceId);
  if (card) await unit.repositories.cards.save({ ...card, identifier: String(findings.serverId) });
}
