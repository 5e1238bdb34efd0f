import type { Action } from "../../../main/contract/shapes/action";

/** A step that was carried out or given up: nothing can be decided about it any more. */
export function isOver({ state }: Pick<Action, "state">): boolean {
  return state === "done" || state === "discarded";
}
