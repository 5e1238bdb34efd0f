import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { buildTestProgram } from "./build-test-program.mjs";
import { places } from "./places.mjs";
import { prepare } from "./prepare.mjs";
import { SetupError, isCommandPresent, runCommand, runScript } from "./run-command.mjs";

const usage = `Usage: npm run crash-test -- [--kills N] [--seed S] [--power-loss] [--synchronous FULL|NORMAL|OFF]

  --kills N          how often the program is killed (60)
  --seed S           whole number from which everything left to chance follows (1)
  --power-loss       writes that were not synced are dropped or torn with each kill (Linux, needs gcc)
  --synchronous MODE weaken the store, to see that the test notices (FULL)
`;

const folder = path.join(places.out, "crash");
const recorder = path.join(folder, "disk-recorder.so");
const recorderSource = path.join(places.root, "test", "crash", "disk-recorder.c");

/** `npm run crash-test`: kills the program again and again and compares what is left with what it had acknowledged. */
async function crashTest() {
  const options = readOptions();
  if (options === null) {
    process.stderr.write(usage);
    return 2;
  }
  await prepare({ hasWindow: false });
  const [program, run] = await buildTestProgram({
    name: "crash",
    entries: ["program.ts", "run.ts"],
    sources: ["main", "db", "simulator", "test/crash"],
  });
  if (options.powerLoss) await buildRecorder();
  const args = ["--program", program, "--kills", options.kills, "--seed", options.seed];
  args.push("--synchronous", options.synchronous, ...(options.powerLoss ? ["--recorder", recorder] : []));
  const child = spawn(process.execPath, [run, ...args], { stdio: "inherit", cwd: places.root });
  return new Promise((resolve) => child.on("close", (code) => resolve(code ?? 1)));
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        kills: { type: "string", default: "60" },
        seed: { type: "string", default: "1" },
        "power-loss": { type: "boolean", default: false },
        synchronous: { type: "string", default: "FULL" },
      },
    });
    const { kills, seed, synchronous } = values;
    const isUsable = [kills, seed].every((text) => /^\d{1,7}$/.test(text)) && /^(FULL|NORMAL|OFF)$/.test(synchronous);
    return isUsable ? { kills, seed, synchronous, powerLoss: values["power-loss"] } : null;
  } catch {
    return null;
  }
}

/** The library that sees every write: only Linux lets one be put under a program that knows nothing of it. */
async function buildRecorder() {
  if (process.platform !== "linux") throw new SetupError("--power-loss needs Linux: it preloads a library.");
  if (!isCommandPresent("gcc")) throw new SetupError("--power-loss needs gcc (Debian: apt-get install gcc libc6-dev).");
  mkdirSync(folder, { recursive: true });
  const args = [
    "-shared",
    "-fPIC",
    "-O2",
    "-Wall",
    "-Wextra",
    "-Werror",
    "-o",
    recorder,
    recorderSource,
    "-ldl",
    "-lpthread",
  ];
  const { code, output } = await runCommand("gcc", args);
  if (code !== 0) throw new SetupError(`${output}\nThe disk recorder could not be compiled; the reason is above.`);
}

await runScript(crashTest);
