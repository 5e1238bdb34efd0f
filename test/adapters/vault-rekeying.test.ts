import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readRecoveryCode } from "../../main/domain/recovery-code";
import { VaultLocked, WrongSecret } from "../../main/ports/host";
import { createKeychain, makeDirectory, openSiteVault } from "../builders/profile-key";

const password = "p4nel – пароль";
const passphrase = "a long night in row seven";

function keyFile(directory: string): string {
  return readFileSync(join(directory, "key.json"), "utf8");
}

describe("a second set-up of a site whose secrets are protected already", () => {
  test.each(["passphrase", "recovery code"])("goes on with their %s and keeps the key", async (what) => {
    const directory = makeDirectory();
    const first = openSiteVault(directory);
    const code = await first.setUp(passphrase);
    const sealed = first.seal(password);

    const vault = openSiteVault(directory);
    const secondCode = await vault.setUp(what === "passphrase" ? passphrase : code);

    expect(vault.open(sealed)).toBe(password);
    const next = openSiteVault(directory);
    await next.unlock("recovery-code", secondCode);
    expect(next.open(sealed)).toBe(password);
  });

  test("with another passphrase is refused", async () => {
    const directory = makeDirectory();
    await openSiteVault(directory).setUp(passphrase);

    await expect(openSiteVault(directory).setUp("somebody else's words")).rejects.toThrow(WrongSecret);
  });
});

describe("a re-keying", () => {
  async function rekeyed(directory: string) {
    const vault = openSiteVault(directory);
    const firstCode = await vault.setUp(passphrase);
    const before = vault.seal(password);
    const rekeying = await vault.beginRekeying("other words for other days");
    const resealed = rekeying.reseal(before);
    return { vault, firstCode, before, rekeying, resealed };
  }

  test("puts the new key in place, and what the old one sealed stays readable", async () => {
    const directory = makeDirectory();
    const { vault, firstCode, before, rekeying, resealed } = await rekeyed(directory);
    const meanwhile = vault.seal("typed meanwhile");

    rekeying.finish();

    expect(vault.keyId()).toBe(rekeying.keyId);
    expect(resealed.startsWith(`v2.${rekeying.keyId}.`)).toBe(true);
    expect([before, resealed, meanwhile].map((one) => vault.open(one))).toEqual([
      password,
      password,
      "typed meanwhile",
    ]);
    const next = openSiteVault(directory);
    await expect(next.unlock("recovery-code", firstCode)).rejects.toThrow(WrongSecret);
    await expect(next.unlock("passphrase", passphrase)).rejects.toThrow(WrongSecret);
    await next.unlock("recovery-code", rekeying.recoveryCode);
    expect([before, resealed, meanwhile].map((one) => next.open(one))).toEqual([password, password, "typed meanwhile"]);
  });

  test("that is given up leaves the key as it was", async () => {
    const directory = makeDirectory();
    const { vault, before, rekeying, resealed } = await rekeyed(directory);

    rekeying.giveUp();

    expect(vault.open(before)).toBe(password);
    expect(() => vault.open(resealed)).toThrow(VaultLocked);
    const next = openSiteVault(directory);
    await next.unlock("passphrase", passphrase);
    expect(next.open(before)).toBe(password);
    expect(keyFile(directory)).toContain('"next": null');
  });

  test.each([
    ["the store names the new key", true],
    ["the store names the old key", false],
  ])("that a crash interrupted is settled by the next program: %s", async (_, isCommitted) => {
    const directory = makeDirectory();
    const { vault, before, rekeying, resealed } = await rekeyed(directory);

    const next = openSiteVault(directory);
    next.settle(isCommitted ? rekeying.keyId : vault.keyId());

    await next.unlock("passphrase", isCommitted ? "other words for other days" : passphrase);
    expect(next.open(isCommitted ? resealed : before)).toBe(password);
    expect(keyFile(directory)).toContain('"next": null');
  });

  test("lets nothing else change the key meanwhile", async () => {
    const { vault, rekeying } = await rekeyed(makeDirectory());

    await expect(vault.protect("other words for other days")).rejects.toThrow(/being replaced/u);
    await expect(vault.makeRecoveryCode()).rejects.toThrow(/being replaced/u);
    await expect(vault.beginRekeying(passphrase)).rejects.toThrow(/being replaced/u);
    rekeying.finish();
    await vault.protect("other words for other days");
  });

  test("again and again keeps every key of before", async () => {
    const directory = makeDirectory();
    const vault = openSiteVault(directory, { keychain: createKeychain(0x5a) });
    await vault.setUp(null);
    const sealed: string[] = [];
    for (let round = 0; round < 4; round += 1) {
      sealed.push(vault.seal(`secret ${String(round)}`));
      (await vault.beginRekeying(null)).finish();
    }

    const next = openSiteVault(directory, { keychain: createKeychain(0x5a) });

    expect(sealed.map((one) => next.open(one))).toEqual(["secret 0", "secret 1", "secret 2", "secret 3"]);
  });

  test("gives a profile that lost its key file a key, and nothing of before can be read", async () => {
    const vault = openSiteVault(makeDirectory());

    const rekeying = await vault.beginRekeying(passphrase);

    expect(() => rekeying.reseal("v2.0123456789abcdef.AAAA")).toThrow(VaultLocked);
    rekeying.finish();
    expect(vault.open(vault.seal(password))).toBe(password);
    expect(readRecoveryCode(rekeying.recoveryCode).is).toBe("code");
  });
});
