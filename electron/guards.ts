import { app } from "electron";
import type { Session, WebContents } from "electron";
import type { Log } from "../main/ports/host";
import { judgeDestination } from "./navigation";
import { isPermissionGranted } from "./permissions";
import { isOwnBlob, isRequestAllowed } from "./requests";

interface GuardParts {
  readonly log: Log;
  /** The development tools may load their own page. */
  readonly hasTools: boolean;
  /** Asks the operator in the window of the page that wanted it. */
  openOutside(contents: WebContents, address: string): void;
}

/** Guards every page and every session of the program from its first moment, also those that somebody may add one day. */
export function guardEverything(parts: GuardParts): void {
  app.on("session-created", (session) => {
    guardSession(session, parts);
  });
  app.on("web-contents-created", (_, contents) => {
    guardContents(contents, parts);
  });
}

/** Holds a page to where it belongs: no other page in the window, no second window, no webview. */
function guardContents(contents: WebContents, { log, openOutside }: GuardParts): void {
  const judge = (address: string): boolean => {
    const destination = judgeDestination(address);
    if (destination === "outside") openOutside(contents, address);
    if (destination === "refused") log.warn("navigation refused", { address });
    return destination === "own-page";
  };
  contents.on("will-navigate", (event, address) => {
    if (!judge(address)) event.preventDefault();
  });
  contents.on("will-redirect", (event) => {
    event.preventDefault();
  });
  contents.on("will-attach-webview", (event) => {
    event.preventDefault();
  });
  contents.setWindowOpenHandler(({ url }) => {
    judge(url);
    return { action: "deny" };
  });
}

/** Answers every question for a permission from the policy, never hands out devices, loads and saves nothing but our page's own. */
function guardSession(session: Session, { log, hasTools }: GuardParts): void {
  session.setPermissionRequestHandler((contents, permission, answer) => {
    answer(isPermissionGranted(permission, contents.getURL()));
  });
  session.setPermissionCheckHandler((_, permission, origin) => isPermissionGranted(permission, origin));
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const isAllowed = isRequestAllowed(url, hasTools);
    if (!isAllowed) log.warn("request refused", { host: new URL(url).host });
    answer({ cancel: !isAllowed });
  });
  session.on("will-download", (event, item) => {
    if (isOwnBlob(item.getURL())) return;
    log.warn("download refused");
    event.preventDefault();
  });
}
