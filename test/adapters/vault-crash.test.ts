import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { SecretVault } from "../../main/ports/host";
import { Crash, createKeychain, createMortalDisk, makeDirectory, openSiteVault } from "../builders/profile-key";

const password = "p4nel – пароль";
const passphrase = "a long night in row seven";
const keychain = createKeychain(0x5a);

interface Prepared {
  readonly directory: string;
  /** Sealed before. */
  readonly sealed: string;
}

async function makeSite(): Promise<Prepared> {
  const directory = makeDirectory();
  const vault = openSiteVault(directory, { keychain });
  await vault.setUp(null);
  return { directory, sealed: vault.seal(password) };
}

function makeOldSite(): Promise<Prepared> {
  const directory = makeDirectory();
  const stored = { kind: "key-file", key: randomBytes(32).toString("base64") };
  writeFileSync(join(directory, "key.json"), JSON.stringify(stored), { mode: 0o600 });
  return Promise.resolve({ directory, sealed: openSiteVault(directory).seal(password) });
}

/** What an operation told before the crash that opens the secrets afterwards. */
interface Told {
  readonly codes: string[];
  /** The key that the store names. */
  keyId: string | null;
  /** What the store holds. */
  sealed: string;
}

type Operation = (vault: SecretVault, told: Told) => Promise<void>;

const operations: readonly [string, () => Promise<Prepared>, Operation][] = [
  [
    "taking over a key that lay open",
    makeOldSite,
    async (vault, told) => void told.codes.push(await vault.setUp(null)),
  ],
  [
    "taking it over by a passphrase",
    makeOldSite,
    async (vault, told) => void told.codes.push(await vault.setUp(passphrase)),
  ],
  ["protecting by a passphrase", makeSite, (vault) => vault.protect(passphrase)],
  ["making a recovery code", makeSite, async (vault, told) => void told.codes.push(await vault.makeRecoveryCode())],
  ["giving a re-keying up", makeSite, async (vault) => (await vault.beginRekeying(null)).giveUp()],
  [
    "re-keying",
    makeSite,
    async (vault, told) => {
      const rekeying = await vault.beginRekeying(passphrase);
      told.keyId = rekeying.keyId;
      told.sealed = rekeying.reseal(told.sealed);
      told.codes.push(rekeying.recoveryCode);
      rekeying.finish();
    },
  ],
];

/** Whether a person with what they have (this desktop, the passphrase, the codes that were told) gets at the secrets. */
async function opens(vault: SecretVault, sealed: string, codes: readonly string[]): Promise<boolean> {
  const ways: (() => Promise<void>)[] = [
    () => Promise.resolve(),
    () => vault.unlock("passphrase", passphrase),
    ...codes.map((code) => () => vault.unlock("recovery-code", code)),
  ];
  for (const way of ways) {
    try {
      await way();
      return vault.open(sealed) === password;
    } catch {
      // The next way, then.
    }
  }
  return false;
}

describe.each(operations)("a crash in the middle of %s", (_, prepare, operate) => {
  test("locks nobody out, whichever step was the last", async () => {
    let died = 0;
    for (let steps = 0; ; steps += 1) {
      const { directory, sealed } = await prepare();
      const { disk, isDead } = createMortalDisk(steps);
      const told: Told = { codes: [], keyId: null, sealed };
      const failure: unknown = await operate(openSiteVault(directory, { keychain, disk }), told).catch(
        (error: unknown) => error,
      );
      if (isDead()) died += 1;
      else expect(failure).toBeUndefined();
      if (failure !== undefined) expect(failure).toBeInstanceOf(Crash);

      const next = openSiteVault(directory, { keychain });
      next.settle(told.keyId);

      expect(await opens(next, told.sealed, told.codes), `after ${String(steps)} steps`).toBe(true);
      const fresh = await next.makeRecoveryCode();
      expect(await opens(openSiteVault(directory), told.sealed, [fresh]), `elsewhere after ${String(steps)}`).toBe(
        true,
      );
      if (!isDead()) break;
    }
    expect(died).toBeGreaterThan(3);
  });
});
