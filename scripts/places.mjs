import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

/** Where things are in this repository; every script names them from here. */
export const places = {
  root,
  modules: path.join(root, "node_modules"),
  lockFile: path.join(root, "package-lock.json"),
  cache: path.join(root, ".cache"),
  out: path.join(root, "out"),
  notices: path.join(root, "out", "THIRD-PARTY.txt"),
  commandLine: path.join(root, "out", "cli", "rackside.cjs"),
  demo: path.join(root, "out", "demo"),
};
