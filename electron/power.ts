import { powerMonitor } from "electron";

/** Tells when the machine comes back, so that what waits does not sit out its back-off. Needs a ready Electron. */
export function watchPower(wake: () => void): void {
  powerMonitor.on("resume", wake);
  powerMonitor.on("unlock-screen", wake);
}
