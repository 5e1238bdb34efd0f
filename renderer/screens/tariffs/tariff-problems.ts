import { readMoney, type MoneyProblem } from "../../parts/money";
import type { PeriodDraft, ResourceDraft, TariffDraft, TypedNumber } from "./tariff-draft";

/** What keeps a field of the tariff editor from being saved. */
export type TariffProblem =
  | MoneyProblem
  | { readonly kind: "required" }
  | { readonly kind: "enumeration" }
  | { readonly kind: "no-period" }
  | { readonly kind: "period-twice" }
  | { readonly kind: "whole-number"; readonly from: number; readonly to: number }
  | { readonly kind: "resource-name" }
  | { readonly kind: "resource-twice" }
  | { readonly kind: "above-maximum"; readonly maximum: number };

/** Dotted path of the field, as the call's own issues name it, → what is wrong there. */
export type TariffProblems = Readonly<Record<string, TariffProblem>>;
type Finding = readonly [path: string, problem: TariffProblem | null];

const largestAmount = 1_000_000_000;
const longestMonths = 36;
const resourceName = /^[a-z][a-z0-9_]{0,39}$/;

/** Everything that keeps a draft from being saved; empty when it can be. */
export function tariffProblems(draft: TariffDraft): TariffProblems {
  const findings: Finding[] = [
    ["name", missingProblem(draft.name)],
    ["periods", draft.periods.length === 0 ? { kind: "no-period" } : null],
    ...draft.periods.flatMap((period, index) => periodProblems(period, `periods.${String(index)}`, draft)),
    ...draft.resources.flatMap((resource, index) => resourceProblems(resource, `resources.${String(index)}`, draft)),
  ];
  return Object.fromEntries(findings.filter((one): one is [string, TariffProblem] => one[1] !== null));
}

function periodProblems(period: PeriodDraft, path: string, { periods, currency }: TariffDraft): Finding[] {
  const isTwice = periods.filter((other) => String(other.months) === String(period.months)).length > 1;
  const months = period.isOther ? lengthProblem(period.months) : null;
  return [
    [`${path}.months`, months ?? (isTwice ? { kind: "period-twice" } : null)],
    [`${path}.priceMinor`, moneyProblem(period.price, currency, true)],
    [`${path}.setUpMinor`, moneyProblem(period.setUp, currency, false)],
  ];
}

function lengthProblem(months: TypedNumber): TariffProblem | null {
  return months === "" ? { kind: "required" } : numberProblem(months, 1, longestMonths);
}

function resourceProblems(resource: ResourceDraft, path: string, draft: TariffDraft): Finding[] {
  return [
    [`${path}.title`, missingProblem(resource.title)],
    [`${path}.name`, nameProblem(resource.name.trim(), draft)],
    ...(resource.valueType === "enumeration" ? choiceProblems(resource, path) : amountProblems(resource, path)),
    ...draft.periods.map(({ key }): Finding => [
      `${path}.stepPrices.${key}`,
      moneyProblem(resource.stepPrices[key] ?? "", draft.currency, false),
    ]),
  ];
}

function choiceProblems({ enumerationId }: ResourceDraft, path: string): Finding[] {
  return [[`${path}.enumerationId`, enumerationId === null ? { kind: "enumeration" } : null]];
}

function amountProblems({ included, minimum, maximum, step }: ResourceDraft, path: string): Finding[] {
  return [
    [`${path}.included`, numberProblem(included, 0, largestAmount) ?? aboveProblem(included, maximum)],
    [`${path}.minimum`, numberProblem(minimum, 0, largestAmount) ?? aboveProblem(minimum, maximum)],
    [`${path}.maximum`, numberProblem(maximum, 0, largestAmount)],
    [`${path}.step`, numberProblem(step, 1, largestAmount)],
  ];
}

function nameProblem(name: string, { resources }: TariffDraft): TariffProblem | null {
  if (name === "") return { kind: "required" };
  if (!resourceName.test(name)) return { kind: "resource-name" };
  const isTwice = resources.filter((other) => other.name.trim() === name).length > 1;
  return isTwice ? { kind: "resource-twice" } : null;
}

function aboveProblem(amount: TypedNumber, maximum: TypedNumber): TariffProblem | null {
  if (numberProblem(maximum, 0, largestAmount) !== null || Number(amount) <= Number(maximum)) return null;
  return { kind: "above-maximum", maximum: Number(maximum) };
}

function numberProblem(typed: TypedNumber, from: number, to: number): TariffProblem | null {
  const number = typed === "" ? Number.NaN : Number(typed);
  return Number.isInteger(number) && number >= from && number <= to ? null : { kind: "whole-number", from, to };
}

function missingProblem(text: string): TariffProblem | null {
  return text.trim() === "" ? { kind: "required" } : null;
}

/** A price has to be given, if only as 0; an empty fee is none. */
function moneyProblem(text: string, currency: string, isRequired: boolean): MoneyProblem | null {
  const reading = readMoney(text, currency);
  if (reading.ok || (reading.problem.kind === "empty" && !isRequired)) return null;
  return reading.problem;
}

/** Whether a problem only says that something is still missing: not worth saying before the form is sent. */
export function isPremature({ kind }: TariffProblem): boolean {
  return kind === "required" || kind === "empty" || kind === "enumeration";
}
