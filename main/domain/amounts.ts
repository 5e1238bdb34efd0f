import type { Amounts } from "../contract/shapes/tariff";

/** Names of the resources whose amounts differ; what is not named counts as none. */
export function changedResources(before: Amounts, after: Amounts): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => (before[name] ?? 0) !== (after[name] ?? 0),
  );
}
