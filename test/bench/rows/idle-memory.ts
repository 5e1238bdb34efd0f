import { delay } from "../delay";
import { atMost, ratioOf, spreadOf } from "../figures";
import type { Line } from "../figures";
import { openDesk } from "../window/desk";
import { megabytesOf } from "../window/memory";
import { firstPaintedAt } from "../window/painted";
import { startProgram } from "../window/program";
import type { Bench } from "./row";

const repetitions = 3;
/** Long enough for the screens that are loaded in idle time and for the garbage of the start to go. */
const restMs = 30_000;

/** All processes of a console that shows the queue and that nobody touches. */
export async function measureIdleMemory(bench: Bench): Promise<readonly Line[]> {
  const { root } = await bench.profile();
  const idle: number[] = [];
  const blank: number[] = [];
  for (let round = 0; round < repetitions; round += 1) {
    const program = await startProgram(bench.blank, [`--user-data-dir=${bench.folder}/blank-data`]);
    const page = await program.page("file:");
    await firstPaintedAt(page, "#blank");
    page.close();
    await delay(restMs);
    blank.push(await megabytesOf(program.pid));
    await program.stop();

    const desk = await openDesk(bench.console, root);
    desk.page.close();
    await delay(restMs);
    idle.push(await megabytesOf(desk.program.pid));
    await desk.stop();
  }
  const measured = spreadOf(idle);
  const baseline = spreadOf(blank);
  const ratio = ratioOf(measured, baseline);
  return [
    { what: "all processes at rest", unit: "MB", measured, baseline, ratio, aims: [atMost(1.5, ratio, "ratio")] },
  ];
}
