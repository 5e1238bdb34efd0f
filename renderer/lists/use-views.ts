import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";
import type { View } from "../../main/contract/shapes/list";
import { useCommand } from "../hooks/use-command";
import { useQuery } from "../hooks/use-query";
import { useUndoToast } from "../parts/undo-toast";
import { useConsole } from "../stores/console-store";
import { phrase } from "../text/phrase";
import { columnsIn, filtersIn, formatSort, withColumns, withSort, withView } from "./list-words";
import type { AnyList } from "./use-list";

/** What a view is saved with. */
type ViewContent = Pick<View, "list" | "filters" | "sort" | "columns">;

export interface Views {
  readonly all: readonly View[];
  /** The view that the list is looked through; undefined when there is none. */
  readonly current: View | undefined;
  /** Filters, sort or columns are not those of the view any more. */
  readonly isChanged: boolean;
  readonly use: (view: View | null) => void;
  /** Answers whether it was saved. */
  readonly saveAs: (name: string, isShared: boolean) => Promise<boolean>;
  /** Saves the current view as the list is now, or with another name or another circle of people. */
  readonly save: (change: Partial<Pick<View, "name" | "isShared">>) => Promise<boolean>;
  readonly remove: () => Promise<void>;
  readonly add: ReturnType<typeof useCommand<"view.add">>;
  readonly saving: ReturnType<typeof useCommand<"view.save">>;
}

/** The saved views of a list: filters, sort and columns under a name. */
export function useViews(list: AnyList): Views {
  const { t } = useTranslation();
  const offerUndo = useUndoToast();
  const saved = useQuery("view.list", { list: list.name });
  const adding = useCommand("view.add");
  const saving = useCommand("view.save");
  const removing = useCommand("view.remove");
  const { putFilters } = useConsole.getState();
  const kept = useConsole((state) => state.filters[list.screen]) ?? {};
  const content: ViewContent = {
    list: list.name,
    filters: filtersIn(kept),
    sort: list.sort,
    columns: list.columns.map(({ id }) => id),
  };
  const all = saved.value ?? [];
  const current = all.find(({ id }) => id === list.viewId);

  const use = (view: View | null): void => {
    if (view === null) {
      putFilters(list.screen, {});
      return;
    }
    const sorted = withSort(view.filters, view.sort === null ? null : formatSort(view.sort));
    putFilters(list.screen, withView(withColumns(sorted, view.columns), view.id));
  };
  const looksThrough = (view: View): void => {
    putFilters(list.screen, withView(withColumns(kept, view.columns), view.id));
  };
  return {
    all,
    current,
    isChanged: current !== undefined && !isSame(current, content, columnsIn(kept)),
    use,
    add: adding,
    saving,
    saveAs: async (name, isShared) => {
      const result = await adding.run({ ...content, name, isShared });
      if (result.ok) looksThrough(result.value);
      return result.ok;
    },
    save: async (change) => {
      if (!current) return false;
      const { id, revision, name, isShared } = current;
      const result = await saving.run({ ...content, id, revision, name, isShared, ...change });
      if (result.ok) looksThrough(result.value);
      else if (change.name === undefined) tell(result.fault.message);
      return result.ok;
    },
    remove: async () => {
      if (!current) return;
      const { id, name, isShared, filters, sort, columns } = current;
      const result = await removing.run({ id });
      if (!result.ok) {
        tell(result.fault.message);
        return;
      }
      putFilters(list.screen, withView(kept, null));
      offerUndo(t("lists.view.removed", { name }), async () => {
        const again = await adding.run({ list: list.name, name, isShared, filters, sort, columns });
        if (again.ok) use(again.value);
        return again;
      });
    },
  };

  function tell(message: string): void {
    notifications.show({
      color: "red",
      message: phrase(message),
      closeButtonProps: { "aria-label": t("parts.close") },
    });
  }
}

function isSame(view: View, now: ViewContent, columns: readonly string[] | null): boolean {
  const words = ({ filters, sort }: Pick<View, "filters" | "sort">): string =>
    JSON.stringify([Object.entries(filters).filter(([, value]) => value !== "").sort(), sort]); // prettier-ignore
  return words(view) === words(now) && JSON.stringify(view.columns) === JSON.stringify(columns);
}
