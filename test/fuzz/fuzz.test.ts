import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const script = fileURLToPath(new URL("../../scripts/fuzz.mjs", import.meta.url));

interface Outcome {
  readonly code: number;
  /** Everything that was printed; shown when a test fails. */
  readonly output: string;
  readonly lastLine: string;
}

function fuzz(...args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [script, ...args], (_error, stdout, stderr) => {
      const lastLine = stdout.trimEnd().split("\n").at(-1) ?? "";
      resolve({ code: child.exitCode ?? -1, output: `${stdout}\n${stderr}`, lastLine });
    });
  });
}

describe("parsers that are given mutated and generated input", { timeout: 240_000 }, () => {
  it("neither crash nor hang nor tell a secret", async () => {
    const { code, output, lastLine } = await fuzz("--inputs", "200", "--seed", "4");
    expect(lastLine, output).toBe("inputs 200, crashes 0, hangs 0, leaks 0");
    expect(code).toBe(0);
  });

  it.each([
    ["crash", /, crashes [1-9]\d*, hangs 0, leaks 0$/],
    ["hang", /, crashes 0, hangs [1-9]\d*, leaks 0$/],
    ["leak", /, crashes 0, hangs 0, leaks [1-9]\d*$/],
  ])("are found out when one of them has a %s in it, and the input is named", async (kind, expected) => {
    const all = await fuzz("--seed", "4", "--only", "0-300", "--plant", kind);
    expect(all.lastLine).toMatch(expected);
    expect(all.code).toBe(1);
    const [, index = ""] = new RegExp(`${kind} at input (\\d+) \\(planted ${kind}\\)`).exec(all.output) ?? [];
    const again = await fuzz("--seed", "4", "--only", index, "--plant", kind);
    expect(again.output).toMatch(new RegExp(`input ${index} \\(planted ${kind}\\):\\n\\s+"[A-C]`));
    expect(again.code).toBe(1);
  });
});
