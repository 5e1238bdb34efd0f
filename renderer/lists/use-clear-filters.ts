import { useTranslation } from "react-i18next";
import { useUndoToast } from "../parts/undo-toast";
import { useConsole } from "../stores/console-store";
import type { ScreenName } from "../stores/view";
import { withoutFilters } from "./list-words";

/** Opens all filters of a list; what they were can be brought back. */
export function useClearFilters(screen: ScreenName): () => void {
  const { t } = useTranslation();
  const offerUndo = useUndoToast();
  return () => {
    const { filters, putFilters } = useConsole.getState();
    const before = filters[screen] ?? {};
    putFilters(screen, withoutFilters(before));
    offerUndo(t("lists.filtersCleared"), () => {
      putFilters(screen, before);
      return Promise.resolve({ ok: true, value: null });
    });
  };
}
