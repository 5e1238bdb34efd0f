import type { Action } from "../../../main/contract/shapes/action";
import { useConsole } from "../../stores/console-store";

/** When a waiting step is tried next; null where its own time says nothing: out of reach, a panel is asked as a whole. */
export function useNextTry({ moduleId, state, heldBy, nextAttemptAt }: Action): number | null {
  const isUp = useConsole(({ links }) => links.find((link) => link.moduleId === moduleId)?.state === "up");
  return isUp && state === "waiting" && heldBy === null ? nextAttemptAt : null;
}
