import type { Fault } from "../../main/contract/faults";

/**
 * The messages of a fault by field path, ready for a form. `prefix` is the path of the form's object in the
 * call's input: with `card`, the issue `card.rack` belongs to the field `rack`.
 */
export function issuesByField(fault: Fault | null, prefix = ""): Readonly<Record<string, string>> {
  if (fault?.kind !== "invalid-input") return {};
  const start = prefix === "" ? "" : `${prefix}.`;
  return Object.fromEntries(
    fault.issues
      .filter((issue) => issue.path !== "" && issue.path.startsWith(start))
      .map((issue) => [issue.path.slice(start.length), issue.message]),
  );
}

/** Whether every issue of the fault has its field among `fields`; otherwise the notice must be shown as well. */
export function isCoveredByFields(fault: Fault | null, fields: readonly string[], prefix = ""): boolean {
  if (fault?.kind !== "invalid-input") return false;
  const found = Object.keys(issuesByField(fault, prefix)).filter((path) => fields.includes(path));
  return found.length === fault.issues.length;
}
