import { userInfo } from "node:os";
import { join } from "node:path";
import { BrowserWindow, app, dialog, nativeTheme, session } from "electron";
import { version } from "../package.json";
import { makeUuid7 } from "../main/adapters/ids";
import { createLog } from "../main/adapters/log";
import type { Log } from "../main/ports/host";
import { openProfile } from "../main/profile/open-profile";
import { watchForCrashes, watchPage } from "./crash";
import { openOutside, watchAttention, watchMessages } from "./desktop";
import { guardNavigation, guardPermissions } from "./guards";
import { createHostCalls } from "./host-calls";
import { connectWindow } from "./ipc";
import { installMenu } from "./menu";
import { rememberOperator } from "./operator";
import { watchPower } from "./power";
import { openWorkstationBook } from "./preferences";
import type { WorkstationBook } from "./preferences";
import { createProfileDesk } from "./profile-desk";
import type { ProfileDesk } from "./profile-desk";
import { registerPageScheme, servePage } from "./protocol";
import { findProfileRoot } from "./start-options";
import { openVault } from "./vault";
import { createWindow, loadPage, showWindow } from "./window";

/** Longest wait for the console to close its books when the program quits; the outbox survives a kill anyway. */
const stopLimitMs = 10_000;

function start(): void {
  const root = findProfileRoot(process.argv, process.env);
  if (root !== undefined) app.setPath("userData", root);
  // The lock belongs to the folder set above: one console for each.
  if (!app.requestSingleInstanceLock()) {
    app.exit(0);
    return;
  }
  const log = createLog({ directory: app.getPath("userData") });
  watchForCrashes({ log, makeId: makeUuid7 });
  registerPageScheme();
  void app.whenReady().then(() => run(log));
}

async function run(log: Log): Promise<void> {
  const book = openWorkstationBook();
  nativeTheme.themeSource = book.read().preferences.theme;
  guardPermissions(session.defaultSession);
  servePage(join(__dirname, "..", "renderer"), log);
  installMenu(join(app.getPath("userData"), "logs"));

  const desk = openDesk(book);
  const window = createWindow(book);
  guardNavigation(window.webContents, log, (address) => void openOutside(window, address));
  const tellPage = connectWindow({ window, desk, log, makeId: makeUuid7 });
  watchPage(window, { log, makeId: makeUuid7 });
  watchAttention(window, desk);
  watchMessages(window, desk, tellPage);
  watchPower(desk.wake);
  rememberOperator(desk, book);
  stopWithLastWindow(desk, log);
  app.on("second-instance", () => {
    showWindow(window);
  });
  await Promise.all([loadPage(window), desk.opened()]).catch((error: unknown) => {
    giveUp(error, log);
  });
}

function openDesk(book: WorkstationBook): ProfileDesk {
  const profiles = join(app.getPath("userData"), "profiles");
  return createProfileDesk({
    first: book.read().profile,
    remember: (profile) => {
      book.change({ profile });
    },
    open: (profile, switchProfile) => {
      const directory = join(profiles, profile);
      return openProfile({
        directory,
        profile,
        vault: openVault(directory),
        log: createLog({ directory }),
        hostKind: "window",
        version,
        runtime: `Electron ${process.versions.electron}`,
        operator: book.read().operator || userInfo().username,
        switchProfile,
        hostCalls: createHostCalls(book),
      });
    },
  });
}

function stopWithLastWindow(desk: ProfileDesk, log: Log): void {
  app.on("window-all-closed", () => {
    app.quit();
  });
  app.on("will-quit", (event) => {
    event.preventDefault();
    const limit = new Promise((resolve) => setTimeout(resolve, stopLimitMs));
    void Promise.race([desk.stop(), limit])
      .catch((error: unknown) => {
        log.error("stop failed", { error });
      })
      .finally(() => {
        app.exit(0);
      });
  });
}

/** Without its page or a profile there is nothing to show: says why and ends. */
function giveUp(error: unknown, log: Log): void {
  log.error("start failed", { error });
  const reason = error instanceof Error ? error.message : String(error);
  for (const window of BrowserWindow.getAllWindows()) window.hide();
  dialog.showErrorBox("Rackside cannot start", reason);
  app.exit(1);
}

start();
