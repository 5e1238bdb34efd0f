import type { TaskRow } from "../../../main/contract/shapes/task";
import { useRight } from "../../hooks/use-right";
import { useConsole } from "../../stores/console-store";

/** Whether whoever works here holds the task and may carry it out; a role can change meanwhile. */
export function useIsMine(task: TaskRow): boolean {
  const operator = useConsole((state) => state.description?.operator);
  const mayWork = useRight("task.close");
  return mayWork && task.state === "in-work" && task.performer === operator;
}
