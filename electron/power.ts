import { powerMonitor } from "electron";

interface PowerParts {
  /** The machine is back, so that what waits does not sit out its back-off. */
  readonly wake: () => void;
  /** Whoever was here has left: the desktop locks or the machine goes to sleep. */
  readonly lock: () => void;
}

/** Follows what the machine and its desktop do. Needs a ready Electron. */
export function watchPower({ wake, lock }: PowerParts): void {
  powerMonitor.on("resume", wake);
  powerMonitor.on("unlock-screen", wake);
  powerMonitor.on("suspend", lock);
  powerMonitor.on("lock-screen", lock);
}
