import { Notification, dialog, shell } from "electron";
import type { BrowserWindow } from "electron";
import type { ConsoleEvent } from "../main/contract/events";
import { judgeDestination } from "./navigation";
import type { ProfileDesk } from "./profile-desk";

/** Opens an https address in the browser after the operator has seen whose it is. */
export async function openOutside(window: BrowserWindow, address: string): Promise<void> {
  if (judgeDestination(address) !== "outside") return;
  const { response } = await dialog.showMessageBox(window, {
    type: "question",
    message: `Open ${new URL(address).host} in the browser?`,
    detail: address,
    buttons: ["Open", "Cancel"],
    defaultId: 0,
    cancelId: 1,
  });
  if (response === 0) await shell.openExternal(address);
}

/** Shows a desktop notification when more steps need a decision and nobody looks at the window. */
export function watchAttention(window: BrowserWindow, desk: ProfileDesk): void {
  let known = 0;
  const check = async (): Promise<void> => {
    const count = await countAttention(desk);
    if (count > known && !window.isDestroyed() && !window.isFocused()) notify(window, count);
    known = count;
  };
  const unsubscribe = desk.subscribe((event) => {
    if (isAboutActions(event)) void check();
  });
  window.on("close", unsubscribe);
}

function isAboutActions(event: ConsoleEvent): boolean {
  return event.name === "records.changed" && event.changes.some((change) => change.entity === "action");
}

async function countAttention(desk: ProfileDesk): Promise<number> {
  const result = await desk.dispatch("action.list", { state: "needs-attention", limit: 1 });
  if (!result.ok) return 0;
  // `dispatch` answers what the contract's output schema of this very call has parsed.
  return (result.value as { readonly total: number }).total;
}

function notify(window: BrowserWindow, count: number): void {
  if (!Notification.isSupported()) return;
  const body = count === 1 ? "One step needs a decision" : `${String(count)} steps need a decision`;
  const notification = new Notification({ title: "Rackside", body });
  notification.on("click", () => {
    window.show();
  });
  notification.show();
}
