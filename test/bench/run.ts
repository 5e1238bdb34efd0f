import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { provideProfile } from "./data/profile";
import type { MeasuredProfile } from "./data/profile";
import { describeLine, describeMachine, describeReport, findRegressions, say } from "./report";
import type { Report } from "./report";
import type { Line } from "./figures";
import { measureColdStart } from "./rows/cold-start";
import { measureDrain } from "./rows/drain";
import { measureGrowth } from "./rows/growth";
import { measureIdleMemory } from "./rows/idle-memory";
import { measureMirror } from "./rows/mirror";
import { measureQueuePage } from "./rows/queue-page";
import type { Bench, Row } from "./rows/row";
import { measureSave } from "./rows/save";
import { measureScroll } from "./rows/scroll";
import { measureSearch } from "./rows/search";
import type { Launch } from "./window/program";

/** Every row of the table, in its order. */
const rows: Readonly<Record<string, Row>> = {
  "cold-start": measureColdStart,
  "idle-memory": measureIdleMemory,
  "queue-page": measureQueuePage,
  search: measureSearch,
  scroll: measureScroll,
  save: measureSave,
  mirror: measureMirror,
  drain: measureDrain,
  growth: measureGrowth,
};

/** What scripts/bench.mjs hands over. */
interface Surroundings {
  readonly folder: string;
  readonly console: Launch;
  readonly blank: Launch;
  readonly versions: Readonly<Record<string, string>>;
  readonly recordedFile: string;
  readonly resultsFile: string;
}

/** Runs the named rows, or all, and prints, keeps and judges their figures. Answers the exit code. */
async function run(): Promise<number> {
  const { values: options, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      surroundings: { type: "string", default: "{}" },
      cards: { type: "string", default: "1000000" },
      json: { type: "string" },
      check: { type: "boolean", default: false },
      record: { type: "boolean", default: false },
    },
  });
  const surroundings = JSON.parse(options.surroundings) as Surroundings;
  const bench = createBench(surroundings, Number(options.cards));
  const measured: Record<string, readonly Line[]> = {};
  for (const name of positionals.length > 0 ? positionals : Object.keys(rows)) {
    const row = rows[name];
    if (!row) throw new Error(`There is no row ${name}`);
    process.stdout.write(`${name}\n`);
    measured[name] = await row(bench);
    for (const line of measured[name]) process.stdout.write(`${describeLine(line)}\n`);
  }
  const report: Report = {
    date: new Date().toISOString().slice(0, 10),
    machine: describeMachine(surroundings.versions),
    cards: bench.cards,
    rows: measured,
  };
  if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(report, null, 2)}\n`);
  const recorded = await readRecorded(surroundings.recordedFile);
  const regressions = recorded && options.check ? findRegressions(recorded, report) : [];
  for (const line of regressions) process.stdout.write(`worse: ${line}\n`);
  if (options.check && !recorded) say("Nothing is recorded yet; record with --record.");
  if (options.record) await record(surroundings, { ...report, rows: { ...recorded?.rows, ...measured } });
  return regressions.length === 0 ? 0 : 1;
}

function createBench({ folder, console, blank }: Surroundings, cards: number): Bench {
  const profiles = new Map<number, Promise<MeasuredProfile>>();
  return {
    folder,
    cards,
    console,
    blank,
    profile(wanted = cards) {
      const profile = profiles.get(wanted) ?? provideProfile(folder, wanted);
      profiles.set(wanted, profile);
      return profile;
    },
  };
}

async function readRecorded(file: string): Promise<Report | undefined> {
  return existsSync(file) ? (JSON.parse(await readFile(file, "utf8")) as Report) : undefined;
}

async function record({ recordedFile, resultsFile }: Surroundings, report: Report): Promise<void> {
  await mkdir(dirname(recordedFile), { recursive: true });
  await writeFile(recordedFile, `${JSON.stringify(report, null, 2)}\n`);
  await writeFile(resultsFile, describeReport(report));
}

process.exitCode = await run();
