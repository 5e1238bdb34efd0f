import type { Link } from "../main/contract/shapes/module";
import type { HostTexts } from "./text/texts";

interface LeavingQuestion {
  readonly message: string;
  readonly detail: string;
}

/** What to ask before the program ends; undefined when every step has gone out. Steps that need a decision do not wait for a panel. */
export function askBeforeLeaving(
  links: readonly Pick<Link, "waiting" | "needsAttention">[],
  { leaving }: HostTexts,
): LeavingQuestion | undefined {
  const count = links.reduce((sum, { waiting, needsAttention }) => sum + waiting - needsAttention, 0);
  if (count <= 0) return undefined;
  return { message: leaving.stepsWait(count), detail: leaving.goOutLater(count) };
}
