import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { provideBlankWindow } from "./bench/blank-window.mjs";
import { build } from "./build.mjs";
import { hasDisplay, openVirtualDisplay } from "./display.mjs";
import { provideRuntime } from "./electron-runtime.mjs";
import { launchArguments } from "./launch.mjs";
import { places } from "./places.mjs";
import { prepare } from "./prepare.mjs";
import { runScript } from "./run-command.mjs";
import { buildTestProgram } from "./test-program.mjs";

const rows = ["cold-start", "idle-memory", "queue-page", "search", "scroll", "save", "mirror", "drain", "growth"];

const usage = `Usage: npm run bench -- [ROW …] [--json FILE] [--check] [--record] [--cards N]
       npm run bench -- labels [--json FILE]

  ROW          ${rows.join(", ")}; all of them when none is named
  --json FILE  keeps the figures
  --check      fails when a ratio is more than 25 % worse than the recorded one
  --record     writes the figures into bench/
  --cards N    size of the profile (1000000), built once into out/bench/
`;

/** `npm run bench`: measures the program beside bare baselines in the same run. */
async function bench() {
  const args = process.argv.slice(2);
  if (args[0] === "labels") return benchLabels(args.slice(1));
  if (!isUsable(args)) {
    process.stderr.write(usage);
    return 2;
  }
  await prepare({ hasWindow: true });
  await build();
  const program = await buildTestProgram({ entry: "bench/run.ts", name: "bench" });
  const runtime = await provideRuntime();
  const display = hasDisplay() ? undefined : await openVirtualDisplay("1920x1200");
  const folder = path.join(places.out, "bench");
  mkdirSync(folder, { recursive: true });
  const launch = (started) => ({
    executable: started.executable,
    arguments: launchArguments(started),
    display: display?.name ?? "",
  });
  const surroundings = {
    folder,
    console: launch(runtime),
    blank: launch(provideBlankWindow(runtime)),
    versions: { Electron: runtime.version, Node: process.versions.node },
    recordedFile: path.join(places.root, "bench", "recorded.json"),
    resultsFile: path.join(places.root, "bench", "RESULTS.md"),
  };
  return run(program, ["--surroundings", JSON.stringify(surroundings), ...args]);
}

async function benchLabels(args) {
  await prepare({ hasWindow: false });
  return run(await buildTestProgram({ entry: "bench/labels.ts", name: "bench" }), args);
}

function isUsable(args) {
  const withValue = new Set(["--json", "--cards"]);
  return args.every((arg, place) => {
    const before = args[place - 1];
    if (before === "--cards") return /^\d{4,8}$/.test(arg);
    if (withValue.has(before)) return true;
    return rows.includes(arg) || withValue.has(arg) || arg === "--check" || arg === "--record";
  });
}

function run(program, args) {
  const child = spawn(process.execPath, [program, ...args], { stdio: "inherit", cwd: places.root });
  return new Promise((resolve) => child.on("close", (code) => resolve(code ?? 1)));
}

await runScript(bench);
