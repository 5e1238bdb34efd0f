import type { Issue } from "../contract/faults";
import type { Amounts, Price, Resource, TariffContent } from "../contract/shapes/tariff";
import { describeAmount } from "./measure";

type Sold = Pick<TariffContent, "resources">;

/**
 * The ordered amounts with every active resource filled in. What was not named is the included amount, or the least above it that can be ordered.
 * A choice from an enumeration has no amount.
 */
export function completeAmounts({ resources }: Sold, amounts: Amounts): Amounts {
  const counted = resources.filter((resource) => resource.isActive && isCounted(resource));
  return Object.fromEntries(
    counted.map((resource) => [resource.name, amounts[resource.name] ?? leastAmount(resource)]),
  );
}

/** What is ordered when nothing is said; above the maximum when nothing of the resource can be ordered at all. */
export function leastAmount({ included, minimum, step }: Resource): number {
  return included + Math.ceil(Math.max(minimum - included, 0) / step) * step;
}

/** What is wrong with ordered amounts, one issue a resource, at `amounts.NAME`. */
export function checkAmounts({ resources }: Sold, amounts: Amounts): Issue[] {
  const issues: Issue[] = [];
  for (const [name, amount] of Object.entries(amounts)) {
    const resource = resources.find((one) => one.name === name && one.isActive);
    const message = resource ? amountProblem(resource, amount) : "Not part of this tariff";
    if (message !== null) issues.push({ path: `amounts.${name}`, message });
  }
  return issues;
}

/** Whole steps are asked for only above the included amount: what is below is contained and costs nothing. */
function amountProblem(resource: Resource, amount: number): string | null {
  const { included, minimum, maximum, measure, step } = resource;
  if (!isCounted(resource)) return "Has a choice, not an amount";
  if (amount < minimum) return `At least ${describeAmount(minimum, measure)}`;
  if (amount > maximum) return `At most ${describeAmount(maximum, measure)}`;
  if (amount > included && (amount - included) % step !== 0) {
    return `In steps of ${describeAmount(step, measure)} from ${describeAmount(included, measure)}`;
  }
  return null;
}

/**
 * What a change of a running service may not do, one issue a resource, at `amounts.NAME`. Whoever works at the console is staff, so `staff` is
 * no obstacle here.
 */
export function checkChange({ resources }: Sold, before: Amounts, after: Amounts): Issue[] {
  const issues: Issue[] = [];
  for (const { name, changeBy, measure } of resources) {
    const present = before[name];
    const wanted = after[name];
    if (present === undefined || wanted === undefined) continue;
    const path = `amounts.${name}`;
    const now = describeAmount(present, measure);
    if (changeBy === "up-only" && wanted < present) issues.push({ path, message: `Only upwards: ${now} or more` });
    if (changeBy === "down-only" && wanted > present) issues.push({ path, message: `Only downwards: ${now} or less` });
  }
  return issues;
}

/**
 * Price of one period, line by line: its own price, the set-up fee once, and for each resource that is priced when ordered the steps above the
 * included amount times the period's price of a step. Integer minor units throughout. Undefined when the tariff has no such period.
 */
export function priceOrder(
  tariff: Pick<TariffContent, "currency" | "periods" | "resources">,
  periodMonths: number,
  amounts: Amounts,
): Price | undefined {
  const period = tariff.periods.find((one) => one.months === periodMonths);
  if (!period) return undefined;
  const lines = [{ subject: "period", quantity: 1, amountMinor: period.priceMinor }];
  if (period.setUpMinor > 0) lines.push({ subject: "set-up", quantity: 1, amountMinor: period.setUpMinor });
  for (const resource of tariff.resources) {
    if (!resource.isActive || !isCounted(resource) || resource.billing !== "ordered") continue;
    const extra = (amounts[resource.name] ?? leastAmount(resource)) - resource.included;
    if (extra <= 0) continue;
    const steps = Math.ceil(extra / resource.step);
    lines.push({ subject: resource.name, quantity: extra, amountMinor: steps * stepPriceFor(resource, periodMonths) });
  }
  return { currency: tariff.currency, lines, totalMinor: lines.reduce((sum, line) => sum + line.amountMinor, 0) };
}

function stepPriceFor({ stepPrices }: Resource, periodMonths: number): number {
  return stepPrices.find((one) => one.months === periodMonths)?.priceMinor ?? 0;
}

function isCounted({ valueType }: Resource): boolean {
  return valueType !== "enumeration";
}
