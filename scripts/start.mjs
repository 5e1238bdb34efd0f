import { spawn } from "node:child_process";
import { build } from "./build.mjs";
import { runDemo } from "./demo.mjs";
import { hasDisplay } from "./display.mjs";
import { provideRuntime } from "./electron-runtime.mjs";
import { launchArguments } from "./launch.mjs";
import { places } from "./places.mjs";
import { prepare } from "./prepare.mjs";
import { runScript, say } from "./run-command.mjs";

/** `npm start`: sees to everything that is missing and opens the console; without a display it shows a shift on a virtual one. */
async function start() {
  await prepare({ hasWindow: true });
  await build();
  if (!hasDisplay()) {
    say("There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set): running the demo on a virtual one.");
    return runDemo();
  }
  const runtime = await provideRuntime();
  return open(runtime, process.argv.slice(2));
}

function open(runtime, more) {
  return new Promise((resolve, reject) => {
    const program = spawn(runtime.executable, launchArguments(runtime, more), { cwd: places.root, stdio: "inherit" });
    program.once("error", reject);
    program.once("exit", (code) => {
      resolve(code ?? 1);
    });
  });
}

await runScript(start);
