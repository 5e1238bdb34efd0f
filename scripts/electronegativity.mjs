import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { places } from "./places.mjs";
import { prepare } from "./prepare.mjs";
import { SetupError, runCommand, runScript } from "./run-command.mjs";

/** Not among our packages: it brings hundreds of its own, for a look now and then. */
const tool = "@doyensec/electronegativity@1.10.3";
const folder = path.join(places.out, "electronegativity");
const report = path.join(folder, "report.csv");

/** What it finds and what there is to say; `electron/README.md` says it at length. */
const answers = new Map([
  ["CSP_GLOBAL_CHECK", "the policy goes with every file of app://, where it does not look (point 7)"],
  ["OPEN_EXTERNAL_JS_CHECK", "https only, without a password, after showing the host (point 15)"],
  ["AUXCLICK_JS_CHECK", "every new window is refused, whatever button asks for it (point 14)"],
  ["PRELOAD_JS_CHECK", "the bridge is a dozen lines and shows two functions (point 20)"],
]);

/**
 * `npm run electronegativity`: has a checker of Electron programs look at the shell and the window. It neither reads TypeScript of our day nor sees
 * through a bundle, so it is given each source in JavaScript.
 * @returns {Promise<number>} exit code: 1 when it found what has no answer
 */
async function check() {
  await prepare({ hasWindow: false });
  rmSync(folder, { recursive: true, force: true });
  const sources = path.join(folder, "sources");
  for (const room of ["electron", "renderer"]) transpile(room, sources);
  const { devDependencies } = JSON.parse(readFileSync(path.join(places.root, "package.json"), "utf8"));
  const description = {
    name: "rackside",
    main: "electron/shell.js",
    devDependencies: { electron: devDependencies.electron },
  };
  writeFileSync(path.join(sources, "package.json"), JSON.stringify(description));
  const { code, output } = await runCommand("npx", [
    "--yes",
    "--ignore-scripts",
    tool,
    "-i",
    sources,
    "-o",
    report,
    "-r",
  ]);
  if (code !== 0) throw new SetupError(`${output}\n${tool} could not be run; its words are above.`);
  const findings = readFindings();
  for (const { name, place } of findings) {
    process.stdout.write(`${name.padEnd(24)} ${place.padEnd(26)} ${answers.get(name) ?? "NO ANSWER"}\n`);
  }
  const unanswered = findings.filter(({ name }) => !answers.has(name)).length;
  process.stdout.write(`findings ${String(findings.length)}, unanswered ${String(unanswered)}\n`);
  return unanswered === 0 ? 0 : 1;
}

function transpile(room, target) {
  const compilerOptions = { target: ts.ScriptTarget.ES2020, module: ts.ModuleKind.ES2020, jsx: ts.JsxEmit.ReactJSX };
  const root = path.join(places.root, room);
  for (const name of readdirSync(root, { recursive: true }).filter((file) => /\.(tsx?|html)$/.test(file))) {
    const text = readFileSync(path.join(root, name), "utf8");
    const file = path.join(target, room, name.replace(/\.tsx?$/, ".js"));
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, name.endsWith(".html") ? text : ts.transpileModule(text, { compilerOptions }).outputText);
  }
}

/** The fields before the first quoted text with commas: check, severity, confidence, file, line and column. */
function readFindings() {
  const [, ...lines] = readFileSync(report, "utf8").trimEnd().split("\n");
  return lines
    .filter((line) => /^[A-Z_]+_CHECK,/.test(line))
    .map((line) => {
      const [name = "", , , file = "", at = ""] = line.replaceAll('"', "").split(",");
      return { name, place: file === "N/A" ? "the whole" : `${file}:${at.split(":")[0] ?? ""}` };
    });
}

await runScript(check);
