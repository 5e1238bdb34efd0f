import { mkdir } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { lockProfile } from "../../db/profile-lock";
import { openSoundStore } from "../../db/recover";
import { startPracticeSite } from "../../simulator/practice-site";
import type { PracticeSite } from "../../simulator/practice-site";
import { systemClock } from "../adapters/clock";
import { makeUuid7 } from "../adapters/ids";
import { composeConsole } from "../compose";
import type { Console, ConsoleParts } from "../compose";
import type { Host, Log, SecretVault } from "../ports/host";
import type { DocumentDesk } from "../ports/printer";
import { createPanelConnector } from "../remote/connector";
import { backUpRegularly } from "./automatic-backups";
import { createBackups } from "./backups";
import { createLabelParts } from "./label-parts";
import { preparePractice } from "./practice";
import { createReopenableConsole } from "./reopenable-console";
import type { Reopen } from "./reopenable-console";
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
  /** Opens a document in the system's own program; left out where there is no desktop. */
  readonly openDocument?: DocumentDesk["open"];
}

/**
 * Opens a profile for one program at a time and puts the console together on it; both hosts come through here. A practice profile brings its
 * simulated panels along. Throws ProfileInUse when another program holds the profile, StoreFailure when its database cannot be opened.
 */
export async function openProfile(options: OpenProfileOptions): Promise<Console> {
  const { directory } = options;
  await mkdir(directory, { recursive: true });
  const lock = await lockProfile(directory);
  let site: PracticeSite | undefined;
  try {
    site =
      options.profile === "practice" ? await startPracticeSite({ directory: join(directory, "panels") }) : undefined;
    const console = await createReopenableConsole(
      (operator, reopen) => openConsole({ ...options, operator }, reopen, site),
      options.operator,
    );
    return {
      ...console,
      async stop() {
        await console.stop();
        await site?.stop();
        await lock.release();
      },
    };
  } catch (error) {
    await site?.stop();
    await lock.release();
    throw error;
  }
}

/** Opens the store and everything that lives as long as it is open. */
async function openConsole(
  options: OpenProfileOptions,
  reopen: Reopen,
  site: PracticeSite | undefined,
): Promise<Console> {
  const { directory, hostKind: via, log, operator } = options;
  const clock = createShiftedClock(systemClock);
  const file = join(directory, "rackside.sqlite");
  const storeOptions = { file, backupDirectory: join(directory, "backups"), now: () => systemClock.now(), via };
  const store = await openSoundStore(storeOptions);
  const backups = createBackups(storeOptions, store, reopen);
  const console = composeConsole({
    store,
    backups,
    panels: createPanelConnector({ log }),
    vault: options.vault,
    clock,
    makeId: makeUuid7,
    log,
    operator,
    ...createLabelParts({ directory, clock: systemClock, desk: { open: options.openDocument } }),
    host: {
      kind: options.hostKind,
      workstation: hostname(),
      version: options.version,
      runtime: options.runtime,
      profile: options.profile,
      profileDirectory: directory,
      openProfile: options.switchProfile,
    },
    ...(options.hostCalls && { hostCalls: options.hostCalls }),
  });
  const endBackups = backUpRegularly({ backups, changeMark: () => store.changeMark(), clock: systemClock, log });
  const stop = async (): Promise<void> => {
    await endBackups();
    await console.stop();
  };
  try {
    if (site) await preparePractice({ console, store, clock, panels: site, operator });
  } catch (error) {
    await stop();
    throw error;
  }
  return { ...console, stop };
}
