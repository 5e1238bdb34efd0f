import type { ConsoleDescription } from "../main/contract/shapes/console";
import type { WorkstationBook } from "./preferences";
import type { ProfileDesk } from "./profile-desk";

/** Keeps the name of whoever works here, so that the next start and the other profile greet the same person. */
export function rememberOperator(desk: ProfileDesk, book: WorkstationBook): void {
  const remember = async (): Promise<void> => {
    const result = await desk.dispatch("console.describe", {});
    // `dispatch` answers what the contract's output schema of this very call has parsed.
    if (result.ok) book.change({ operator: (result.value as ConsoleDescription).operator });
  };
  desk.subscribe((event) => {
    if (event.name === "records.changed" && event.changes.some((change) => change.entity === "console"))
      void remember();
  });
}
