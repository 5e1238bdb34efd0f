import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { providePinnedRuntime } from "./pinned-runtime.mjs";
import { places } from "./places.mjs";
import { SetupError, say } from "./run-command.mjs";
import { downloadOfficialRuntime } from "./official-runtime.mjs";

const executables = { linux: "electron", win32: "electron.exe", darwin: "Electron.app/Contents/MacOS/Electron" };

/**
 * Finds the Electron that runs the program, and says which one it is.
 * Order: the folder named by ELECTRON_OVERRIDE_DIST_PATH; the official binary, installed or downloaded now; the pinned one of the package
 * registry, which is for evaluation and tests only.
 * @returns {Promise<{ executable: string, kind: "named" | "official" | "evaluation", version: string, appArguments: readonly string[] }>}
 */
export async function provideRuntime() {
  const runtime =
    runtimeIn(process.env.ELECTRON_OVERRIDE_DIST_PATH, "named") ??
    (await officialRuntime()) ??
    (await evaluationRuntime());
  say(`Electron ${runtime.version} (${describe(runtime)})`);
  return runtime;
}

async function officialRuntime() {
  const folder = path.join(places.modules, "electron", "dist");
  return (
    runtimeIn(folder, "official") ?? ((await downloadOfficialRuntime()) ? runtimeIn(folder, "official") : undefined)
  );
}

async function evaluationRuntime() {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new SetupError(
      "The official Electron binary could not be downloaded. Try again with a network, or unpack one and name its folder in ELECTRON_OVERRIDE_DIST_PATH.",
    );
  }
  return { ...(await providePinnedRuntime()), kind: "evaluation" };
}

function runtimeIn(folder, kind) {
  if (folder === undefined || folder === "") return undefined;
  const executable = path.join(folder, executables[process.platform] ?? "electron");
  if (!existsSync(executable)) {
    if (kind === "named")
      throw new SetupError(`ELECTRON_OVERRIDE_DIST_PATH names ${folder}, but there is no ${executable}.`);
    return undefined;
  }
  return { executable, kind, version: readVersion(folder), appArguments: [places.root] };
}

function readVersion(folder) {
  const file = path.join(folder, "version");
  return existsSync(file) ? readFileSync(file, "utf8").trim().replace(/^v/, "") : "of unknown version";
}

function describe(runtime) {
  switch (runtime.kind) {
    case "named":
      return "named by ELECTRON_OVERRIDE_DIST_PATH";
    case "official":
      return "official binary";
    default:
      return "pinned registry runtime, for evaluation and tests only: the official binary could not be downloaded here";
  }
}
