import { lastLocalDays } from "../domain/local-days";
import type { App } from "./app";

/** The day at the site as an ISO date: days of a reservation count as the clock on the wall does. */
export function todayAt({ clock }: Pick<App, "clock">): string {
  const now = clock.now();
  return lastLocalDays(now, 1, clock.timeZone())[0]?.day ?? new Date(now).toISOString().slice(0, 10);
}
