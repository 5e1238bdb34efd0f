import type { Amounts, Measure, Resource } from "../contract/shapes/tariff";

/** Each measure with its next larger one, which is a thousand of it. */
const larger: Readonly<Partial<Record<Measure, Measure>>> = { "Mbit/s": "Gbit/s", W: "kW", GB: "TB" };
const inOneLarger = 1_000;

/**
 * How an amount reads in the largest measure of its chain that it fills: 2500 Mbit/s is `2.5 Gbit/s`. Exact, because amounts are whole and
 * a chain goes by thousands.
 */
export function describeAmount(amount: number, measure: Measure): string {
  const next = larger[measure];
  if (next === undefined || amount < inOneLarger) return `${String(amount)} ${measure}`;
  const rest = amount % inOneLarger;
  const decimals = rest === 0 ? "" : `.${String(rest).padStart(3, "0").replace(/0+$/, "")}`;
  return `${String((amount - rest) / inOneLarger)}${decimals} ${next}`;
}

/**
 * Amounts of resources as `after` counts them; one in a smaller measure may come out broken. What `after` counts in something that has nothing to do
 * with it falls away.
 */
export function recountAmounts(amounts: Amounts, before: readonly Counted[], after: readonly Counted[]): Amounts {
  const measureIn = (resources: readonly Counted[], name: string) =>
    resources.find((one) => one.name === name)?.measure;
  return Object.fromEntries(
    Object.entries(amounts).flatMap(([name, amount]) => {
      const from = measureIn(before, name);
      const to = measureIn(after, name);
      const recounted = from === undefined || to === undefined ? amount : convertAmount(amount, from, to);
      return recounted === undefined ? [] : [[name, recounted]];
    }),
  );
}

type Counted = Pick<Resource, "name" | "measure">;

/** An amount counted in another measure of the same chain; undefined where the two have nothing in common. */
export function convertAmount(amount: number, from: Measure, to: Measure): number | undefined {
  if (from === to) return amount;
  if (larger[from] === to) return amount / inOneLarger;
  return larger[to] === from ? amount * inOneLarger : undefined;
}
