import type { Link } from "../main/contract/shapes/module";

interface LeavingQuestion {
  readonly message: string;
  readonly detail: string;
}

/** What to ask before the program ends; undefined when every step has gone out. Steps that need a decision do not wait for a panel. */
export function askBeforeLeaving(
  links: readonly Pick<Link, "waiting" | "needsAttention">[],
): LeavingQuestion | undefined {
  const count = links.reduce((sum, { waiting, needsAttention }) => sum + waiting - needsAttention, 0);
  if (count <= 0) return undefined;
  return count === 1
    ? { message: "1 step waits", detail: "It goes out at the next start." }
    : { message: `${String(count)} steps wait`, detail: "They go out at the next start." };
}
