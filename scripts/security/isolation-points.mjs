import { preferencesOf } from "./content-points.mjs";
import { verdict } from "./verdict.mjs";

/** Electron's number of the world that a preload script runs in. */
const preloadWorld = 999;
const bridge = ["call", "subscribe"];

/** Points about the walls around the page, on the running program. */
export const isolationPoints = [
  { number: 2, title: "No Node in the page", observe: observeNode },
  { number: 3, title: "Context isolation is on", observe: observeIsolation },
  { number: 4, title: "The process is sandboxed", observe: observeSandbox },
  { number: 9, title: "No experimental features", observe: observeExperiments },
  { number: 10, title: "No enableBlinkFeatures", observe: observeBlinkFeatures },
  { number: 20, title: "No Electron API in the page", observe: ({ page }) => observeBridge(page) },
];

async function observeNode({ app, page }) {
  const seen = await page.evaluate(() =>
    ["require", "process", "module", "global", "Buffer", "__dirname"].filter((name) => name in globalThis),
  );
  const preferences = await preferencesOf(app, page);
  const isOff = ["nodeIntegration", "nodeIntegrationInWorker", "nodeIntegrationInSubFrames"].every(
    (name) => preferences[name] !== true,
  );
  return verdict(
    ["the page has neither require nor process nor Buffer", seen.length === 0],
    ["nodeIntegration is off in page, worker and frame", isOff],
  );
}

async function observeIsolation({ app, page }) {
  const window = await app.browserWindow(page);
  await page.evaluate(() => {
    Array.prototype.planted = "by the page";
  });
  const planted = await window.evaluate(
    ({ webContents }, world) => webContents.executeJavaScriptInIsolatedWorld(world, [{ code: "[].planted ?? null" }]),
    preloadWorld,
  );
  await page.evaluate(() => {
    delete Array.prototype.planted;
  });
  const { contextIsolation } = await preferencesOf(app, page);
  return verdict(
    ["what the page does to Array.prototype does not reach the preload script", planted === null],
    ["contextIsolation is true", contextIsolation === true],
  );
}

async function observeSandbox({ app, page }) {
  const { sandbox } = await preferencesOf(app, page);
  return verdict(["the window is made with sandbox: true", sandbox === true]);
}

async function observeExperiments({ app, page }) {
  const { experimentalFeatures } = await preferencesOf(app, page);
  const isSwitched = await hasSwitch(app, "enable-experimental-web-platform-features");
  return verdict(
    ["experimentalFeatures is not true", experimentalFeatures !== true],
    ["no switch turns experiments on", !isSwitched],
  );
}

async function observeBlinkFeatures({ app, page }) {
  const { enableBlinkFeatures } = await preferencesOf(app, page);
  const isSwitched = await hasSwitch(app, "enable-blink-features");
  return verdict(
    ["enableBlinkFeatures is not set", (enableBlinkFeatures ?? "") === ""],
    ["nor given as a switch", !isSwitched],
  );
}

/** @param {import("playwright-core").Page} page also of the packed program */
export async function observeBridge(page) {
  const seen = await page.evaluate(async () => {
    const given = window.rackside ?? {};
    const before = given.call;
    try {
      given.call = () => "mine";
    } catch {
      // Frozen objects of strict code throw.
    }
    return {
      names: Object.keys(given).sort(),
      isFrozen: given.call === before && Object.isFrozen(given),
      globals: ["electron", "ipcRenderer", "contextBridge", "webFrame"].filter((name) => name in globalThis),
      unlisted: JSON.parse((await before?.("shell.openExternal", { address: "file:///etc/hostname" })) ?? "null"),
    };
  });
  return verdict(
    [`the page is given ${bridge.join(" and ")}, nothing else`, String(seen.names) === String(bridge)],
    ["it cannot exchange them", seen.isFrozen],
    ["no object of Electron is in sight", seen.globals.length === 0],
    ["a call that is not in the contract is refused", seen.unlisted?.ok === false],
  );
}

function hasSwitch(app, name) {
  return app.evaluate(({ app: program }, wanted) => program.commandLine.hasSwitch(wanted), name);
}
