import { useCallback } from "react";
import type { CallInput } from "../../../main/contract/calls";
import { useConsole } from "../../stores/console-store";

export const taskFilterStates = ["live", "open", "in-work", "running", "done", "cancelled", "all"] as const;
export type TaskFilterState = (typeof taskFilterStates)[number];

export interface QueueFilter {
  readonly state: TaskFilterState;
  readonly departmentId: string | null;
  readonly isMine: boolean;
  readonly search: string;
  /** The same for `task.list`. */
  readonly input: Omit<CallInput<"task.list">, "offset" | "limit">;
  readonly isFiltered: boolean;
  readonly change: (name: "state" | "department" | "mine" | "search", value: string) => void;
}

/** The filters of the queue, kept while other screens are looked at. */
export function useQueueFilter(): QueueFilter {
  const kept = useConsole((store) => store.filters.queue);
  const operator = useConsole((store) => store.description?.operator ?? "");
  const setFilter = useConsole((store) => store.setFilter);
  const state = taskFilterStates.find((one) => one === kept?.["state"]) ?? "live";
  const departmentId = kept?.["department"] === undefined || kept["department"] === "" ? null : kept["department"];
  const isMine = kept?.["mine"] === "yes";
  const search = kept?.["search"] ?? "";
  return {
    state,
    departmentId,
    isMine,
    search,
    input: { state, departmentId, performer: isMine ? operator : null, search },
    isFiltered: state !== "live" || departmentId !== null || isMine || search !== "",
    change: useCallback(
      (name, value) => {
        setFilter("queue", name, value);
      },
      [setFilter],
    ),
  };
}
