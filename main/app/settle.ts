import type { AddressFacts } from "../contract/shapes/panel";
import { serviceWithout } from "../domain/service";
import type { ActionRecord } from "../ports/store";
import type { Change } from "./app";
import { moveOn } from "./closing";
import { hasEnded } from "./giving-up";
import { followService } from "./label-needs";

/** What a step brought to light, kept with the service and its card. */
export interface Findings {
  readonly serverId?: number;
  readonly addresses?: readonly AddressFacts[];
  /** Name of the server; the label of a service that was ordered without one. */
  readonly label?: string;
  readonly rack?: string;
  /** The account of a system that was installed. */
  readonly account?: { readonly username: string; readonly sealedPassword: string };
}

type Unit = Pick<Change, "repositories" | "at" | "touch">;

/** Draws the consequences of an action that has ended, in the transaction that ended it: the service's facts, the task's end, the service's state. */
export async function settle(unit: Unit, action: ActionRecord, findings: Findings = {}): Promise<void> {
  if (action.serviceId !== null) await keepFindings(unit, action.serviceId, action.kind, findings);
  if (action.taskId === null) return;
  unit.touch("task", action.taskId);
  const task = await unit.repositories.tasks.find(action.taskId);
  if (task?.state !== "running") return;
  const steps = await unit.repositories.actions.listByTask(task.id);
  if (!steps.every(hasEnded)) return;
  const service = await unit.repositories.services.find(task.serviceId);
  // A change is all or nothing: with a step given up the customer does not have what was ordered.
  if (task.kind === "change" && steps.some((step) => step.state === "discarded")) {
    await unit.repositories.tasks.save({ ...task, state: "cancelled", endedAt: unit.at });
    if (service) await unit.repositories.services.save(serviceWithout("change", service, unit.at));
    return;
  }
  await unit.repositories.tasks.save({ ...task, state: "done", endedAt: unit.at });
  if (service) await moveOn(unit, task.kind, service);
}

async function keepFindings(unit: Unit, serviceId: string, step: string, findings: Findings): Promise<void> {
  unit.touch("service", serviceId);
  const service = await unit.repositories.services.find(serviceId);
  if (!service || Object.keys(findings).length === 0) return;
  const { serverId, addresses, label } = findings;
  await unit.repositories.services.save({
    ...service,
    // From here on the service has something to hand back.
    state: step === "take-server" && service.state === "ordered" ? "processing" : service.state,
    label: service.label || (label ?? ""),
    serverId: serverId ?? service.serverId,
    addresses: addresses ? [...addresses] : service.addresses,
  });
  await keepOnCard(unit, serviceId, findings);
  await followService(unit, serviceId);
}

async function keepOnCard(
  { repositories: { cards } }: Unit,
  serviceId: string,
  { serverId, label, rack, account }: Findings,
): Promise<void> {
  if ([serverId, label, rack, account].every((found) => found === undefined)) return;
  const card = await cards.find(serviceId);
  if (!card) return;
  await cards.save({
    ...card,
    identifier: serverId === undefined ? card.identifier : String(serverId),
    label: card.label || (label ?? ""),
    rack: rack ?? card.rack,
    ...account,
  });
}
