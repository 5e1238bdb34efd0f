import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { places } from "../places.mjs";

const main = `const { app, BrowserWindow } = require("electron");
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true } });
  window.loadFile("index.html");
});
app.on("window-all-closed", () => app.quit());
`;
const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Blank</title><p id="blank">Blank</p></html>\n`;

/**
 * The least that Electron can show: a window with one line, which the console is measured beside.
 * @param {{ executable: string, kind: string, appArguments: readonly string[] }} runtime from provideRuntime
 * @returns {{ executable: string, appArguments: readonly string[] }} the same Electron with that window
 */
export function provideBlankWindow(runtime) {
  const folder = path.join(places.out, "bench", "blank");
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "package.json"), `{ "name": "blank", "main": "main.cjs" }\n`);
  writeFileSync(path.join(folder, "main.cjs"), main);
  writeFileSync(path.join(folder, "index.html"), page);
  if (runtime.kind !== "evaluation") return { executable: runtime.executable, appArguments: [folder] };
  // The runtime for evaluation runs what lies in its resources and nothing else, so this window gets one of its own.
  const copy = path.join(places.out, "bench", "blank-runtime");
  if (!existsSync(copy)) linkFolder(path.dirname(runtime.executable), copy);
  const app = path.join(copy, "resources", "app");
  rmSync(app, { recursive: true, force: true });
  linkFolder(folder, app);
  return { executable: path.join(copy, path.basename(runtime.executable)), appArguments: [] };
}

/** Hard links where the disk can, copies elsewhere; links to folders, such as the one to this checkout, are left out. */
function linkFolder(from, to) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) linkFolder(source, target);
    else if (entry.isFile()) linkFile(source, target);
  }
}

function linkFile(source, target) {
  try {
    linkSync(source, target);
  } catch {
    copyFileSync(source, target);
  }
}
