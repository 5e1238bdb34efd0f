import type { Service } from "../contract/shapes/service";
import { withoutSecret } from "../domain/action-request";
import type { ActionRecord } from "../ports/store";
import type { Change } from "./app";
import { notAllowed } from "./app";

type Unit = Pick<Change, "repositories" | "at" | "touch">;

/** Whether a step has ended, one way or the other. */
export function hasEnded({ state }: Pick<ActionRecord, "state">): boolean {
  return state === "done" || state === "discarded";
}

/** Ends a step without its effect. Its secret leaves the outbox with its end; the consequences are the caller's matter. */
export async function giveUpStep(unit: Unit, step: ActionRecord, reason: string): Promise<ActionRecord> {
  if (step.state === "sending") throw notAllowed("action-sending", "This step is being sent right now");
  unit.touch("action", step.id);
  return unit.repositories.actions.save({
    ...step,
    state: "discarded",
    heldBy: null,
    endedAt: unit.at,
    nextAttemptAt: null,
    outcome: `Given up: ${reason}`,
    request: withoutSecret(step.request),
  });
}

/** Cancels every task of a service that has not ended, whoever holds it, and gives up the steps that have not. */
export async function abandonTasks(unit: Unit, { id }: Pick<Service, "id">, reason: string): Promise<void> {
  const { actions, tasks } = unit.repositories;
  for (const step of await actions.listByService(id)) if (!hasEnded(step)) await giveUpStep(unit, step, reason);
  for (const task of await tasks.listByService(id)) {
    if (task.endedAt !== null) continue;
    await tasks.save({ ...task, state: "cancelled", endedAt: unit.at });
    unit.touch("task", task.id);
  }
}
