import type { ConsoleState } from "../stores/console-store";

/** A site without a panel begins with the choice between practising and connecting, unless that was put off. */
export function needsStart({ description, isStartDismissed }: ConsoleState): boolean {
  return (
    description !== null && description.profile !== "practice" && description.moduleCount === 0 && !isStartDismissed
  );
}
