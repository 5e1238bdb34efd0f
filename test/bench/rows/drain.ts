import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { systemClock } from "../../../main/adapters/clock";
import type { PanelConnector } from "../../../main/ports/gateway";
import { createThrottle } from "../../../main/remote/throttle";
import { openTestConsole, prepareSale } from "../../builders/console";
import { createFakePanel, fakeServer } from "../../builders/fake-panel";
import { delay } from "../delay";
import { atMost } from "../figures";
import type { Line } from "../figures";
import type { Bench } from "./row";

const lanes = 200;
const actionsOfALane = 5;
const answerMs = 20;
/** As many as the client of a real panel lets through: `parallelCalls` in main/remote/connector.ts. */
const parallelCalls = 4;

/** A night's worth of steps through a panel that takes 20 ms for each answer. */
export async function measureDrain(bench: Bench): Promise<readonly Line[]> {
  const directory = await mkdtemp(join(bench.folder, "drain-"));
  const panel = createFakePanel();
  for (let serverId = 1; serverId <= lanes; serverId += 1) panel.servers.set(serverId, fakeServer(serverId));
  panel.pollsOfOperation = 0;
  const slow = slowDown(panel);
  const console = await openTestConsole({ panels: slow, directory, clock: systemClock });
  try {
    const { module } = await prepareSale(console);
    await console.call("module.hold", { id: module.id });
    await console.start();
    for (let turn = 0; turn < actionsOfALane; turn += 1)
      for (let serverId = 1; serverId <= lanes; serverId += 1)
        await console.call("server.set-power", {
          moduleId: module.id,
          serverId,
          power: turn % 2 === 0 ? "off" : "on",
        });
    await console.call("module.release-hold", { id: module.id });
    const callsBefore = slow.calls();
    const startedAt = performance.now();
    const report = await console.drain();
    const tookMs = performance.now() - startedAt;
    if (report.done < lanes * actionsOfALane) throw new Error(`Only ${String(report.done)} steps went out`);
    const calls = slow.calls() - callsBefore;
    const leastMs = (calls * answerMs) / parallelCalls;
    const ratio = tookMs / leastMs;
    return [
      {
        what: "1,000 steps over 200 lanes",
        unit: "ms",
        measured: once(tookMs),
        baseline: once(leastMs),
        ratio,
        aims: [atMost(1.2, ratio, "ratio")],
        note: `${String(calls)} calls of ${String(answerMs)} ms, ${String(parallelCalls)} at a time`,
      },
    ];
  } finally {
    await console.stop();
    await rm(directory, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The panel behind a client that lets four calls through at a time, each of which takes its while. */
function slowDown(panel: PanelConnector): PanelConnector & { calls(): number } {
  let calls = 0;
  return {
    ...panel,
    calls: () => calls,
    connect(connection) {
      const throttle = createThrottle(parallelCalls);
      return new Proxy(panel.connect(connection), {
        get(gateway, name, receiver): unknown {
          const member: unknown = Reflect.get(gateway, name, receiver);
          if (typeof member !== "function") return member;
          return (...values: readonly unknown[]) =>
            throttle(async () => {
              calls += 1;
              await delay(answerMs);
              return (await Reflect.apply(member, gateway, values)) as unknown;
            });
        },
      });
    },
  };
}

function once(value: number) {
  return { p50: value, p95: value, p99: value, count: 1 };
}
