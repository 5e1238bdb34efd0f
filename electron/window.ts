import { join } from "node:path";
import { BrowserWindow, nativeTheme, screen } from "electron";
import { pageAddress } from "./page-address";
import { placeWindow, smallestWindow } from "./placement";
import type { WorkstationBook } from "./preferences";

/** The page's own backgrounds, so that the frame before the first paint does not flash. */
const backgrounds = { dark: "#16181c", light: "#ffffff" };

/** Makes the window, hidden until its first frame is drawn: sandboxed, isolated, without Node. What could be loosened is named, so that a loosening shows. */
export function createWindow(book: WorkstationBook, hasTools: boolean): BrowserWindow {
  const { placement, preferences } = book.read();
  const window = new BrowserWindow({
    ...placeWindow(
      placement,
      screen.getAllDisplays().map((display) => display.workArea),
    ),
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    title: "Rackside",
    backgroundColor: nativeTheme.shouldUseDarkColors ? backgrounds.dark : backgrounds.light,
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(__dirname, "preload.cjs"),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      // Chromium would fetch its dictionaries from the network.
      spellcheck: false,
      devTools: hasTools,
      zoomFactor: preferences.zoom,
    },
  });
  if (placement?.isMaximized) window.maximize();
  window.once("ready-to-show", () => {
    window.show();
  });
  window.on("close", () => {
    book.change({ placement: { ...window.getNormalBounds(), isMaximized: window.isMaximized() } });
  });
  return window;
}

export function loadPage(window: BrowserWindow): Promise<void> {
  return window.loadURL(pageAddress);
}

/** Brings the window to the front, whatever state it is in. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
