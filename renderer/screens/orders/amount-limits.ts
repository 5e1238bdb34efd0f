import type { Amounts, Resource, TariffContent } from "../../../main/contract/shapes/tariff";

/** Why an ordered amount does not fit its resource. */
export type AmountProblem =
  | { readonly kind: "not-whole" }
  | { readonly kind: "below-minimum"; readonly minimum: number }
  | { readonly kind: "above-maximum"; readonly maximum: number }
  | { readonly kind: "off-step"; readonly lower: number; readonly upper: number };

type Limits = Pick<Resource, "included" | "minimum" | "maximum" | "step">;

/** Judges an amount as typed; null when it can be ordered. Only above the included amount it goes in steps, counted from there. */
export function amountProblem(resource: Limits, typed: number | string): AmountProblem | null {
  const amount = typed === "" ? Number.NaN : Number(typed);
  if (!Number.isInteger(amount)) return { kind: "not-whole" };
  const { included, minimum, maximum, step } = resource;
  if (amount < minimum) return { kind: "below-minimum", minimum };
  if (amount > maximum) return { kind: "above-maximum", maximum };
  const overStep = amount > included ? (amount - included) % step : 0;
  if (overStep === 0) return null;
  const upper = amount - overStep + step;
  const lower = amount - overStep >= minimum ? amount - overStep : upper;
  return { kind: "off-step", lower: lower <= maximum ? lower : upper, upper: upper <= maximum ? upper : lower };
}

/** What is ordered when nothing is said: the included amount, or the least above it that can be ordered. */
export function leastAmount({ included, minimum, step }: Limits): number {
  return included + Math.ceil(Math.max(minimum - included, 0) / step) * step;
}

/** What a tariff offers, with nothing ordered beyond the least. */
export function leastAmounts(tariff: TariffContent): Amounts {
  return Object.fromEntries(countedResources(tariff).map((resource) => [resource.name, leastAmount(resource)]));
}

/** The resources that have an amount, in the tariff's order. */
export function countedResources(tariff: TariffContent): readonly Resource[] {
  return tariff.resources.filter((resource) => resource.isActive && resource.valueType !== "enumeration");
}

/** The resources of which an item is chosen, in the tariff's order. */
export function chosenResources(tariff: TariffContent): readonly Resource[] {
  return tariff.resources.filter((resource) => resource.isActive && resource.valueType === "enumeration");
}
