import type { ConsoleDescription } from "../main/contract/shapes/console";
import type { TellPage } from "./ipc";
import type { ProfileDesk } from "./profile-desk";

/** A page that has nothing to save answers in milliseconds; one that hangs must not keep the console open. */
const pageLimitMs = 1_000;

/** Answers the function that locks the console from outside: the page saves and locks, and after a second the console is locked in any case. */
export function createDesktopLock(desk: Pick<ProfileDesk, "dispatch">, tellPage: TellPage): () => void {
  return () => {
    tellPage({ name: "lock.requested" });
    // Refused when the page was quicker, or when nobody is signed in.
    setTimeout(() => void desk.dispatch("operator.lock", {}).catch(() => undefined), pageLimitMs);
  };
}

/** Calls `onClosed` whenever the console was locked or left. */
export function watchClosing(desk: Pick<ProfileDesk, "dispatch" | "subscribe">, onClosed: () => void): void {
  const look = async (): Promise<void> => {
    const result = await desk.dispatch("console.describe", {});
    // `dispatch` answers what the contract's output schema of this very call has parsed.
    if (result.ok && (result.value as ConsoleDescription).access !== "signed-in") onClosed();
  };
  desk.subscribe((event) => {
    if (event.name === "session.changed" || event.name === "profile.opened") void look();
  });
}
