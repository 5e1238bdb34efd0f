import { app, dialog } from "electron";
import type { BrowserWindow } from "electron";
import type { Link } from "../main/contract/shapes/module";
import { askBeforeLeaving } from "./leaving";
import type { ProfileDesk } from "./profile-desk";
import type { HostTexts, ReadTexts } from "./text/texts";

/** A profile that does not answer must not hold the window open. */
const answerLimitMs = 1_000;

/** Tells once, when the window is closed, that steps have not gone out; a system that shuts down is not held up. */
export function askWhenClosing(window: BrowserWindow, desk: ProfileDesk, readTexts: ReadTexts): void {
  let isDecided = false;
  let isAsking = false;
  const leave = (): void => {
    isDecided = true;
    window.close();
  };
  window.on("close", (event) => {
    if (isDecided) return;
    event.preventDefault();
    if (isAsking) return;
    isAsking = true;
    void mayLeave(window, desk, readTexts()).then((isAgreed) => {
      isAsking = false;
      if (isAgreed && !window.isDestroyed()) leave();
    });
  });
  // A quit that did not begin with the window comes from the system: a signal, a logout, a shutdown.
  const stopAsking = (): void => {
    isDecided = true;
  };
  app.on("before-quit", stopAsking);
  window.on("session-end", stopAsking);
}

async function mayLeave(window: BrowserWindow, desk: ProfileDesk, texts: HostTexts): Promise<boolean> {
  const question = askBeforeLeaving(await listLinks(desk), texts);
  if (question === undefined) return true;
  const { response } = await dialog.showMessageBox(window, {
    type: "question",
    ...question,
    buttons: [texts.leaving.quit, texts.leaving.stay],
    defaultId: 0,
    cancelId: 1,
  });
  return response === 0;
}

async function listLinks(desk: ProfileDesk): Promise<readonly Link[]> {
  const limit = new Promise<undefined>((resolve) => setTimeout(resolve, answerLimitMs));
  // Also while the console is locked: what waits is no secret to whoever closes it.
  return (await Promise.race([desk.links().catch(() => undefined), limit])) ?? [];
}
