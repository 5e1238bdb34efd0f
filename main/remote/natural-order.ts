const collator = new Intl.Collator("en", { numeric: true });

/** Orders names as a person counts them: `Gi1/0/2` before `Gi1/0/12`. A total order: 0 for equal texts only. */
export function compareNaturally(left: string, right: string): number {
  const order = collator.compare(left, right);
  if (order !== 0 || left === right) return order;
  return left < right ? -1 : 1;
}
