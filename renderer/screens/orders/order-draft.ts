import type { CallInput } from "../../../main/contract/calls";
import type { Amounts, ResourceName, Tariff } from "../../../main/contract/shapes/tariff";
import { activeResources, amountProblem, includedAmounts, type AmountProblem } from "./amount-limits";

export interface OrderCustomer {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** An order as the form holds it. */
export interface OrderDraft {
  readonly customer: OrderCustomer | null;
  readonly tariffId: string | null;
  readonly periodMonths: number | null;
  readonly amounts: Readonly<Partial<Record<ResourceName, number | string>>>;
  readonly label: string;
  readonly note: string;
}

export const emptyOrderDraft: OrderDraft = {
  customer: null,
  tariffId: null,
  periodMonths: null,
  amounts: {},
  label: "",
  note: "",
};

export const longestLabel = 120;
export const longestNote = 500;

/** The draft on another tariff: the amounts start at what is included there; a period that it lacks becomes its shortest. */
export function withTariff(draft: OrderDraft, tariff: Tariff): OrderDraft {
  const isKept = tariff.periods.some((period) => period.months === draft.periodMonths);
  const shortest = tariff.periods.length === 0 ? null : Math.min(...tariff.periods.map((period) => period.months));
  return {
    ...draft,
    tariffId: tariff.id,
    periodMonths: isKept ? draft.periodMonths : shortest,
    amounts: includedAmounts(tariff),
  };
}

/** What is wrong with each amount; empty when all of them can be ordered. */
export function amountProblems(
  draft: OrderDraft,
  tariff: Tariff,
): Readonly<Partial<Record<ResourceName, AmountProblem>>> {
  const problems = activeResources(tariff).map((resource) => {
    const problem = amountProblem(resource, draft.amounts[resource.name] ?? resource.included);
    return [resource.name, problem] as const;
  });
  return Object.fromEntries(problems.filter(([, problem]) => problem !== null));
}

/** What the price is asked with; null while there is no tariff and period, or an amount does not fit. */
export function checkInput(draft: OrderDraft, tariff: Tariff | undefined): CallInput<"order.check"> | null {
  const { periodMonths } = draft;
  if (!tariff || periodMonths === null || Object.keys(amountProblems(draft, tariff)).length > 0) return null;
  const amounts: Amounts = Object.fromEntries(
    activeResources(tariff).map(({ name, included }) => [name, Number(draft.amounts[name] ?? included)]),
  );
  return { tariffId: tariff.id, periodMonths, amounts };
}

/** The order ready to be placed; null while something is missing or does not fit. */
export function placeInput(draft: OrderDraft, tariff: Tariff | undefined): CallInput<"order.place"> | null {
  const checked = checkInput(draft, tariff);
  const label = draft.label.trim();
  const note = draft.note.trim();
  if (!checked || !draft.customer || label.length > longestLabel || note.length > longestNote) return null;
  return { ...checked, customerId: draft.customer.id, label, note };
}
