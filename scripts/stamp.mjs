import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * One hash over the names and contents of files; folders are taken whole, missing ones skipped.
 * Contents rather than times: a fresh clone and a changed branch carry meaningless times.
 * @param {readonly string[]} entries absolute paths
 */
export function hashFiles(entries) {
  const hash = createHash("sha256");
  for (const file of entries.flatMap(listFiles).sort()) {
    hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

/** True when the stamp was last written with this text. */
export function isStamped(stampFile, text) {
  try {
    return readFileSync(stampFile, "utf8") === text;
  } catch {
    return false;
  }
}

export function writeStamp(stampFile, text) {
  mkdirSync(path.dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, text);
}

function listFiles(entry) {
  const stats = statSync(entry, { throwIfNoEntry: false });
  if (stats === undefined) return [];
  if (stats.isFile()) return [entry];
  return readdirSync(entry).flatMap((name) => listFiles(path.join(entry, name)));
}
