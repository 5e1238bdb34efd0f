import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { places } from "./places.mjs";
import { runCommand, say } from "./run-command.mjs";
import { isStamped, writeStamp } from "./stamp.mjs";

const stalledAfterMs = 20_000;
const installer = path.join(places.modules, "electron", "install.js");
const failureStamp = path.join(places.cache, "electron-download-failed");

/**
 * Lets the `electron` package download its binary. Gives up when nothing arrives for 20 s; a failure is remembered for the day, so that an
 * offline workstation does not wait at each start.
 * @returns {Promise<boolean>} true when the binary is there
 */
export async function downloadOfficialRuntime() {
  const today = new Date().toISOString().slice(0, 10);
  if (isStamped(failureStamp, today)) return false;
  say("Trying to download the official Electron binary …");
  const landing = path.join(places.cache, "electron-download");
  mkdirSync(landing, { recursive: true });
  const stalled = new AbortController();
  const watch = watchGrowth([landing, path.join(places.modules, "electron", "dist")], stalled);
  const { code } = await runCommand(process.execPath, [installer], {
    env: { ...process.env, TMPDIR: landing, TEMP: landing },
    signal: stalled.signal,
  });
  clearInterval(watch);
  rmSync(landing, { recursive: true, force: true });
  if (code === 0) return true;
  writeStamp(failureStamp, today);
  return false;
}

function watchGrowth(folders, stalled) {
  let size = 0;
  let grewAt = Date.now();
  return setInterval(() => {
    const now = folders.reduce((sum, folder) => sum + sizeOf(folder), 0);
    if (now !== size) grewAt = Date.now();
    size = now;
    if (Date.now() - grewAt > stalledAfterMs) stalled.abort();
  }, 1000);
}

function sizeOf(entry) {
  const stats = statSync(entry, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.size;
  return readdirSync(entry).reduce((sum, name) => sum + sizeOf(path.join(entry, name)), 0);
}
