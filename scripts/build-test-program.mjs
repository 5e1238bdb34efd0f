import path from "node:path";
import { places } from "./places.mjs";
import { say } from "./run-command.mjs";
import { hashFiles, isStamped, writeStamp } from "./stamp.mjs";

/**
 * Bundles programs of a folder below `test/` into `out/NAME/`, when a source differs from the last build: tests that start processes of their own
 * need them as plain JavaScript.
 * @param {{ name: string, entries: readonly string[], sources: readonly string[] }} what `sources`: everything that the entries import
 * @returns {Promise<string[]>} the bundled files, in the order of the entries
 */
export async function buildTestProgram({ name, entries, sources }) {
  const folder = path.join(places.out, name);
  const files = entries.map((entry) => path.join(folder, entry.replace(/\.ts$/, ".cjs")));
  const all = [...sources, "package-lock.json", "scripts/build-test-program.mjs"];
  const wanted = hashFiles(all.map((source) => path.join(places.root, source)));
  const stampFile = path.join(folder, "build.stamp");
  if (isStamped(stampFile, wanted)) return files;
  say("Building the program under test …");
  const vite = await import("vite");
  for (const [index, entry] of entries.entries()) {
    await vite.build({
      configFile: false,
      root: places.root,
      logLevel: "warn",
      publicDir: false,
      ssr: { noExternal: true, external: ["knex", "sqlite3"], target: "node" },
      build: {
        ssr: path.join(places.root, "test", name, entry),
        outDir: folder,
        emptyOutDir: false,
        target: "node18",
        minify: false,
        rolldownOptions: {
          output: { format: "cjs", entryFileNames: path.basename(files[index]), codeSplitting: false },
        },
      },
    });
  }
  writeStamp(stampFile, wanted);
  return files;
}
