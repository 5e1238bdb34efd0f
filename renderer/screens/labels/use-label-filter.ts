import { useCallback } from "react";
import type { LabelKind } from "../../../main/contract/shapes/label";
import { useConsole } from "../../stores/console-store";

export interface LabelFilter {
  readonly kind: LabelKind | null;
  readonly onlyNeeding: boolean;
  readonly search: string;
  readonly change: (name: "kind" | "needing" | "search", value: string) => void;
}

/** The filters of the list, kept while other screens are looked at. */
export function useLabelFilter(): LabelFilter {
  const kept = useConsole((state) => state.filters.labels);
  const setFilter = useConsole((state) => state.setFilter);
  const kind = kept?.["kind"] ?? "";
  return {
    // Only the options of the field are ever put there.
    kind: kind === "" ? null : (kind as LabelKind),
    onlyNeeding: kept?.["needing"] === "yes",
    search: kept?.["search"] ?? "",
    change: useCallback(
      (name, value) => {
        setFilter("labels", name, value);
      },
      [setFilter],
    ),
  };
}
