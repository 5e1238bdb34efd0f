import { spawn } from "node:child_process";
import { prepare } from "./prepare.mjs";
import { places } from "./places.mjs";
import { runScript } from "./run-command.mjs";
import { providePdfTools } from "./system-libraries.mjs";
import { buildTestProgram } from "./test-program.mjs";

/** `npm run labels:verify`: every built-in template is printed, drawn by independent renderers, measured and read back. */
async function verifyLabels() {
  await prepare({ hasWindow: false });
  await providePdfTools();
  const program = await buildTestProgram({ entry: "labels/verify/command.ts", name: "labels-verify" });
  const child = spawn(process.execPath, [program, ...process.argv.slice(2)], { stdio: "inherit", cwd: places.root });
  return new Promise((resolve) => child.on("close", (code) => resolve(code ?? 1)));
}

await runScript(verifyLabels);
