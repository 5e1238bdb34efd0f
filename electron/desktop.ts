import { Notification, dialog, shell } from "electron";
import type { BrowserWindow } from "electron";
import type { ConsoleEvent } from "../main/contract/events";
import type { MessageRow } from "../main/contract/shapes/message";
import type { TellPage } from "./ipc";
import { createMessageWatch, tellsOfMessages } from "./message-watch";
import type { MessageWatchParts } from "./message-watch";
import { judgeDestination } from "./navigation";
import type { ProfileDesk } from "./profile-desk";
import type { HostTexts, ReadTexts } from "./text/texts";
import { showWindow } from "./window";

/** Opens an https address in the browser after the operator has seen whose it is. */
export async function openOutside(
  window: Electron.BrowserWindow,
  address: string,
  { outside }: HostTexts,
): Promise<void> {
  if (judgeDestination(address) !== "outside") return;
  // As the browser will read it: a character that turns the line around is written by its number there.
  const { host, href } = new URL(address);
  const { response } = await dialog.showMessageBox(window, {
    type: "question",
    message: outside.question(host),
    detail: href,
    buttons: [outside.open, outside.cancel],
    defaultId: 0,
    cancelId: 1,
  });
  if (response === 0) await shell.openExternal(href);
}

/** Shows a desktop notification when more steps need a decision and nobody looks at the window. */
export function watchAttention(window: BrowserWindow, desk: ProfileDesk, readTexts: ReadTexts): void {
  let known = 0;
  const check = async (isToldByMessage: boolean): Promise<void> => {
    const count = await countAttention(desk);
    // Nobody is signed in: nothing of the trade stands on the desktop then.
    if (count === undefined) return;
    if (count > known && !isToldByMessage && !isLookedAt(window)) {
      notify(window, { title: "Rackside", body: readTexts().notice.needDecision(count) });
    }
    known = count;
  };
  const unsubscribe = desk.subscribe((event) => {
    if (isAboutActions(event)) void check(tellsOfMessages(event));
  });
  window.on("closed", unsubscribe);
}

/** Shows a desktop notification for a new message of the operator's departments; a click opens what it is about. */
export function watchMessages(
  window: BrowserWindow,
  desk: ProfileDesk,
  tell: TellPage,
  language: Pick<MessageWatchParts, "readTexts" | "loadPhrases">,
): void {
  const watch = createMessageWatch({
    listUnread: () => listUnread(desk),
    isLookedAt: () => isLookedAt(window),
    ...language,
    notify: ({ title, body, chosen }) => {
      notify(window, { title, body }, () => {
        tell(chosen);
      });
    },
  });
  const unsubscribe = desk.subscribe((event) => void watch(event));
  window.on("closed", unsubscribe);
}

function isLookedAt(window: BrowserWindow): boolean {
  return window.isDestroyed() || window.isFocused();
}

async function listUnread(desk: ProfileDesk): Promise<readonly MessageRow[]> {
  const result = await desk.dispatch("message.list", { onlyUnread: true, limit: 50 });
  if (!result.ok) return [];
  // `dispatch` answers what the contract's output schema of this very call has parsed.
  return (result.value as { readonly rows: readonly MessageRow[] }).rows;
}

function isAboutActions(event: ConsoleEvent): boolean {
  return event.name === "records.changed" && event.changes.some((change) => change.entity === "action");
}

async function countAttention(desk: ProfileDesk): Promise<number | undefined> {
  const result = await desk.dispatch("action.list", { state: "needs-attention", limit: 1 });
  if (!result.ok) return undefined;
  // `dispatch` answers what the contract's output schema of this very call has parsed.
  return (result.value as { readonly total: number }).total;
}

interface Words {
  readonly title: string;
  readonly body: string;
}

function notify(window: BrowserWindow, words: Words, onClick: () => void = () => undefined): void {
  if (!Notification.isSupported()) return;
  const notification = new Notification({ ...words });
  notification.on("click", () => {
    showWindow(window);
    onClick();
  });
  notification.show();
}
