import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { KeychainRefused, VaultLocked } from "../../main/ports/host";
import { createKeychain, makeDirectory, openSiteVault } from "../builders/profile-key";

const password = "p4nel – пароль";

function keyFile(directory: string): string {
  return readFileSync(join(directory, "key.json"), "utf8");
}

describe("the desktop's keychain", () => {
  test("opens the secrets without anybody's help, and its name stands in the file", async () => {
    const directory = makeDirectory();
    const vault = openSiteVault(directory, { keychain: createKeychain(0x5a) });
    await vault.setUp(null);
    const sealed = vault.seal(password);

    const next = openSiteVault(directory, { keychain: createKeychain(0x5a) });

    expect(next.open(sealed)).toBe(password);
    expect(next.state()).toMatchObject({
      protection: "os-keychain",
      backend: "gnome_libsecret",
      isOpen: true,
      hasRecoveryCode: true,
    });
    expect(JSON.parse(keyFile(directory))).toMatchObject({
      wrap: { kind: "os-keychain", backend: "gnome_libsecret", platform: process.platform },
    });
  });

  test.each([
    ["none at all", undefined, /gnome_libsecret, and there is none here/u],
    ["another one", createKeychain(0x33, "kwallet6"), /gnome_libsecret, and this desktop offers kwallet6/u],
    ["another account's", createKeychain(0x33), /come from another account or computer/u],
    [
      "one that fails",
      {
        ...createKeychain(0x5a),
        unwrap: () => {
          throw new Error("locked");
        },
      },
      /it is locked or was made anew/u,
    ],
  ])("%s opens the profile but not its secrets, says why, and the recovery code helps", async (_, keychain, reason) => {
    const directory = makeDirectory();
    const first = openSiteVault(directory, { keychain: createKeychain(0x5a) });
    const code = await first.setUp(null);
    const sealed = first.seal(password);

    const vault = openSiteVault(directory, { keychain });
    vault.settle(null);

    expect(vault.state()).toMatchObject({ protection: "os-keychain", backend: "gnome_libsecret", isOpen: false });
    expect(vault.state().reason).toMatch(reason);
    expect(vault.state().reason).toContain("recovery code");
    expect(() => vault.open(sealed)).toThrow(reason);
    expect(() => vault.seal(password)).toThrow(VaultLocked);
    await vault.unlock("recovery-code", code);
    expect(vault.open(sealed)).toBe(password);
  });

  test("under another name opens what it can open", async () => {
    const directory = makeDirectory();
    await openSiteVault(directory, { keychain: createKeychain(0x5a, "desktop_keyring") }).setUp(null);

    expect(openSiteVault(directory, { keychain: createKeychain(0x5a) }).state().isOpen).toBe(true);
  });

  test("of another system is named with the system", async () => {
    const directory = makeDirectory();
    await openSiteVault(directory, { keychain: createKeychain(0x5a) }).setUp(null);
    writeFileSync(join(directory, "key.json"), keyFile(directory).replace(`"${process.platform}"`, '"win32"'));

    const vault = openSiteVault(directory, { keychain: createKeychain(0x5a) });

    expect(vault.state().reason).toContain("of another system (win32)");
  });

  test("that is missing or does not give back what it took is refused before anything is written", async () => {
    const directory = makeDirectory();
    const forgetful = { ...createKeychain(0x5a), unwrap: () => Buffer.alloc(32) };

    await expect(openSiteVault(directory).setUp(null)).rejects.toThrow(KeychainRefused);
    await expect(openSiteVault(directory, { keychain: forgetful }).setUp(null)).rejects.toThrow(KeychainRefused);
    expect(readdirSync(directory)).toEqual([]);
  });

  test("the file alone is of no use", async () => {
    const directory = makeDirectory();
    const vault = openSiteVault(directory, { keychain: createKeychain(0x5a) });
    await vault.setUp(null);
    const sealed = vault.seal(password);
    writeFileSync(join(directory, "key.json"), keyFile(directory).replace("os-keychain", "key-file"));

    expect(() => openSiteVault(directory).open(sealed)).toThrow(VaultLocked);
  });
});
