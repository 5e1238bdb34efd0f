/** The parent of the crash test: rounds of kills, progress, and the one line that counts. Started by `scripts/crash-test.mjs`. */
import { parseArgs } from "node:util";
import type { Assignment } from "./assignment";
import { countFindings } from "./findings";
import type { Finding } from "./findings";
import { playRound } from "./round";
import type { RoundReport } from "./round";

const killsOfRound = 25;
/** As many as the smallest machine has cores; each has a profile and a panel of its own. */
const roundsAtATime = 2;

const { values } = parseArgs({
  options: {
    program: { type: "string", default: "" },
    recorder: { type: "string" },
    kills: { type: "string", default: "60" },
    seed: { type: "string", default: "1" },
    synchronous: { type: "string", default: "FULL" },
  },
});

async function run(kills: number, seed: number): Promise<number> {
  const findings: Finding[] = [];
  let acknowledged = 0;
  let begun = 0;
  let ended = 0;
  async function playRounds(): Promise<void> {
    while (begun < kills) {
      const killsOfThis = Math.min(killsOfRound, kills - begun);
      const seedOfThis = seed * 100_000 + begun;
      begun += killsOfThis;
      const report = await playRound({
        program: values.program,
        recorder: values.recorder ?? null,
        kills: killsOfThis,
        seed: seedOfThis,
        synchronous: values.synchronous as Assignment["synchronous"],
      });
      acknowledged += report.acknowledged;
      ended += killsOfThis;
      findings.push(...report.findings);
      tellOfRound(report, `${String(ended)} of ${String(kills)}`);
    }
  }
  await Promise.all(Array.from({ length: roundsAtATime }, playRounds));
  const count = (kind: Finding["kind"]) => String(countFindings(findings, kind));
  print(
    `kills ${String(kills)}, acknowledged ${String(acknowledged)}, lost ${count("lost")}, duplicated ${count("duplicated")}, integrity failures ${count("integrity")}`,
  );
  return findings.length === 0 ? 0 : 1;
}

function tellOfRound({ findings, directory, acknowledged, actions }: RoundReport, progress: string): void {
  for (const { kind, what } of findings) print(`  ${kind}: ${what}`);
  if (findings.length > 0) print(`  profile kept in ${directory}`);
  print(`${progress} kills; this round: ${String(acknowledged)} calls acknowledged, ${String(actions)} actions`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

run(Number(values.kills), Number(values.seed)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    // The panel of the round that broke still listens.
    process.exit(1);
  },
);
