import { readMoney, type MoneyProblem } from "../../parts/money";
import type { PeriodDraft, ResourceDraft, TariffDraft, TypedNumber } from "./tariff-draft";

/** What keeps a field of the tariff editor from being saved. */
export type TariffProblem =
  | MoneyProblem
  | { readonly kind: "required" }
  | { readonly kind: "currency-code" }
  | { readonly kind: "no-period" }
  | { readonly kind: "period-twice"; readonly months: number }
  | { readonly kind: "whole-number"; readonly from: number; readonly to: number }
  | { readonly kind: "included-above-maximum"; readonly maximum: number };

/** Dotted path of the field, as the call's own issues name it, → what is wrong there. */
export type TariffProblems = Readonly<Record<string, TariffProblem>>;

const largestAmount = 1_000_000_000;
const longestMonths = 36;

/** Everything that keeps a draft from being saved; empty when it can be. */
export function tariffProblems(draft: TariffDraft): TariffProblems {
  const problems: [string, TariffProblem | null][] = [
    ["name", draft.name.trim() === "" ? { kind: "required" } : null],
    ["currency", /^[A-Z]{3}$/.test(draft.currency) ? null : { kind: "currency-code" }],
    ["periods", draft.periods.length === 0 ? { kind: "no-period" } : null],
    ...draft.periods.flatMap((period, index) => periodProblems(period, `periods.${String(index)}`, draft)),
    ...draft.resources.flatMap((resource, index) =>
      resourceProblems(resource, `resources.${String(index)}`, draft.currency),
    ),
  ];
  return Object.fromEntries(problems.filter((entry): entry is [string, TariffProblem] => entry[1] !== null));
}

function periodProblems(period: PeriodDraft, path: string, draft: TariffDraft): [string, TariffProblem | null][] {
  const isTwice = draft.periods.filter((other) => Number(other.months) === Number(period.months)).length > 1;
  return [
    [
      `${path}.months`,
      numberProblem(period.months, 1, longestMonths) ??
        (isTwice ? { kind: "period-twice", months: Number(period.months) } : null),
    ],
    [`${path}.priceMinor`, moneyProblem(period.price, draft.currency, true)],
    [`${path}.setUpMinor`, moneyProblem(period.setUp, draft.currency, false)],
  ];
}

function resourceProblems(resource: ResourceDraft, path: string, currency: string): [string, TariffProblem | null][] {
  return [
    [`${path}.measure`, resource.measure.trim() === "" ? { kind: "required" } : null],
    [
      `${path}.included`,
      numberProblem(resource.included, 0, largestAmount) ?? includedProblem(resource.included, resource.maximum),
    ],
    [`${path}.maximum`, numberProblem(resource.maximum, 0, largestAmount)],
    [`${path}.step`, numberProblem(resource.step, 1, largestAmount)],
    [`${path}.stepPriceMinor`, moneyProblem(resource.stepPrice, currency, false)],
  ];
}

function includedProblem(included: TypedNumber, maximum: TypedNumber): TariffProblem | null {
  if (numberProblem(maximum, 0, largestAmount) !== null || Number(included) <= Number(maximum)) return null;
  return { kind: "included-above-maximum", maximum: Number(maximum) };
}

function numberProblem(typed: TypedNumber, from: number, to: number): TariffProblem | null {
  const number = typed === "" ? Number.NaN : Number(typed);
  return Number.isInteger(number) && number >= from && number <= to ? null : { kind: "whole-number", from, to };
}

/** A price has to be given, if only as 0; an empty fee is none. */
function moneyProblem(text: string, currency: string, isRequired: boolean): MoneyProblem | null {
  const reading = readMoney(text, currency);
  if (reading.ok || (reading.problem.kind === "empty" && !isRequired)) return null;
  return reading.problem;
}

/** Whether a problem only says that something is still missing: not worth saying before the form is sent. */
export function isPremature(problem: TariffProblem): boolean {
  return problem.kind === "required" || problem.kind === "empty";
}
