import type { Pages } from "../../hooks/use-pages";
import { useConsole } from "../../stores/console-store";
import type { ListedStep } from "./step-row";

/**
 * The selected step, also once it has left the list because it was decided or carried out: a pane never empties under
 * the hand that just used it.
 */
export function useListedStep(pages: Pages<"action.list">, id: string | null): ListedStep | undefined {
  const record = useConsole((state) => (id === null ? undefined : state.records.get(id)));
  const listed = pages.firstPage?.rows.find((step) => step.id === id);
  if (listed) return listed;
  // A record with the panel's name came from `action.list`; the other calls give steps without it.
  return record && "moduleName" in record && "sequence" in record ? (record as unknown as ListedStep) : undefined;
}
