import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { PNG } from "pngjs";
import { createLabelPress } from "../../../main/labels/press";
import type { Picture } from "./picture";
import { planRuns } from "./plan";
import type { PlannedRun } from "./plan";
import { verifyRun } from "./verify-run";
import type { Verdict, VerifiedRun } from "./verify-run";

/** What a worker tells of one run, a line of JSON each. */
interface Told {
  readonly key: string;
  readonly hasCode: boolean;
  readonly verdicts: readonly Verdict[];
}

const { values: options } = parseArgs({
  options: {
    /** Every template on every stock that takes it. */
    whole: { type: "boolean", default: false },
    /** Only runs whose key has these words. */
    only: { type: "string", default: "" },
    /** Folder for the data and for what was seen of it. */
    keep: { type: "string", default: "" },
    jobs: { type: "string", default: String(availableParallelism()) },
    /** `2/4`: the second of four shares, for a worker. */
    share: { type: "string" },
  },
});

/** `npm run labels:verify`: prints every built-in template, lets others draw and read it, and counts. */
async function verifyAll(): Promise<number> {
  const counts = { labels: 0, decoded: 0, geometry: 0, unreadable: 0, remarks: 0, plain: 0, warned: 0 };
  const count = ({ key, hasCode, verdicts }: Told): void => {
    for (const verdict of verdicts) {
      if (verdict.isCounted) counts.labels += 1;
      else if (hasCode) counts.warned += 1;
      else counts.plain += 1;
      if (verdict.isCounted && verdict.unreadable.length === 0) counts.decoded += 1;
      counts.geometry += verdict.geometry.length > 0 ? 1 : 0;
      counts.unreadable += verdict.unreadable.length > 0 ? 1 : 0;
      counts.remarks += verdict.remarks.length > 0 ? 1 : 0;
      for (const problem of [...verdict.geometry, ...verdict.unreadable, ...verdict.remarks])
        process.stdout.write(
          `✗ ${verdict.key}: ${problem}\n    npm run labels:verify -- --only "${key}" --keep out/labels\n`,
        );
    }
  };
  const jobs = Math.max(1, Number(options.jobs));
  const codes = await Promise.all(Array.from({ length: jobs }, (_, place) => startWorker(place + 1, jobs, count)));
  process.stdout.write(
    `${counts.plain} labels without a code, ${counts.warned} with a code that is warned of, ${counts.remarks} wrong remarks\n` +
      `labels ${counts.labels}, decoded ${counts.decoded}, geometry errors ${counts.geometry}, unreadable ${counts.unreadable}\n`,
  );
  const isGood = counts.geometry + counts.unreadable + counts.remarks === 0 && counts.decoded === counts.labels;
  return isGood && counts.labels > 0 && codes.every((code) => code === 0) ? 0 : 1;
}

function startWorker(number: number, jobs: number, count: (told: Told) => void): Promise<number> {
  const args = [fileURLToPath(import.meta.url), ...process.argv.slice(2), "--share", `${number}/${jobs}`];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  createInterface({ input: child.stdout }).on("line", (line) => count(JSON.parse(line) as Told));
  return new Promise((resolve) => child.on("close", (code) => resolve(code ?? 1)));
}

async function verifyShare(share: string): Promise<void> {
  const [number = 1, jobs = 1] = share.split("/").map(Number);
  const press = createLabelPress();
  const words = options.only.split(" ").filter((word) => word !== "");
  const runs = planRuns({ isWhole: options.whole }).filter(({ key }) => words.every((word) => key.includes(word)));
  for (const [place, run] of runs.entries()) {
    if (place % jobs !== number - 1) continue;
    const verified = await verifyRun(run, press);
    if (options.keep !== "") keep(options.keep, run, verified);
    const hasCode = run.template.elements.some(({ type }) => type === "code");
    const told: Told = { key: run.key, hasCode, verdicts: verified.verdicts };
    await new Promise((resolve) => process.stdout.write(`${JSON.stringify(told)}\n`, resolve));
    if (process.stderr.isTTY && number === 1) process.stderr.write(`\r${place + 1} of ${runs.length} runs `);
  }
}

const suffixes = { pdf: "pdf", zpl: "zpl", png: "png", "brother-ql": "bin", "brother-pt": "bin" } as const;

function keep(folder: string, run: PlannedRun, { rendered }: VerifiedRun): void {
  if (rendered === undefined) return;
  mkdirSync(folder, { recursive: true });
  const name = run.key.replace(/[^\w.-]+/g, "_");
  writeFileSync(join(folder, `${name}.${suffixes[run.device.language]}`), rendered.bytes);
  rendered.pictures.forEach((picture, place) =>
    writeFileSync(join(folder, `${name}.${run.contents[place] ?? String(place)}.seen.png`), toPng(picture)),
  );
}

function toPng({ width, height, data }: Picture): Buffer {
  const png = new PNG({ width, height });
  data.forEach((grey, place) => {
    png.data.fill(grey, place * 4, place * 4 + 3);
    png.data[place * 4 + 3] = 255;
  });
  return PNG.sync.write(png);
}

if (options.share === undefined) process.exitCode = await verifyAll();
else {
  await verifyShare(options.share);
  // The renderer's Go runtime would keep the process alive.
  process.exit();
}
