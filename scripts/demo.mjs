import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "./build.mjs";
import { openVirtualDisplay } from "./display.mjs";
import { provideRuntime } from "./electron-runtime.mjs";
import { launchArguments } from "./launch.mjs";
import { places } from "./places.mjs";
import { prepare } from "./prepare.mjs";
import { runScript, say } from "./run-command.mjs";
import { createStepper } from "./demo/steps.mjs";

/**
 * `npm run demo`: the console on a virtual display, a technician's shift on the practice site through the real window. Prints each step
 * and leaves a screenshot of it in out/demo/.
 * @returns {Promise<number>} exit code: 1 when a step failed
 */
export async function runDemo() {
  await prepare({ hasWindow: true });
  await build();
  const runtime = await provideRuntime();
  const display = await openVirtualDisplay("1280x800");
  const root = mkdtempSync(path.join(tmpdir(), "rackside-demo-"));
  rmSync(places.demo, { recursive: true, force: true });
  mkdirSync(places.demo, { recursive: true });
  const { _electron } = await import("playwright-core");
  const program = await _electron.launch({
    executablePath: runtime.executable,
    args: launchArguments(runtime, [`--profile-root=${root}`]),
    env: { ...process.env, DISPLAY: display.name },
  });
  try {
    const page = await program.firstWindow();
    return await work(page);
  } finally {
    await program.close();
    display.stop();
    rmSync(root, { recursive: true, force: true });
  }
}

async function work(page) {
  const { workShift } = await import("./demo/shift.mjs");
  const stepper = createStepper(page, places.demo);
  try {
    await workShift({ page, step: stepper.step });
  } catch (error) {
    say(error.message);
  }
  const { done, failed } = stepper.summary();
  say(`\n${String(done)} steps done, ${String(failed)} failed. Screenshots are in out/demo/.`);
  return failed === 0 && done > 0 ? 0 : 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await runScript(runDemo);
