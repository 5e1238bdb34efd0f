import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { LabelValues } from "../../main/contract/shapes/label";
import { encodeCode } from "../../main/labels/codes/encode-code";
import { fittingTemplates } from "../../main/labels/library";
import { createLabelPress } from "../../main/labels/press";
import { builtInStocks } from "../../main/labels/stock/built-in-stocks";
import { sampleValues } from "../../main/labels/templates/sample-values";
import type { LabelDevice } from "../../main/ports/label";

interface Measure {
  readonly output: string;
  readonly labels: number;
  readonly milliseconds: number;
  readonly cpuMilliseconds: number;
  readonly labelsPerSecond: number;
  /** The same codes encoded alone, in the same process. */
  readonly codesMilliseconds: number;
  readonly peakMegabytes: number;
  readonly bytes: number;
}

const outputs: Readonly<Record<string, { readonly stock: string; readonly device: LabelDevice }>> = {
  "PDF, rolls": { stock: "DK-11209", device: { language: "pdf", dpi: 600, headDots: 20_000, model: "" } },
  "PDF, sheets": { stock: "avery-l7160", device: { language: "pdf", dpi: 600, headDots: 20_000, model: "" } },
  ZPL: { stock: "zebra-2x1in", device: { language: "zpl", dpi: 203, headDots: 832, model: "" } },
  "Brother raster": { stock: "DK-11209", device: { language: "brother-ql", dpi: 300, headDots: 720, model: "" } },
};
const counts = [100, 1_000, 10_000];
/** What the project promises: a PDF of a thousand labels. */
const promise = { output: "PDF, rolls", labels: 1_000, milliseconds: 2_000 };

/** Each output at each count in a process of its own, so that the peak of memory is its own. */
function benchmark(): number {
  const { values: options } = parseArgs({ options: { json: { type: "string" }, one: { type: "string" } } });
  const measures: Measure[] = [];
  const print = (cells: readonly string[]): void => {
    process.stdout.write(
      `${cells.map((cell, place) => (place === 0 ? cell.padEnd(16) : cell.padStart(11))).join("")}\n`,
    );
  };
  print(["output", "labels", "ms", "ms of CPU", "labels/s", "codes, ms", "peak MB", "kB"]);
  for (const output of Object.keys(outputs)) {
    for (const labels of counts) {
      const answer = execFileSync(process.execPath, [fileURLToPath(import.meta.url), "--one", `${output}|${labels}`]);
      const measure = JSON.parse(answer.toString()) as Measure;
      measures.push(measure);
      print([
        output,
        String(labels),
        measure.milliseconds.toFixed(0),
        measure.cpuMilliseconds.toFixed(0),
        measure.labelsPerSecond.toFixed(0),
        measure.codesMilliseconds.toFixed(0),
        measure.peakMegabytes.toFixed(0),
        (measure.bytes / 1_024).toFixed(0),
      ]);
    }
  }
  const machine = `${cpus()[0]?.model.trim() ?? "unknown"} × ${cpus().length}, Node ${process.version}`;
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify({ machine, measures }, null, 2)}\n`);
  const kept = measures.find(({ output, labels }) => output === promise.output && labels === promise.labels);
  const took = kept?.milliseconds ?? Infinity;
  process.stdout.write(
    `${machine}\n${promise.labels} labels as PDF in ${(took / 1_000).toFixed(2)} s; promised are 2 s\n`,
  );
  return took <= promise.milliseconds ? 0 : 1;
}

async function measureOne(name: string, labels: number): Promise<Measure> {
  const output = outputs[name];
  const stock = builtInStocks.find(({ id }) => id === `built-in:${output?.stock ?? ""}`);
  const template = stock && fittingTemplates(stock, "server")[0];
  if (output === undefined || stock === undefined || template === undefined) throw new Error(`No such output: ${name}`);
  const press = createLabelPress();
  const run = async (count: number): Promise<number> => {
    let bytes = 0;
    const values = servers(count);
    for await (const piece of press.run({ template, stock, device: output.device, values, startPosition: 0 }))
      bytes += piece.bytes.length;
    return bytes;
  };
  await run(20);
  const codesAt = performance.now();
  for (const { id = "" } of servers(labels)) encodeCode("qr", id);
  const codesMilliseconds = performance.now() - codesAt;
  const startedAt = performance.now();
  const usedBefore = process.cpuUsage();
  const bytes = await run(labels);
  const milliseconds = performance.now() - startedAt;
  const used = process.cpuUsage(usedBefore);
  return {
    output: name,
    labels,
    milliseconds,
    cpuMilliseconds: (used.user + used.system) / 1_000,
    labelsPerSecond: (labels * 1_000) / milliseconds,
    codesMilliseconds,
    peakMegabytes: process.resourceUsage().maxRSS / 1_024,
    bytes,
  };
}

function* servers(count: number): Generator<LabelValues> {
  const sample = sampleValues("server");
  for (let number = 0; number < count; number += 1) {
    const id = `S${(number * 7_919 + 123_456_789).toString(36).toUpperCase()}`;
    yield { ...sample, id, name: `srv-b${number % 40}-${number}`, serial: `CZ${(number * 31) % 100_000}T7` };
  }
}

const [, one] = /^--one (.*)$/.exec(process.argv.slice(2).join(" ")) ?? [];
if (one === undefined) process.exitCode = benchmark();
else {
  const [name = "", labels = "0"] = one.split("|");
  process.stdout.write(JSON.stringify(await measureOne(name, Number(labels))));
}
