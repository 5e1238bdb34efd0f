import { useCallback } from "react";
import { useConsole } from "../../stores/console-store";

export interface InboxFilter {
  readonly departmentId: string | null;
  readonly onlyUnread: boolean;
  readonly change: (name: "department" | "unread", value: string) => void;
}

/** The filters of the inbox, kept while other screens are looked at. */
export function useInboxFilter(): InboxFilter {
  const kept = useConsole((state) => state.filters.inbox);
  const setFilter = useConsole((state) => state.setFilter);
  const department = kept?.["department"] ?? "";
  return {
    departmentId: department === "" ? null : department,
    onlyUnread: kept?.["unread"] === "yes",
    change: useCallback(
      (name, value) => {
        setFilter("inbox", name, value);
      },
      [setFilter],
    ),
  };
}
