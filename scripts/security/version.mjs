import { readFileSync } from "node:fs";
import path from "node:path";
import { places } from "../places.mjs";
import { runCommand } from "../run-command.mjs";
import { verdict } from "./verdict.mjs";

/** The registry's newest on 2026-11-23, for machines that cannot ask it. */
const newestKnown = "45.4.1";

/** Point 16. Judges what is shipped, the version that package.json pins; what runs here may be older, and the line says so. */
export async function observeVersion(runtime) {
  const { devDependencies } = JSON.parse(readFileSync(path.join(places.root, "package.json"), "utf8"));
  const { code, stdout } = await runCommand("npm", ["view", "electron", "dist-tags.latest"]);
  const isAsked = code === 0 && /^\d+\./u.test(stdout.trim());
  return judgeVersion({
    pinned: devDependencies.electron,
    newest: isAsked ? stdout.trim() : newestKnown,
    source: isAsked ? "newest in the registry" : "newest known when this was written; the registry did not answer",
    running: `${runtime.version}${runtime.kind === "evaluation" ? ", for evaluation only" : ""}`,
  });
}

/** Electron supports its newest three majors; Rackside wants the newest one. */
export function judgeVersion({ pinned, newest, source, running }) {
  const major = (version) => Number(version.split(".")[0]);
  return verdict(
    [`package.json pins ${pinned}; ${source}: ${newest}`, major(pinned) >= major(newest)],
    [`observed on ${running}`, true],
  );
}
