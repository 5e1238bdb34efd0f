import { existsSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { describeShipped, notePackages } from "./dependencies/notices.mjs";
import { places } from "./places.mjs";
import { prepare } from "./prepare.mjs";
import { runScript, say } from "./run-command.mjs";
import { hashFiles, isStamped, writeStamp } from "./stamp.mjs";

const sources = [
  "main",
  "db",
  "electron",
  "renderer",
  "simulator",
  "package.json",
  "package-lock.json",
  "scripts/build.mjs",
  "scripts/dependencies",
];
const stampFile = path.join(places.out, "build.stamp");
/** Chromium 114 and Node 18 are inside the oldest Electron that runs the program. */
const targets = { page: "chrome114", program: "node18" };

const unusedDrivers = /^(better-sqlite3|mysql2?|mariadb|oracledb|pg|pg-query-stream|tedious)(\/|$)/;

/**
 * Besides a file for each screen: few files rather than one for every part that two screens share, because each is asked for over the shell. The
 * contract's shapes stay apart: they check what is asked in the program, and few screens look into them. So does what the first frame needs, since a
 * start compiles all that it loads; without its entry, which waits for what imports the others.
 */
const pageParts = [
  {
    name: "first",
    test: /[\\/](node_modules|renderer)[\\/](?!index\.html|start\.tsx|text[\\/](en|ru))/,
    tags: ["$initial"],
  },
  { name: "contract", test: /[\\/](node_modules[\\/]zod|main[\\/]contract[\\/](calls|events|shapes))/ },
  { name: "packages", test: /[\\/]node_modules[\\/]/ },
  { name: "parts", test: /[\\/]renderer[\\/](?!text[\\/](en|ru))/, minShareCount: 2 },
];

/** Small, but with the names that a stack in the log is read by. */
const readable = { mangle: false, compress: true, codegen: { removeWhitespace: true } };

/** Builds window, host, preload, command line and the notices about all that is in them into out/ when a source differs from the last build. */
export async function build() {
  const wanted = hashFiles(sources.map((name) => path.join(places.root, name)));
  if (isStamped(stampFile, wanted)) return;
  say("Building …");
  const startedAt = Date.now();
  rmSync(stampFile, { force: true });
  const vite = await import("vite");
  const bundled = new Set();
  await buildPage(vite, bundled);
  await buildProgram(vite, bundled, { folder: "electron", entries: { shell: "electron/shell.ts" }, isFirst: true });
  await buildProgram(vite, bundled, { folder: "electron", entries: { start: "electron/start.ts" } });
  await buildProgram(vite, bundled, { folder: "electron", entries: { preload: "electron/preload.ts" } });
  await buildProgram(vite, bundled, { folder: "cli", entries: { rackside: "main/cli/command.ts" }, isFirst: true });
  writeFileSync(places.notices, describeShipped(bundled).text);
  writeStamp(stampFile, wanted);
  say(`Built in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
}

async function buildPage(vite, bundled) {
  const { default: react } = await import("@vitejs/plugin-react");
  await vite.build({
    configFile: false,
    root: path.join(places.root, "renderer"),
    base: "./",
    logLevel: "warn",
    plugins: [react(), notePackages(bundled)],
    build: {
      outDir: path.join(places.out, "renderer"),
      emptyOutDir: true,
      target: targets.page,
      // The page's policy allows neither inline scripts nor fetches of its own.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 2000,
      rolldownOptions: { output: { codeSplitting: { groups: pageParts } } },
    },
  });
}

/**
 * CommonJS, because an ES module as main script needs Electron 28. Packages with native parts stay outside. What is imported at run time (`import()`)
 * becomes a file beside the entry and is not read before.
 */
async function buildProgram(vite, bundled, { folder, entries, isFirst = false }) {
  await vite.build({
    configFile: false,
    root: places.root,
    logLevel: "warn",
    publicDir: false,
    plugins: [notePackages(bundled)],
    ssr: { noExternal: true, external: ["electron", "sqlite3"], target: "node" },
    build: {
      ssr: true,
      outDir: path.join(places.out, folder),
      emptyOutDir: isFirst,
      target: targets.program,
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, path.join(places.root, file)])),
        // Drivers of other databases, which knex asks for by name when it is told to use them.
        external: ["electron", "sqlite3", unusedDrivers],
        output: { format: "cjs", entryFileNames: "[name].cjs", chunkFileNames: "[name].cjs", minify: readable },
      },
    },
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await runScript(async () => {
    await prepare({ hasWindow: false });
    await build();
    say(existsSync(places.commandLine) ? "out/ is up to date." : "");
  });
}
