import type { Issue } from "../contract/faults";
import type { Amounts, Price, Resource, ResourceName, Tariff } from "../contract/shapes/tariff";

/** The ordered amounts with every active resource filled in: what was not named is the included amount. */
export function completeAmounts(tariff: Pick<Tariff, "resources">, amounts: Amounts): Amounts {
  const complete: Partial<Record<ResourceName, number>> = {};
  for (const resource of tariff.resources) {
    if (resource.isActive) complete[resource.name] = amounts[resource.name] ?? resource.included;
  }
  return complete;
}

/** What is wrong with ordered amounts, one issue a resource, at `amounts.NAME`. */
export function checkAmounts(tariff: Pick<Tariff, "resources">, amounts: Amounts): Issue[] {
  const issues: Issue[] = [];
  for (const [name, amount] of Object.entries(amounts)) {
    const resource = tariff.resources.find((one) => one.name === name && one.isActive);
    const message = resource ? amountProblem(resource, amount) : "Not part of this tariff";
    if (message) issues.push({ path: `amounts.${name}`, message });
  }
  return issues;
}

function amountProblem(resource: Resource, amount: number): string | null {
  if (amount < resource.included) return `At least ${String(resource.included)}: that much is included`;
  if (amount > resource.maximum) return `At most ${String(resource.maximum)}`;
  if ((amount - resource.included) % resource.step !== 0) {
    return `In steps of ${String(resource.step)} from ${String(resource.included)}`;
  }
  return null;
}

/**
 * Price of one period: its own price, the set-up fee once, and for each resource the steps above the included amount
 * times the step price times the months. Integer minor units throughout. Undefined when the tariff has no such period.
 */
export function priceOrder(tariff: Tariff, periodMonths: number, amounts: Amounts): Price | undefined {
  const period = tariff.periods.find((one) => one.months === periodMonths);
  if (!period) return undefined;
  const lines = [{ subject: "period", quantity: 1, amountMinor: period.priceMinor }];
  if (period.setUpMinor > 0) lines.push({ subject: "set-up", quantity: 1, amountMinor: period.setUpMinor });
  for (const resource of tariff.resources) {
    if (!resource.isActive) continue;
    const ordered = amounts[resource.name] ?? resource.included;
    const extra = ordered - resource.included;
    if (extra <= 0) continue;
    const steps = Math.ceil(extra / resource.step);
    lines.push({
      subject: resource.name,
      quantity: extra,
      amountMinor: steps * resource.stepPriceMinor * periodMonths,
    });
  }
  return { currency: tariff.currency, lines, totalMinor: lines.reduce((sum, line) => sum + line.amountMinor, 0) };
}
