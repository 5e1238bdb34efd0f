import type { TaskRow } from "../../../main/contract/shapes/task";

/** What stands in the pane of a task. */
export type TaskWork = "steps" | "card" | "closing" | "by-hand";

type Decisive = Pick<TaskRow, "kind" | "performer" | "moduleType" | "productType">;

/** Performer of tasks that nobody has to accept, as the contract names it. */
const automaticPerformer = "Rackside";

/** Steps that run by themselves, a card to fill in, a closing that the panel follows, or work that is all done by hand. */
export function workOf(task: Decisive): TaskWork {
  if (runsByItself(task)) return "steps";
  if (task.kind === "set-up") return "card";
  return task.kind === "close" && task.moduleType === "dcimanager6-colocation" ? "closing" : "by-hand";
}

function runsByItself({ kind, performer, moduleType, productType }: Decisive): boolean {
  const isDedicated = moduleType === "dsmanager" && productType === "dedicated";
  return performer === automaticPerformer || kind === "assign-addresses" || isDedicated;
}
