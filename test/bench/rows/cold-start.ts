import { atMost, ratioOf, spreadOf } from "../figures";
import type { Line } from "../figures";
import { openDesk } from "../window/desk";
import { firstPaintedAt } from "../window/painted";
import { startProgram } from "../window/program";
import type { Launch } from "../window/program";
import type { Bench } from "./row";

const repetitions = 7;

/** From nothing to a queue that can be worked through, beside the emptiest window that Electron can show. */
export async function measureColdStart(bench: Bench): Promise<readonly Line[]> {
  const { root } = await bench.profile();
  const blank: number[] = [];
  const gate: number[] = [];
  const queue: number[] = [];
  // The first start of each fills the caches of disk and code that every later one finds.
  for (let round = -1; round < repetitions; round += 1) {
    const blankMs = await startBlank(bench.blank, bench.folder);
    const desk = await openDesk(bench.console, root);
    if (round < 0) await restUntilCodeIsKept();
    await desk.stop();
    if (round < 0) continue;
    blank.push(blankMs);
    gate.push(desk.untilGateMs);
    queue.push(desk.untilQueueMs);
  }
  const baseline = spreadOf(blank);
  const usable = spreadOf(gate.map((untilGate, round) => untilGate + (queue[round] ?? 0)));
  const ratio = ratioOf(usable, baseline);
  const gateSpread = spreadOf(gate);
  return [
    {
      what: "start to usable queue, without the person",
      unit: "ms",
      measured: usable,
      baseline,
      ratio,
      aims: [atMost(1.4, ratio, "ratio"), atMost(1_000, usable.p50, "ms")],
    },
    {
      what: "start to sign-in",
      unit: "ms",
      measured: gateSpread,
      baseline,
      ratio: ratioOf(gateSpread, baseline),
      aims: [],
    },
    { what: "PIN to queue", unit: "ms", measured: spreadOf(queue), baseline: null, ratio: null, aims: [] },
  ];
}

async function startBlank(launch: Launch, folder: string): Promise<number> {
  const program = await startProgram(launch, [`--user-data-dir=${folder}/blank-data`]);
  const page = await program.page("file:");
  const paintedAt = await firstPaintedAt(page, "#blank");
  page.close();
  await program.stop();
  return paintedAt - program.startedAt;
}

/** See `keepAfterMs` in electron/start.ts. */
function restUntilCodeIsKept(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 18_000));
}
