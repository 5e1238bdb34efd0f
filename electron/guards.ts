import type { Session, WebContents } from "electron";
import type { Log } from "../main/ports/host";
import { judgeDestination } from "./navigation";
import { isPermissionGranted } from "./permissions";

/** Holds the page to where it belongs: no other page in the window, no second window, no webview. */
export function guardNavigation(contents: WebContents, log: Log, openOutside: (address: string) => void): void {
  const judge = (address: string): boolean => {
    const destination = judgeDestination(address);
    if (destination === "outside") openOutside(address);
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

/** Answers every question for a permission from the policy; devices are never handed out. */
export function guardPermissions(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, answer) => {
    answer(isPermissionGranted(permission, contents.getURL()));
  });
  session.setPermissionCheckHandler((_, permission, origin) => isPermissionGranted(permission, origin));
  session.setDevicePermissionHandler(() => false);
}
