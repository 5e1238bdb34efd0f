import type { ElectronApplication, Page } from "playwright-core";
import { describe, expect, onTestFinished, test } from "vitest";
import { requestChannel } from "../../main/contract/bridge";
import { runningPoints } from "../../scripts/security/running-points.mjs";
import type { Stage } from "../../scripts/security/running-points.mjs";
import { startWitness } from "../../scripts/security/witness.mjs";
import { launchConsole } from "./harness/console";

/** Electron's security checklist; `npm run security-check` adds what only the packed program shows. */
describe("each point of the checklist that the running program can show", () => {
  test("holds", async () => {
    const stage = await openStage();

    const found = [];
    for (const { number, observe } of runningPoints) found.push({ number, ...(await observe(stage)) });

    expect(found.filter(({ isPassed }) => !isPassed)).toEqual([]);
    expect(found.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 17, 18, 20]);
  });

  test("is seen when it is broken by how a window is made", async () => {
    const { app, witness } = await openStage();
    const page = await openLooseWindow(app);

    expect(await findBroken({ app, page, witness }, [2, 3, 4, 6, 8, 9, 10, 11, 20])).toEqual([
      2, 3, 4, 6, 8, 9, 10, 11, 20,
    ]);
  });

  test("is seen when it is broken by what the program lets pass", async () => {
    const stage = await openStage();
    await takeGuardsDown(stage.app);

    expect(await findBroken(stage, [1, 5, 12, 13, 14, 15, 17, 18])).toEqual([1, 5, 12, 13, 14, 15, 17, 18]);
    const page = await openLooseWindow(stage.app);
    expect(await findBroken({ ...stage, page }, [7])).toEqual([7]);
  });
});

test("a file that the page made is saved, anything else is not", async () => {
  const { app, page } = await openStage();
  const nextDownload = () =>
    app.evaluate(
      ({ session }) =>
        new Promise<{ isRefused: boolean; address: string }>((resolve) => {
          session.defaultSession.once("will-download", (event, item) => {
            resolve({ isRefused: event.defaultPrevented, address: item.getURL() });
            event.preventDefault();
          });
        }),
    );

  const own = nextDownload();
  await page.evaluate(() => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(["{}"], { type: "application/json" }));
    link.download = "catalogue.json";
    link.click();
  });
  expect(await own).toEqual({
    isRefused: false,
    address: expect.stringMatching(/^blob:app:\/\/rackside\//u) as string,
  });

  const foreign = nextDownload();
  await app.evaluate(({ session }) => {
    session.defaultSession.downloadURL("data:application/octet-stream,planted");
  });
  expect(await foreign).toMatchObject({ isRefused: true });
});

async function openStage(): Promise<Stage> {
  const witness = await startWitness();
  onTestFinished(witness.stop);
  const { app, page } = await launchConsole({ isAtGate: true });
  await page.getByRole("button", { name: /practice site/i }).waitFor();
  return { app, page, witness };
}

async function findBroken(stage: Stage, numbers: readonly number[]): Promise<number[]> {
  const broken: number[] = [];
  for (const { number, observe } of runningPoints) {
    if (!numbers.includes(number)) continue;
    const { isPassed } = await observe(stage);
    if (!isPassed) broken.push(number);
  }
  return broken;
}

/** A second window with everything that the program's own window forbids. */
async function openLooseWindow(app: ElectronApplication): Promise<Page> {
  const opened = app.waitForEvent("window");
  await app.evaluate(async ({ BrowserWindow }) => {
    const window = new BrowserWindow({
      webPreferences: {
        nodeIntegration: true,
        contextIsolation: false,
        sandbox: false,
        webSecurity: false,
        allowRunningInsecureContent: true,
        experimentalFeatures: true,
        enableBlinkFeatures: "CSSVariables",
        webviewTag: true,
      },
    });
    await window.loadURL("app://rackside/index.html");
  });
  return opened;
}

/** Undoes at run time what guards.ts, protocol.ts and ipc.ts set up. */
async function takeGuardsDown(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ app: program, ipcMain, protocol, session, webContents }, channel) => {
    const { defaultSession } = session;
    defaultSession.webRequest.onBeforeRequest(null);
    defaultSession.setPermissionRequestHandler(null);
    defaultSession.setPermissionCheckHandler(null);
    const loosen = (contents: Electron.WebContents): void => {
      contents.removeAllListeners("will-navigate");
      contents.removeAllListeners("will-attach-webview");
      contents.setWindowOpenHandler(() => ({ action: "allow", overrideBrowserWindowOptions: { show: false } }));
    };
    for (const contents of webContents.getAllWebContents()) loosen(contents);
    program.on("web-contents-created", (_, contents) => {
      loosen(contents);
    });
    ipcMain.removeHandler(channel);
    ipcMain.handle(channel, () => JSON.stringify({ ok: true, value: {} }));
    protocol.unhandle("app");
    protocol.handle("app", () => new Response("<title>Loose</title>", { headers: { "content-type": "text/html" } }));
  }, requestChannel);
}
