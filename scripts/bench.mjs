import { spawn } from "node:child_process";
import { places } from "./places.mjs";
import { prepare } from "./prepare.mjs";
import { runScript } from "./run-command.mjs";
import { buildTestProgram } from "./test-program.mjs";

/** What can be measured, and the program in test/ that does. */
const benches = { labels: "bench/labels.ts" };

const usage = `Usage: npm run bench -- ${Object.keys(benches).join("|")} [--json FILE]\n`;

/** `npm run bench`: measures one part of the program and fails when it is slower than promised. */
async function bench() {
  const [name, ...args] = process.argv.slice(2);
  const entry = Object.hasOwn(benches, name ?? "") ? benches[name] : undefined;
  if (entry === undefined) {
    process.stderr.write(usage);
    return 2;
  }
  await prepare({ hasWindow: false });
  const program = await buildTestProgram({ entry, name: "bench" });
  const child = spawn(process.execPath, [program, ...args], { stdio: "inherit", cwd: places.root });
  return new Promise((resolve) => child.on("close", (code) => resolve(code ?? 1)));
}

await runScript(bench);
