import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { openStore } from "../../db/store";
import { lockProfile } from "../../db/profile-lock";
import { startPracticeSite } from "../../simulator/practice-site";
import { systemClock } from "../adapters/clock";
import { makeUuid7 } from "../adapters/ids";
import { composeConsole } from "../compose";
import type { Console, ConsoleParts } from "../compose";
import type { Host, Log, SecretVault } from "../ports/host";
import { createPanelConnector } from "../remote/connector";
import { preparePractice } from "./practice";
import { createShiftedClock } from "./shifted-clock";

export interface OpenProfileOptions {
  /** Folder of the profile; made when missing. */
  readonly directory: string;
  readonly profile: "practice" | "site";
  readonly vault: SecretVault;
  readonly log: Log;
  readonly hostKind: Host["kind"];
  readonly version: string;
  readonly runtime: string;
  readonly operator: string;
  readonly switchProfile?: Host["openProfile"];
  readonly hostCalls?: ConsoleParts["hostCalls"];
}

/**
 * Opens a profile for one program at a time and puts the console together on it; both hosts come through here. A practice profile brings its
 * simulated panels along. Throws ProfileInUse when another program holds the profile, StoreFailure when its database cannot be opened.
 */
export async function openProfile(options: OpenProfileOptions): Promise<Console> {
  const { directory, log } = options;
  await mkdir(directory, { recursive: true });
  const lock = await lockProfile(directory);
  try {
    const clock = createShiftedClock(systemClock);
    const file = join(directory, "rackside.sqlite");
    const store = await openStore({ file, backupDirectory: join(directory, "backups"), now: () => systemClock.now() });
    const site =
      options.profile === "practice" ? await startPracticeSite({ directory: join(directory, "panels") }) : undefined;
    const console = composeConsole({
      store,
      panels: createPanelConnector({ log }),
      vault: options.vault,
      clock,
      makeId: makeUuid7,
      log,
      operator: options.operator,
      host: {
        kind: options.hostKind,
        version: options.version,
        runtime: options.runtime,
        profile: options.profile,
        profileDirectory: directory,
        openProfile: options.switchProfile,
      },
      ...(options.hostCalls && { hostCalls: options.hostCalls }),
    });
    if (site) await preparePractice({ console, store, clock, panels: site.panels, operator: options.operator });
    return {
      ...console,
      async stop() {
        await console.stop();
        await site?.stop();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}
