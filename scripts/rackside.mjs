import { spawn } from "node:child_process";
import { build } from "./build.mjs";
import { places } from "./places.mjs";
import { prepare } from "./prepare.mjs";
import { runScript } from "./run-command.mjs";

/** `npm run --silent rackside -- …`: the command line, set up and built first. Only its own answer goes to stdout. */
async function runCommandLine() {
  await prepare({ hasWindow: false });
  await build();
  return new Promise((resolve, reject) => {
    const program = spawn(process.execPath, [places.commandLine, ...process.argv.slice(2)], { stdio: "inherit" });
    for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => program.kill(signal));
    program.once("error", reject);
    program.once("exit", (code) => {
      resolve(code ?? 1);
    });
  });
}

await runScript(runCommandLine);
