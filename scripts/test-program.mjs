import path from "node:path";
import { places } from "./places.mjs";
import { say } from "./run-command.mjs";
import { hashFiles, isStamped, writeStamp } from "./stamp.mjs";

const sources = ["main", "db", "simulator", "test", "package-lock.json", "scripts/test-program.mjs"];

/**
 * Bundles a program of the tests into out/, when a source differs from the last time. Packages stay outside.
 * @param {{ entry: string, name: string }} program `entry` is its file in test/, `name` the folder in out/
 * @returns {Promise<string>} the file to run with Node
 */
export async function buildTestProgram({ entry, name }) {
  const folder = path.join(places.out, name);
  const file = path.join(folder, `${path.basename(entry, ".ts")}.mjs`);
  const stampFile = path.join(folder, `${path.basename(entry)}.stamp`);
  const wanted = hashFiles(sources.map((source) => path.join(places.root, source)));
  if (isStamped(stampFile, wanted)) return file;
  say(`Building test/${entry} …`);
  const vite = await import("vite");
  await vite.build({
    configFile: false,
    root: places.root,
    logLevel: "warn",
    publicDir: false,
    ssr: { target: "node", external: ["knex", "sqlite3"] },
    build: {
      ssr: path.join(places.root, "test", entry),
      outDir: folder,
      emptyOutDir: false,
      target: "node18",
      minify: false,
      rolldownOptions: {
        output: { format: "es", entryFileNames: path.basename(file), codeSplitting: false },
      },
    },
  });
  writeStamp(stampFile, wanted);
  return file;
}
