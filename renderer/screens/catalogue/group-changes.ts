import type { CatalogueChange } from "../../../main/contract/shapes/catalogue";

export type ChangeGroup = "problem" | "added" | "changed" | "same";

/** The changes by what they mean to the reader; one with a problem is nothing else. */
export function groupChanges(
  changes: readonly CatalogueChange[],
): Readonly<Record<ChangeGroup, readonly CatalogueChange[]>> {
  const kindOf = ({ problem, change }: CatalogueChange): ChangeGroup => (problem === "" ? change : "problem");
  const inGroup = (group: ChangeGroup) => changes.filter((change) => kindOf(change) === group);
  return { problem: inGroup("problem"), added: inGroup("added"), changed: inGroup("changed"), same: inGroup("same") };
}
