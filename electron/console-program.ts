import { createLog } from "../main/adapters/log";
import { openProfile } from "../main/profile/open-profile";
import type { OpenProfileOptions } from "../main/profile/open-profile";
import type { Console } from "../main/compose";
import { openVault } from "./vault";

type Surroundings = Omit<OpenProfileOptions, "vault" | "log" | "hostKind" | "runtime">;

/**
 * Opens a profile as this host has it. Everything behind the window begins here: the shell loads it once the page is on its way, so that the two
 * come up side by side.
 */
export function openConsole(surroundings: Surroundings): Promise<Console> {
  const { directory, profile } = surroundings;
  return openProfile({
    ...surroundings,
    vault: openVault(directory, { isPractice: profile === "practice" }),
    log: createLog({ directory }),
    hostKind: "window",
    runtime: `Electron ${process.versions.electron}`,
  });
}
