import { join } from "node:path";
import { openTestConsole } from "../../builders/console";
import { createFakePanel } from "../../builders/fake-panel";
import { copyProfile, operator } from "../data/profile";
import { serialAt } from "../data/records";
import { atMost, spreadOf, timed } from "../figures";
import type { Line, Spread } from "../figures";
import { openDesk } from "../window/desk";
import type { Bench } from "./row";

const sizes = [10_000, 100_000, 1_000_000];
const starts = 3;
const questions = 100;
const allowedGrowth = 1.5;

/** Whether ten times as many cards cost more than half as much again. */
export async function measureGrowth(bench: Bench): Promise<readonly Line[]> {
  const figures: { readonly cards: number; readonly of: Readonly<Record<string, Spread>> }[] = [];
  for (const cards of sizes.filter((size) => size <= bench.cards))
    figures.push({ cards, of: await measureOne(bench, cards) });
  return Object.keys(figures[0]?.of ?? {}).flatMap((what) =>
    figures.flatMap(({ cards, of }, place) => {
      const measured = of[what];
      const before = figures[place - 1]?.of[what];
      if (!measured) return [];
      const ratio = before ? measured.p50 / before.p50 : null;
      return [
        {
          what: `${what}, ${cards.toLocaleString("en")} cards`,
          unit: "ms" as const,
          measured,
          baseline: before ?? null,
          ratio,
          aims: ratio === null ? [] : [atMost(allowedGrowth, ratio, "growth")],
        },
      ];
    }),
  );
}

async function measureOne(bench: Bench, cards: number): Promise<Readonly<Record<string, Spread>>> {
  const profile = await bench.profile(cards);
  const untilUsable: number[] = [];
  for (let round = -1; round < starts; round += 1) {
    const desk = await openDesk(bench.console, profile.root);
    await desk.stop();
    if (round >= 0) untilUsable.push(desk.untilGateMs + desk.untilQueueMs);
  }
  const copy = await copyProfile(profile);
  const directory = join(copy.root, "profiles", "site");
  const console = await openTestConsole({ panels: createFakePanel(), directory, operator: operator.name });
  try {
    let after: string | null = null;
    const page = async (): Promise<void> => {
      const answer = await console.call("task.list", { state: "all", offset: 0, limit: 100, after });
      after = answer.next;
    };
    const find = (index: number) =>
      console.call("search.find", { text: serialAt((index * 7_919) % cards).slice(0, 6) });
    await timed(10, page);
    await timed(10, find);
    return {
      "start to usable queue": spreadOf(untilUsable),
      "page of the queue": spreadOf(await timed(questions, page)),
      search: spreadOf(await timed(questions, find)),
    };
  } finally {
    await console.stop();
    await copy.remove();
  }
}
