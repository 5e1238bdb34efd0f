import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "./build.mjs";
import { openVirtualDisplay } from "./display.mjs";
import { provideRuntime } from "./electron-runtime.mjs";
import { launchArguments } from "./launch.mjs";
import { prepare } from "./prepare.mjs";
import { SetupError, runScript, say } from "./run-command.mjs";
import { describeArchive, tryChangedArchive, tryPlainFolder } from "./security/archive.mjs";
import { observePolicy } from "./security/content-points.mjs";
import { judgeFuses } from "./security/fuses.mjs";
import { observeBridge } from "./security/isolation-points.mjs";
import { packForCheck } from "./security/pack.mjs";
import { plantedWord, readRendererStatus, startPacked } from "./security/packed.mjs";
import { runningPoints } from "./security/running-points.mjs";
import { together, verdict } from "./security/verdict.mjs";
import { observeVersion } from "./security/version.mjs";
import { startWitness } from "./security/witness.mjs";

/**
 * `npm run security-check`: Electron's security checklist, held against the running program and against the packed one. Prints a line for
 * each point, in the checklist's order.
 * @returns {Promise<number>} exit code: 1 when a point failed
 */
async function checkSecurity() {
  if (process.platform !== "linux") throw new SetupError("The check packs the program for Linux and runs there only.");
  await prepare({ hasWindow: true });
  await build();
  const runtime = await provideRuntime();
  const packed = await packForCheck(runtime);
  const display = await openVirtualDisplay("1280x800");
  try {
    const found = await observeRunning(runtime, display.name);
    for (const [number, more] of await observePacked(packed, display.name)) {
      const before = found.get(number);
      found.set(number, before === undefined ? more : together(before, more));
    }
    found.set(16, await observeVersion(runtime));
    return report(found);
  } finally {
    display.stop();
  }
}

async function observeRunning(runtime, display) {
  const root = mkdtempSync(path.join(tmpdir(), "rackside-security-"));
  const witness = await startWitness();
  const { _electron } = await import("playwright-core");
  const app = await _electron.launch({
    executablePath: runtime.executable,
    args: launchArguments(runtime, [`--profile-root=${root}`]),
    env: { ...process.env, DISPLAY: display },
  });
  const found = new Map();
  try {
    const page = await app.firstWindow();
    await page.getByRole("button", { name: /practice site/i }).waitFor();
    for (const { number, observe } of runningPoints) {
      found.set(number, await attempt(() => observe({ app, page, witness })));
    }
  } finally {
    await app.close();
    witness.stop();
    rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
  return found;
}

async function observePacked(packed, display) {
  const found = new Map();
  const program = await startPacked(packed, display);
  try {
    if (!program.isStarted) say(program.output());
    found.set(4, await attempt(() => readSandbox(program)));
    found.set(7, await attempt(() => onPackedPage(program, observePolicy)));
    found.set(20, await attempt(() => onPackedPage(program, observeBridge)));
    found.set(19, await attempt(() => readDoors(packed, program)));
  } finally {
    await program.stop();
  }
  found.set(19, together(found.get(19), await attempt(() => readArchive(packed, display))));
  return found;
}

async function onPackedPage(program, observe) {
  const { chromium } = await import("playwright-core");
  const browser = await chromium.connectOverCDP(program.endpoint, { noDefaults: true });
  try {
    const [context] = browser.contexts();
    const page = context.pages()[0] ?? (await context.waitForEvent("page"));
    await page.getByRole("button", { name: /practice site/i }).waitFor();
    const { isPassed, observed } = await observe(page);
    return { isPassed, observed: isPassed ? "the same in the packed program" : `packed: ${observed}` };
  } finally {
    await browser.close();
  }
}

async function readSandbox(program) {
  await onPackedPage(program, () => Promise.resolve(verdict()));
  const status = readRendererStatus(program.root);
  return verdict(
    ["the packed program's page runs under a system call filter (Seccomp 2)", status?.isFiltered === true],
    ["and cannot gain rights", status?.hasNoNewRights === true],
  );
}

function readDoors(packed, program) {
  const output = program.output();
  return verdict(
    ...judgeFuses(packed.fuses),
    ["started with ELECTRON_RUN_AS_NODE=1, NODE_OPTIONS and --inspect it is the program", program.isStarted],
    ["it ran none of the planted code", program.isStarted && !output.includes(plantedWord)],
    ["it opened no inspector", program.isStarted && !output.includes("Debugger listening")],
  );
}

async function readArchive(packed, display) {
  const { isPacked, isLooseOnlyNative } = describeArchive(packed.resources);
  const isFolderRun = await tryPlainFolder(packed, display);
  const isChangedRun = await tryChangedArchive(packed, display);
  return verdict(
    ["the program is one archive, with only *.node beside it", isPacked && isLooseOnlyNative],
    ["a plain folder in its place does not run", !isFolderRun],
    [
      isChangedRun
        ? "a changed archive started: Electron checks it on macOS and Windows only, on Linux the file's rights protect it"
        : "a changed archive did not start",
      true,
    ],
  );
}

/** A point whose attempt itself broke down has not been shown. */
async function attempt(observe) {
  try {
    return await observe();
  } catch (error) {
    return { isPassed: false, observed: `could not be observed: ${error.message.split("\n")[0]}` };
  }
}

function report(found) {
  const numbers = Array.from({ length: 20 }, (_, index) => index + 1);
  const lines = numbers.map((number) => {
    const { isPassed, observed } = found.get(number) ?? { isPassed: false, observed: "not observed" };
    return { isPassed, text: `${String(number).padStart(2, "0")} ${isPassed ? "pass" : "fail"} ${observed}` };
  });
  const passed = lines.filter(({ isPassed }) => isPassed).length;
  process.stdout.write(`${lines.map(({ text }) => text).join("\n")}\n${String(passed)} of ${String(numbers.length)}\n`);
  return passed === numbers.length ? 0 : 1;
}

await runScript(checkSecurity);
