import { spawn } from "node:child_process";
import { parseArgs } from "node:util";
import { buildTestProgram } from "./build-test-program.mjs";
import { places } from "./places.mjs";
import { prepare } from "./prepare.mjs";
import { runScript } from "./run-command.mjs";

const usage = `Usage: npm run fuzz -- [--inputs N] [--seed S] [--only INDEX] [--plant KIND]

  --inputs N    how many inputs the parsers are given (2000)
  --seed S      whole number from which every input follows (1)
  --only INDEX  this input alone, or a stretch such as 1000-1017, and shows it
  --plant KIND  adds a parser with a crash, a hang or a leak in it, to see that it is found
`;

/** `npm run fuzz`: gives every parser of the program mutated and generated input and looks for crashes, hangs and leaks. */
async function fuzz() {
  const options = readOptions();
  if (options === null) {
    process.stderr.write(usage);
    return 2;
  }
  await prepare({ hasWindow: false });
  const [program, run] = await buildTestProgram({
    name: "fuzz",
    entries: ["worker.ts", "run.ts"],
    sources: ["main", "db", "electron", "simulator", "test/builders", "test/fuzz"],
  });
  const args = ["--program", program, "--inputs", options.inputs, "--seed", options.seed];
  if (options.only !== undefined) args.push("--only", options.only);
  if (options.plant !== undefined) args.push("--plant", options.plant);
  const child = spawn(process.execPath, [run, ...args], { stdio: "inherit", cwd: places.root });
  return new Promise((resolve) => child.on("close", (code) => resolve(code ?? 1)));
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        inputs: { type: "string", default: "2000" },
        seed: { type: "string", default: "1" },
        only: { type: "string" },
        plant: { type: "string" },
      },
    });
    const { inputs, seed, only, plant } = values;
    const isUsable = [inputs, seed].every((text) => /^\d{1,8}$/.test(text)) && Number(inputs) > 0;
    const isKnown = /^\d{1,8}(-\d{1,8})?$/.test(only ?? "0") && /^(crash|hang|leak)$/.test(plant ?? "leak");
    return isUsable && isKnown ? { inputs, seed, only, plant } : null;
  } catch {
    return null;
  }
}

await runScript(fuzz);
