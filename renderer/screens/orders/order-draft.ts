import type { CallInput } from "../../../main/contract/calls";
import type { Amounts, Choices, Tariff } from "../../../main/contract/shapes/tariff";
import { comparePeriods } from "../../parts/period-words";
import { amountProblem, chosenResources, countedResources, leastAmount, leastAmounts } from "./amount-limits";
import type { AmountProblem } from "./amount-limits";

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
  /** By internal name of the resource. */
  readonly amounts: Readonly<Record<string, number | string>>;
  /** By internal name of the resource; missing while nothing was chosen. */
  readonly choices?: Choices;
  readonly label: string;
  readonly note: string;
}

export const emptyOrderDraft: OrderDraft = {
  customer: null,
  tariffId: null,
  periodMonths: null,
  amounts: {},
  choices: {},
  label: "",
  note: "",
};

export const longestLabel = 120;
export const longestNote = 500;

/** The draft on another tariff: the amounts start at the least, nothing is chosen, a period that it lacks becomes its shortest. */
export function withTariff(draft: OrderDraft, tariff: Tariff): OrderDraft {
  const lengths = tariff.periods.map((period) => period.months).sort(comparePeriods);
  const kept = lengths.find((months) => months === draft.periodMonths);
  return {
    ...draft,
    tariffId: tariff.id,
    periodMonths: kept ?? lengths[0] ?? null,
    amounts: leastAmounts(tariff),
    choices: {},
  };
}

/** What is wrong with each amount; empty when all of them can be ordered. */
export function amountProblems(draft: OrderDraft, tariff: Tariff): Readonly<Record<string, AmountProblem>> {
  const judged = countedResources(tariff).map(
    (resource) =>
      [resource.name, amountProblem(resource, draft.amounts[resource.name] ?? leastAmount(resource))] as const,
  );
  return Object.fromEntries(judged.filter((one): one is readonly [string, AmountProblem] => one[1] !== null));
}

/** Internal names of the resources of which nothing was chosen yet. */
export function missingChoices(draft: OrderDraft, tariff: Tariff): readonly string[] {
  return chosenResources(tariff)
    .map(({ name }) => name)
    .filter((name) => draft.choices?.[name] === undefined);
}

/** What the price is asked with; null while there is no tariff and period, an amount does not fit, or nothing was chosen. */
export function checkInput(draft: OrderDraft, tariff: Tariff | undefined): CallInput<"order.check"> | null {
  const { periodMonths } = draft;
  if (!tariff || periodMonths === null) return null;
  if (Object.keys(amountProblems(draft, tariff)).length > 0 || missingChoices(draft, tariff).length > 0) return null;
  const amounts: Amounts = Object.fromEntries(
    countedResources(tariff).map((one) => [one.name, Number(draft.amounts[one.name] ?? leastAmount(one))]),
  );
  const choices: Choices = Object.fromEntries(
    chosenResources(tariff).map(({ name }) => [name, draft.choices?.[name] ?? ""]),
  );
  return { tariffId: tariff.id, periodMonths, amounts, choices };
}

/** The order ready to be placed; null while something is missing or does not fit. */
export function placeInput(draft: OrderDraft, tariff: Tariff | undefined): CallInput<"order.place"> | null {
  const checked = checkInput(draft, tariff);
  const label = draft.label.trim();
  const note = draft.note.trim();
  if (!checked || !draft.customer || label.length > longestLabel || note.length > longestNote) return null;
  return { ...checked, customerId: draft.customer.id, label, note };
}
