import { mkdir } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { lockProfile } from "../../db/profile-lock";
import { openSoundStore } from "../../db/recover";
import type { PracticeSite } from "../../simulator/practice-site";
import { systemClock } from "../adapters/clock";
import { makeUuid7 } from "../adapters/ids";
import { createScryptHasher, quickCost } from "../adapters/scrypt-hasher";
import type { SignedIn } from "../app/session";
import { vaultKeySetting } from "../app/vault-keeping";
import { composeConsole } from "../compose";
import type { Console, ConsoleParts } from "../compose";
import type { Host, Log, SecretVault } from "../ports/host";
import type { Store } from "../ports/store";
import type { DocumentDesk } from "../ports/printer";
import { createPanelConnector } from "../remote/connector";
import { backUpRegularly } from "./automatic-backups";
import { createBackups } from "./backups";
import { createLabelParts } from "./label-parts";
import { practiceAdministrator } from "./practice-operators";
import { createReopenableConsole } from "./reopenable-console";
import type { Reopen, Vouched } from "./reopenable-console";
import { createShiftedClock } from "./shifted-clock";
import { watchSoundness } from "./soundness-watch";

export interface OpenProfileOptions {
  /** Folder of the profile; made when missing. */
  readonly directory: string;
  readonly profile: "practice" | "site";
  readonly vault: SecretVault;
  readonly log: Log;
  readonly hostKind: Host["kind"];
  readonly version: string;
  readonly runtime: string;
  /**
   * Whom the host vouches for by name: signed in at once where the profile has them and they are not switched off. Left out, somebody has to sign in; a
   * practice profile begins with its administrator.
   */
  readonly operator?: string;
  readonly copySecret?: Host["copySecret"];
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
    site = options.profile === "practice" ? await startPractice(directory) : undefined;
    const name = options.operator ?? (site && practiceAdministrator.name);
    const console = await createReopenableConsole(
      (vouched, reopen) => openConsole(options, { vouched, reopen, site }),
      name === undefined ? null : { name, onlyCalls: null },
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

/** The simulated panels are in the program, and loaded for those only who practise. */
async function startPractice(directory: string): Promise<PracticeSite> {
  const { startPracticeSite } = await import("../../simulator/practice-site");
  return startPracticeSite({ directory: join(directory, "panels") });
}

interface Opening {
  readonly vouched: Vouched | null;
  readonly reopen: Reopen;
  readonly site: PracticeSite | undefined;
}

/** Opens the store and everything that lives as long as it is open. */
async function openConsole(options: OpenProfileOptions, { vouched, reopen, site }: Opening): Promise<Console> {
  const { directory, hostKind: via, log } = options;
  const clock = createShiftedClock(systemClock);
  const file = join(directory, "rackside.sqlite");
  const storeOptions = { file, backupDirectory: join(directory, "backups"), now: () => systemClock.now(), via };
  const store = await openSoundStore(storeOptions);
  options.vault.settle((await store.read(({ settings }) => settings.find(vaultKeySetting))) ?? null);
  const backups = createBackups(storeOptions, store, reopen);
  const hasher = createScryptHasher(site && quickCost);
  const console = composeConsole({
    store,
    backups,
    panels: createPanelConnector({ log }),
    vault: options.vault,
    clock,
    makeId: makeUuid7,
    log,
    hasher,
    operator: null,
    ...createLabelParts({ directory, clock: systemClock, desk: { open: options.openDocument } }),
    host: {
      kind: options.hostKind,
      workstation: hostname(),
      version: options.version,
      runtime: options.runtime,
      profile: options.profile,
      profileDirectory: directory,
      copySecret: options.copySecret,
      openProfile: options.switchProfile,
    },
    ...(options.hostCalls && { hostCalls: options.hostCalls }),
  });
  const soundness = watchSoundness({ store, clock: systemClock, log, tell: console.tellOfStore });
  const changeMark = () => store.changeMark();
  const endBackups = backUpRegularly({ backups, changeMark, isSound: soundness.isSound, clock: systemClock, log });
  const stop = async (): Promise<void> => {
    soundness.end();
    await endBackups();
    await console.stop();
  };
  try {
    if (site) {
      const { preparePractice } = await import("./practice");
      await preparePractice({ console, store, clock, panels: site, hasher, makeId: makeUuid7 });
    }
    console.vouchFor(await admitted(store, vouched));
  } catch (error) {
    await stop();
    throw error;
  }
  return { ...console, stop };
}

/** Whom the host vouches for, as the profile has them. */
async function admitted(store: Store, vouched: Vouched | null): Promise<SignedIn | null> {
  if (vouched === null) return null;
  const operator = await store.read((repositories) => repositories.operators.findByName(vouched.name));
  return operator?.isActive === true ? { ...vouched, name: operator.name, role: operator.role } : null;
}
