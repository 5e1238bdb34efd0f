import { execFile, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const script = fileURLToPath(new URL("../../scripts/crash-test.mjs", import.meta.url));
const canLosePower = process.platform === "linux" && spawnSync("gcc", ["--version"]).error === undefined;

interface Outcome {
  readonly code: number;
  /** Everything that was printed; shown when a test fails. */
  readonly output: string;
  readonly lastLine: string;
}

function crashTest(...args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [script, ...args], (_error, stdout, stderr) => {
      const lastLine = stdout.trimEnd().split("\n").at(-1) ?? "";
      resolve({ code: child.exitCode ?? -1, output: `${stdout}\n${stderr}`, lastLine });
    });
  });
}

describe("a program that is killed again and again", { timeout: 180_000 }, () => {
  it("loses nothing that it acknowledged and does nothing twice", async () => {
    const { code, output, lastLine } = await crashTest("--kills", "16", "--seed", "4");
    expect(lastLine, output).toMatch(/^kills 16, acknowledged [1-9]\d*, lost 0, duplicated 0, integrity failures 0$/);
    expect(code).toBe(0);
  });

  it.skipIf(!canLosePower)("keeps that promise when the power goes with it", async () => {
    const { code, output, lastLine } = await crashTest("--kills", "10", "--seed", "4", "--power-loss");
    expect(lastLine, output).toMatch(/^kills 10, acknowledged [1-9]\d*, lost 0, duplicated 0, integrity failures 0$/);
    expect(code).toBe(0);
  });

  it.skipIf(!canLosePower)("is found out when its store does not wait for the disk", async () => {
    const { code, lastLine } = await crashTest("--kills", "8", "--seed", "4", "--power-loss", "--synchronous", "OFF");
    expect(lastLine).toMatch(/, lost [1-9]\d*, /);
    expect(code).toBe(1);
  });
});
