import type { Amounts, Resource, Tariff } from "../../../main/contract/shapes/tariff";

/** Why an ordered amount does not fit its resource. */
export type AmountProblem =
  | { readonly kind: "not-whole" }
  | { readonly kind: "below-included"; readonly included: number }
  | { readonly kind: "above-maximum"; readonly maximum: number }
  | { readonly kind: "off-step"; readonly lower: number; readonly upper: number };

/** Judges an amount as typed; null when it can be ordered. Steps count from the included amount. */
export function amountProblem(resource: Resource, typed: number | string): AmountProblem | null {
  const amount = typed === "" ? Number.NaN : Number(typed);
  if (!Number.isInteger(amount)) return { kind: "not-whole" };
  const { included, maximum, step } = resource;
  if (amount < included) return { kind: "below-included", included };
  if (amount > maximum) return { kind: "above-maximum", maximum };
  const overStep = (amount - included) % step;
  if (overStep === 0) return null;
  const lower = amount - overStep;
  return { kind: "off-step", lower, upper: lower + step <= maximum ? lower + step : lower };
}

/** What a tariff offers, with nothing ordered above what is included. */
export function includedAmounts(tariff: Tariff): Amounts {
  return Object.fromEntries(activeResources(tariff).map((resource) => [resource.name, resource.included]));
}

/** The resources that can be ordered, in the tariff's order. */
export function activeResources(tariff: Tariff): readonly Resource[] {
  return tariff.resources.filter((resource) => resource.isActive);
}
