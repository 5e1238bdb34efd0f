import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { places } from "./places.mjs";
import { SetupError, isCommandPresent, runCommand, runScript, say } from "./run-command.mjs";
import { hashFiles, isStamped, writeStamp } from "./stamp.mjs";
import { installPackages, provideTestDesktop, provideWindowLibraries } from "./system-libraries.mjs";

const driver = path.join(places.modules, "sqlite3", "build", "Release", "node_sqlite3.node");
const driverStamp = path.join(places.modules, ".rackside-driver");

/**
 * Makes this clone ready to build and run. Does nothing when all is there.
 * @param {{ hasWindow: boolean, hasTests?: boolean }} needs `hasWindow`: the system libraries of Electron are needed too; `hasTests`: so are the
 *   keychain and the printers of the tests
 */
export async function prepare({ hasWindow, hasTests = false }) {
  await installDependencies();
  await provideDriver();
  if (hasWindow) await provideWindowLibraries();
  if (hasTests) await provideTestDesktop();
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new SetupError(`Rackside needs Node 20.19 or newer; this is ${process.versions.node}.`);
  }
}

/** The packages alone, without what the driver and the window need beside them. */
export async function installDependencies() {
  checkNode();
  if (isTreeAsLocked()) return;
  say("Installing dependencies (npm ci) …");
  const { code, output } = await withProgress("npm ci", () =>
    runCommand("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]),
  );
  if (code !== 0) throw new SetupError(`${output}\nnpm ci failed; its words are above.`);
}

/** npm keeps a record of what it installed; an `npm install` done by hand counts as well as ours. */
function isTreeAsLocked() {
  const installedFile = path.join(places.modules, ".package-lock.json");
  if (!existsSync(installedFile)) return false;
  const installed = readPackages(installedFile);
  const locked = readPackages(places.lockFile);
  const isComplete = [...locked].every(([name, { version, optional }]) => {
    const found = installed.get(name);
    return found === undefined ? optional === true : found.version === version;
  });
  return isComplete && [...installed.keys()].every((name) => locked.has(name));
}

function readPackages(lockFile) {
  const { packages } = JSON.parse(readFileSync(lockFile, "utf8"));
  return new Map(Object.entries(packages).filter(([name]) => name !== ""));
}

/** Install scripts are off as a rule; the SQLite driver is the one package whose script we want. */
async function provideDriver() {
  const wanted = hashFiles([path.join(places.modules, "sqlite3", "package.json")]) + process.arch;
  if (existsSync(driver) && isStamped(driverStamp, wanted)) return;
  if (!(await isDriverUsable())) {
    say("Fetching the SQLite driver, or compiling it where no ready one can be had (about 80 s) …");
    let result = await rebuildDriver();
    if (result.code !== 0 && (await provideCompiler())) result = await rebuildDriver();
    if (result.code !== 0 || !(await isDriverUsable())) {
      throw new SetupError(`${result.output}\nThe SQLite driver could not be built; the reason is above.`);
    }
  }
  writeStamp(driverStamp, wanted);
}

async function isDriverUsable() {
  return (await runCommand(process.execPath, ["-e", 'require("sqlite3")'])).code === 0;
}

function rebuildDriver() {
  // With Node's own headers at hand nothing has to be downloaded to compile.
  const prefix = path.resolve(path.dirname(process.execPath), "..");
  const hasHeaders = existsSync(path.join(prefix, "include", "node", "node.h"));
  const env = { ...process.env, JOBS: "max", ...(hasHeaders ? { npm_config_nodedir: prefix } : {}) };
  return withProgress("SQLite driver", () =>
    runCommand("npm", ["rebuild", "sqlite3", "--ignore-scripts=false"], { env }),
  );
}

/** True when a compiler was missing and is there now. */
async function provideCompiler() {
  if (process.platform !== "linux") return false;
  if (["g++", "make", "python3"].every(isCommandPresent)) return false;
  await installPackages(["g++", "make", "python3"]);
  return true;
}

async function withProgress(what, work) {
  const startedAt = Date.now();
  const timer = setInterval(() => {
    say(`  ${what}: ${String(Math.round((Date.now() - startedAt) / 1000))} s …`);
  }, 10_000);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await runScript(async () => {
    await prepare({ hasWindow: true });
    say("This machine is ready.");
  });
}
