import { execFile } from "node:child_process";
import { mkdtemp, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import type { CallOutput } from "../../main/contract/calls";
import { removeDirectory } from "../builders/console";
import { buildChildProgram } from "../db/child";

let program: Awaited<ReturnType<typeof buildChildProgram>>;
beforeAll(async () => {
  program = await buildChildProgram(new URL("../../main/cli/command.ts", import.meta.url));
}, 60_000);
afterAll(() => program.remove());

/** Exit code and what was written to standard output. */
function rackside(...words: string[]): Promise<{ readonly code: number; readonly output: string }> {
  return new Promise((resolve) => {
    const options = { maxBuffer: 16_000_000 };
    execFile(process.execPath, [program.file, ...words], options, (error, output, complaint) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, output: output || complaint });
    });
  });
}

test("a script prints on the practice site's printer, and draining brings the label out", async () => {
  const directory = await mkdtemp(join(tmpdir(), "rackside-cli-"));
  onTestFinished(() => removeDirectory(directory));
  const call = async (name: string, input: unknown): Promise<unknown> => {
    const { output } = await rackside("call", name, JSON.stringify(input), "--practice", directory);
    return (JSON.parse(output) as { readonly value: unknown }).value;
  };
  const printers = (await call("printer.list", {})) as CallOutput<"printer.list">;
  expect(printers.map((one) => one.name)).toEqual(["Brother QL (simulated)", "PDF file", "Zebra (simulated)"]);
  const [brother] = printers;
  const stockId = brother?.stockId ?? "";
  const [template] = (await call("label-template.list", {
    kind: "text",
    stockId,
  })) as CallOutput<"label-template.list">;
  const request = {
    subjects: [{ kind: "text", lines: ["Spare parts"] }],
    templateId: template?.id,
    printerId: brother?.id,
    stockId,
  };
  const { remarks } = (await call("print.check", request)) as CallOutput<"print.check">;
  const override = remarks.map((remark) => remark.rule);
  expect(await call("print.start", { ...request, override })).toMatchObject({ state: "waiting", labels: 1 });

  const drained = await rackside("courier", "--drain", "--practice", directory);
  expect(JSON.parse(drained.output)).toMatchObject({ unprinted: 0 });
  const printed = join(directory, "panels", "printed");
  expect(await readdir(printed)).toEqual(["brother-ql-1.png"]);
}, 120_000);
