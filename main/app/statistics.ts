import type { CallOutput, ParsedInput } from "../contract/calls";
import { lastLocalDays } from "../domain/local-days";
import type { App } from "./app";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** How the site fares: what waits now, and what was done in the last days, today included. */
export async function getStatistics(
  app: App,
  { days: count }: ParsedInput<"statistics.get">,
): Promise<CallOutput<"statistics.get">> {
  const now = app.clock.now();
  const days = lastLocalDays(now, count, app.clock.timeZone());
  const span = { from: days[0]?.from ?? now, to: days.at(-1)?.to ?? now };
  const openedAfter = {
    hour: now - hourMs,
    "four-hours": now - 4 * hourMs,
    day: now - dayMs,
    "three-days": now - 3 * dayMs,
  };
  const { queue, throughput, failures } = await app.store.read(async ({ statistics }) => ({
    queue: await statistics.listQueueByAge(openedAfter),
    throughput: await statistics.listThroughput(days),
    failures: await statistics.listStepsByModule(span),
  }));
  const links = await app.courier.links();
  return {
    takenAt: now,
    queue: [...queue],
    throughput: throughput.map((counts, index) => ({ day: days[index]?.day ?? "", ...counts })),
    failures: [...failures],
    links: links.map(({ moduleId, moduleName, state, since }) => ({ moduleId, moduleName, state, since })),
  };
}
