import { delay } from "../delay";
import { atMost, spreadOf } from "../figures";
import type { Line } from "../figures";
import { openDesk } from "../window/desk";
import { frameTimes, goTo } from "../window/lists";
import { firstPaintedAt } from "../window/painted";
import type { Bench } from "./row";

const durationMs = 10_000;
/** About thirty rows a frame: faster than anybody reads, as fast as somebody drags. */
const pixelsAFrame = 900;
const idleFrames = 2_000;

/** Scrolls through the services, which are as many as there are cards. */
export async function measureScroll(bench: Bench): Promise<readonly Line[]> {
  const { root } = await bench.profile();
  const desk = await openDesk(bench.console, root);
  try {
    await goTo(desk.page, "g s");
    await delay(1_000);
    await firstPaintedAt(desk.page, ".frame");
    const still = spreadOf(await frameTimes(desk.page, idleFrames, 0));
    const moving = spreadOf(await frameTimes(desk.page, durationMs, pixelsAFrame));
    return [
      {
        what: "frame while scrolling the services",
        unit: "ms",
        measured: moving,
        baseline: still,
        ratio: moving.p99 / still.p99,
        aims: [atMost(33, moving.p99, "p99 ms")],
        note: "the baseline is the same list at rest; the ratio is that of the 99th percentiles",
      },
    ];
  } finally {
    await desk.stop();
  }
}
