import { useQuery, type Query } from "../../hooks/use-query";
import type { Pages } from "../../hooks/use-pages";
import type { ListedStep } from "./step-row";

/**
 * The selected step, also once it has left the list because it was decided or carried out: a pane never empties under
 * the hand that just used it, and never shows a state that is over.
 */
export function useListedStep(
  pages: Pages<"action.list">,
  id: string | null,
): Pick<Query<ListedStep>, "value" | "fault"> {
  const listed = pages.firstPage?.rows.find((step) => step.id === id);
  const { value, fault } = useQuery("action.get", id === null ? null : { id });
  return { value: value ?? listed, fault };
}
