import { openReader } from "../../../db/open";
import { createFakePanel } from "../../builders/fake-panel";
import { openTestConsole } from "../../builders/console";
import { addressAt, labelAt, serialAt } from "../data/records";
import { copyProfile, operator } from "../data/profile";
import { atMost, ratioOf, sideBySide, spreadOf, timed } from "../figures";
import type { Line } from "../figures";
import { openDesk } from "../window/desk";
import { openSearch, typingTimes } from "../window/typing";
import type { Bench } from "./row";

const searches = 300;
/** Typed into the window from the first letter to the last. */
const typedTexts = 15;
const bareQuery = "SELECT rowid FROM search_fragments WHERE search_fragments MATCH ? LIMIT 50";

/** What somebody looks for: serial numbers, ends of labels and addresses. */
function textAt(index: number, cards: number): string {
  const card = (index * 7_919) % cards;
  return [serialAt(card), labelAt(card).slice(-7), addressAt(card)][index % 3] ?? "";
}

/** The same as it is while it is typed, from four letters on. */
function typedAt(index: number, cards: number): string {
  const whole = textAt(index, cards);
  return whole.slice(0, 4 + (index % (whole.length - 3)));
}

/** Words that stand in every record. */
const commonWords = ["example", "root", "srv"];

/** Looking for something in everything while it is typed. */
export async function measureSearch(bench: Bench): Promise<readonly Line[]> {
  const profile = await bench.profile();
  const copy = await copyProfile(profile);
  const reader = openReader(copy.file);
  const console = await openTestConsole({
    panels: createFakePanel(),
    directory: `${copy.root}/profiles/site`,
    operator: operator.name,
    role: "technician",
  });
  try {
    const find = (text: string) => console.call("search.find", { text });
    const typed = await sideBySide(
      searches,
      (index) => find(typedAt(index, profile.cards)),
      (index) => reader.raw(bareQuery, [`"${typedAt(index, profile.cards)}"`]),
    );
    const common = spreadOf(await timed(30, (index) => find(commonWords[index % commonWords.length] ?? "")));
    return [
      {
        what: "search while typing, in the program",
        unit: "ms",
        ...typed,
        aims: [atMost(5, typed.measured.p95, "p95 ms")],
      },
      {
        what: "a word of every record",
        unit: "ms",
        measured: common,
        baseline: null,
        ratio: null,
        aims: [atMost(50, common.p99, "p99 ms")],
      },
      ...(await measureInWindow(bench, profile.root, profile.cards, typed.measured.p50)),
    ];
  } finally {
    await console.stop();
    await reader.destroy();
    await copy.remove();
  }
}

async function measureInWindow(
  bench: Bench,
  root: string,
  cards: number,
  inProgramMs: number,
): Promise<readonly Line[]> {
  const desk = await openDesk(bench.console, root);
  try {
    const texts = Array.from({ length: 100 }, (_, index) => typedAt(index, cards));
    const took: number[] = await desk.page.evaluate(`(async () => {
      const took = [];
      for (const text of ${JSON.stringify(texts)}) {
        const startedAt = performance.now();
        const answer = JSON.parse(await window.rackside.call("search.find", { text }));
        if (!answer.ok) throw new Error(answer.fault.message);
        took.push(performance.now() - startedAt);
      }
      return took;
    })()`);
    await openSearch(desk.page);
    const painted = spreadOf(
      await typingTimes(
        desk.page,
        Array.from({ length: typedTexts }, (_, index) => textAt(index, cards)),
      ),
    );
    const measured = spreadOf(took);
    const baseline = { p50: inProgramMs, p95: inProgramMs, p99: inProgramMs, count: 1 };
    return [
      {
        what: "search over the bridge and back",
        unit: "ms",
        measured,
        baseline,
        ratio: ratioOf(measured, baseline),
        aims: [],
      },
      {
        what: "search in the window, from each key to the drawn hits",
        unit: "ms",
        measured: painted,
        baseline: null,
        ratio: null,
        aims: [atMost(50, painted.p95, "p95 ms")],
      },
    ];
  } finally {
    await desk.stop();
  }
}
