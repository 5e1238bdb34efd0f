import { createCipheriv, randomBytes } from "node:crypto";
import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { VaultLocked } from "../../main/ports/host";
import { createKeychain, makeDirectory, openSiteVault } from "../builders/profile-key";

const password = "p4nel – пароль";
const passphrase = "a long night in row seven";
const keychain = createKeychain(0x5a);

/** A profile of the first version: its key file, and a text that it sealed. */
function makeOldProfile(kind: "os-keychain" | "key-file") {
  const directory = makeDirectory();
  const key = randomBytes(32);
  const stored = kind === "key-file" ? key : keychain.wrap(key);
  const file = join(directory, "key.json");
  writeFileSync(file, JSON.stringify({ kind, key: stored.toString("base64") }), { mode: 0o600 });
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce, { authTagLength: 16 });
  const body = Buffer.concat([cipher.update(password, "utf8"), cipher.final()]);
  const sealed = `v1.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url")}`;
  return { directory, file, sealed, key: key.toString("base64") };
}

describe("a profile of the first version", () => {
  test("whose key lay open goes on as it was until it is set up", () => {
    const { directory, file, sealed } = makeOldProfile("key-file");
    const before = readFileSync(file, "utf8");

    const vault = openSiteVault(directory, { keychain });
    vault.settle(null);

    expect(vault.state()).toMatchObject({ protection: "key-file", isOpen: true, keyMadeAt: null });
    expect(vault.open(sealed)).toBe(password);
    expect(openSiteVault(directory).open(vault.seal("and more"))).toBe("and more");
    expect(readFileSync(file, "utf8")).toBe(before);
  });

  test("whose key the keychain had wrapped opens with it, and says what helps without", () => {
    const { directory, sealed } = makeOldProfile("os-keychain");

    expect(openSiteVault(directory, { keychain }).open(sealed)).toBe(password);
    const without = openSiteVault(directory);
    expect(without.state()).toMatchObject({ protection: "os-keychain", backend: "", isOpen: false });
    expect(() => without.open(sealed)).toThrow(/a desktop's keychain, and there is none here/u);
  });

  test.each(["key-file", "os-keychain"] as const)("is taken over by its set-up: %s", async (kind) => {
    const { directory, file, sealed, key } = makeOldProfile(kind);
    const vault = openSiteVault(directory, { keychain });
    const sealedSince = vault.seal("and more");

    await vault.setUp(passphrase);

    expect(readFileSync(file, "utf8")).not.toContain(key);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(directory)).toEqual(["key.json"]);
    const next = openSiteVault(directory);
    expect(() => next.open(sealed)).toThrow(VaultLocked);
    await next.unlock("passphrase", passphrase);
    expect([next.open(sealed), next.open(sealedSince)]).toEqual([password, "and more"]);
  });

  test("is read after a re-keying too", async () => {
    const { directory, sealed } = makeOldProfile("key-file");
    const vault = openSiteVault(directory, { keychain });

    const rekeying = await vault.beginRekeying(null);
    const resealed = rekeying.reseal(sealed);
    rekeying.finish();

    const next = openSiteVault(directory, { keychain });
    expect(next.state()).toMatchObject({ protection: "os-keychain", hasRecoveryCode: true });
    expect([next.open(sealed), next.open(resealed)]).toEqual([password, password]);
  });
});
