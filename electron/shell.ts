import { join } from "node:path";
import { BrowserWindow, Menu, app, clipboard, dialog, nativeTheme } from "electron";
import { version } from "../package.json";
import type { Translate } from "../main/contract/phrases/phrase-book";
import { makeUuid7 } from "../main/adapters/ids";
import { createLog } from "../main/adapters/log";
import type { Log } from "../main/ports/host";
import { watchForCrashes, watchPage } from "./crash";
import { openOutside, watchAttention, watchMessages } from "./desktop";
import { openDocument, removeDocuments } from "./documents";
import { guardEverything } from "./guards";
import { createHostCalls } from "./host-calls";
import { connectWindow } from "./ipc";
import { createDesktopLock, watchClosing } from "./locking";
import { createApplicationMenu } from "./menu";
import type { ApplicationMenu } from "./menu";
import { watchPower } from "./power";
import { openWorkstationBook } from "./preferences";
import type { WorkstationBook } from "./preferences";
import { createProfileDesk } from "./profile-desk";
import type { ProfileDesk } from "./profile-desk";
import { registerPageScheme, servePage } from "./protocol";
import { askWhenClosing } from "./quitting";
import { createSecretClipboard } from "./secret-clipboard";
import type { SecretClipboard } from "./secret-clipboard";
import { phrasesIn, textsIn } from "./text/texts";
import type { HostTexts, ReadTexts } from "./text/texts";
import { createWindow, loadPage, showWindow } from "./window";

/** Longest wait for the console to close its books when the program quits; the outbox survives a kill anyway. */
const stopLimitMs = 10_000;

/** A packed program has no development tools. Told by the archive, because one runtime for tests calls itself packaged at all times. */
const hasTools = !app.getAppPath().endsWith(".asar");

/** Begins the program; the folder of profiles is set. */
export function start(): void {
  // The lock belongs to that folder: one console for each.
  if (!app.requestSingleInstanceLock()) {
    app.exit(0);
    return;
  }
  const log = createLog({ directory: app.getPath("userData") });
  const book = openWorkstationBook();
  const readTexts: ReadTexts = () => textsIn(book.read().preferences.language);
  watchForCrashes({ log, makeId: makeUuid7, readTexts });
  registerPageScheme();
  // Else Electron builds a menu of its own before the window is made.
  Menu.setApplicationMenu(null);
  guardEverything({
    log,
    hasTools,
    openOutside: (contents, address) => {
      const window = BrowserWindow.fromWebContents(contents);
      if (window !== null) void openOutside(window, address, readTexts());
    },
  });
  void app.whenReady().then(() => run({ log, book, readTexts }));
}

interface ShellParts {
  readonly log: Log;
  readonly book: WorkstationBook;
  readonly readTexts: ReadTexts;
}

async function run({ log, book, readTexts }: ShellParts): Promise<void> {
  nativeTheme.themeSource = book.read().preferences.theme;
  const page = servePage(join(__dirname, "..", "renderer"), log);
  const window = createWindow(book, hasTools);
  const pageLoaded = loadPage(window);
  const secrets = createSecretClipboard(clipboard);
  // Loading the console keeps this process busy, so the page gets its files first.
  const menu = createApplicationMenu({
    logDirectory: join(app.getPath("userData"), "logs"),
    hasTools,
    readTexts,
    choose: (id) => {
      tellPage({ name: "command.chosen", id });
    },
  });
  const desk = openDesk({ book, secrets, menu }, Promise.race([page.scriptSent, pageLoaded.catch(() => undefined)]));
  const tellPage = connectWindow({ window, desk, log, makeId: makeUuid7 });
  watchPage(window, { log, makeId: makeUuid7 });
  watchAttention(window, desk, readTexts);
  watchMessages(window, desk, tellPage, {
    readTexts,
    loadPhrases: () => phrasesIn(book.read().preferences.language),
  });
  const lock = createDesktopLock(desk, tellPage);
  watchPower({ wake: desk.wake, lock });
  watchClosing(desk, () => void secrets.clearNow());
  menu.draw();
  book.watchLanguage(menu.draw);
  askWhenClosing(window, desk, readTexts);
  stopWithLastWindow(() => Promise.all([secrets.clearNow(), desk.stop()]), log);
  app.on("second-instance", () => {
    showWindow(window);
  });
  await Promise.all([pageLoaded, desk.opened()]).catch(async (error: unknown) => {
    giveUp(error, log, readTexts(), await phrasesIn(book.read().preferences.language));
  });
}

interface DeskParts {
  readonly book: WorkstationBook;
  readonly secrets: SecretClipboard;
  readonly menu: ApplicationMenu;
}

function openDesk({ book, secrets, menu }: DeskParts, pageIsServed: Promise<unknown>): ProfileDesk {
  const profiles = join(app.getPath("userData"), "profiles");
  return createProfileDesk({
    first: book.read().profile,
    remember: (profile) => {
      book.change({ profile });
    },
    open: async (profile, switchProfile) => {
      await pageIsServed;
      const { openConsole } = await import("./console-program");
      return openConsole({
        directory: join(profiles, profile),
        profile,
        version,
        copySecret: secrets.copy,
        switchProfile,
        hostCalls: createHostCalls({ book, showMenu: menu.show }),
        openDocument,
      });
    },
  });
}

function stopWithLastWindow(stop: () => Promise<unknown>, log: Log): void {
  app.on("window-all-closed", () => {
    app.quit();
  });
  app.on("will-quit", (event) => {
    event.preventDefault();
    const limit = new Promise((resolve) => setTimeout(resolve, stopLimitMs));
    void Promise.race([stop().then(removeDocuments), limit])
      .catch((error: unknown) => {
        log.error("stop failed", { error });
      })
      .finally(() => {
        app.exit(0);
      });
  });
}

/** Without its page or a profile there is nothing to show: says why and ends. */
function giveUp(error: unknown, log: Log, texts: HostTexts, translate: Translate): void {
  log.error("start failed", { error });
  const reason = translate(error instanceof Error ? error.message : String(error));
  for (const window of BrowserWindow.getAllWindows()) window.hide();
  dialog.showErrorBox(texts.cannotStart, reason);
  app.exit(1);
}
