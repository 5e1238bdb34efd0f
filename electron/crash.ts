import { app, dialog } from "electron";
import type { BrowserWindow } from "electron";
import type { Log, MakeId } from "../main/ports/host";
import type { ReadTexts } from "./text/texts";

interface CrashParts {
  readonly log: Log;
  readonly makeId: MakeId;
}

interface CrashWatch extends CrashParts {
  readonly readTexts: ReadTexts;
}

/**
 * Logs what nothing else caught, with a reference for the operator. After an uncaught exception the program's state is unknown, so it ends:
 * everything entered is committed, and the outbox goes on from there at the next start.
 */
export function watchForCrashes({ log, makeId, readTexts }: CrashWatch): void {
  process.on("uncaughtException", (error) => {
    const reference = makeId().slice(-8);
    log.error("uncaught exception", { reference, error });
    const { crash } = readTexts();
    dialog.showErrorBox(crash.title, crash.text(reference));
    app.exit(1);
  });
  process.on("unhandledRejection", (error) => {
    log.error("unhandled rejection", { reference: makeId().slice(-8), error });
  });
  app.on("child-process-gone", (_, details) => {
    log.error("child process gone", { ...details });
  });
}

/** A page that crashed is loaded again: truth is in the program, the page only shows it. */
export function watchPage(window: BrowserWindow, { log }: CrashParts): void {
  window.webContents.on("render-process-gone", (_, details) => {
    log.error("page gone", { ...details });
    if (details.reason !== "clean-exit" && details.reason !== "killed") window.webContents.reload();
  });
  window.webContents.on("preload-error", (_, path, error) => {
    log.error("preload failed", { path, error });
  });
}
