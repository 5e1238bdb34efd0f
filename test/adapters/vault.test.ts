import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createVault } from "../../main/adapters/vault";
import { readRecoveryCode } from "../../main/domain/recovery-code";
import { KeychainRefused, VaultLocked, WrongSecret } from "../../main/ports/host";
import type { SecretVault } from "../../main/ports/host";
import { createKeychain, makeDirectory, openSiteVault, quickCost } from "../builders/profile-key";

const password = "p4nel – пароль";
const passphrase = "a long night in row seven";

function openPracticeVault(directory: string): SecretVault {
  return createVault({ directory, isPractice: true, cost: quickCost });
}

function keyFile(directory: string): string {
  return readFileSync(join(directory, "key.json"), "utf8");
}

describe("sealing", () => {
  test("what was sealed is opened by the next program on the same profile", () => {
    const directory = makeDirectory();

    const sealed = openPracticeVault(directory).seal(password);

    expect(openPracticeVault(directory).open(sealed)).toBe(password);
  });

  test("the same text is sealed differently each time, names its key and does not show", () => {
    const vault = openPracticeVault(makeDirectory());

    const [first, second] = [vault.seal(password), vault.seal(password)];

    expect(first).not.toBe(second);
    expect(first.startsWith(`v2.${String(vault.keyId())}.`)).toBe(true);
    expect(Buffer.from(first.split(".")[2] ?? "", "base64url").toString()).not.toContain("p4nel");
  });

  test.each([
    ["one changed byte", (sealed: string) => `${sealed.slice(0, -2)}${sealed.endsWith("AA") ? "BB" : "AA"}`],
    ["a cut end", (sealed: string) => sealed.slice(0, 30)],
    ["another version", (sealed: string) => sealed.replace("v2.", "v3.")],
    ["another key's name", (sealed: string) => sealed.replace(/^v2\.\w+/u, "v2.0123456789abcdef")],
    ["plain text", () => password],
    ["nothing", () => ""],
  ])("%s is told as locked, not opened", (_, damage) => {
    const vault = openPracticeVault(makeDirectory());
    const sealed = vault.seal(password);

    expect(() => vault.open(damage(sealed))).toThrow(VaultLocked);
  });

  test("a vault of another profile opens nothing of this one", () => {
    const sealed = openPracticeVault(makeDirectory()).seal(password);

    expect(() => openPracticeVault(makeDirectory()).open(sealed)).toThrow(VaultLocked);
  });
});

describe("a practice profile", () => {
  test("keeps its key in a file that only its owner reads, and says so", () => {
    const directory = makeDirectory();
    const vault = openPracticeVault(directory);
    vault.settle(null);

    expect(vault.state()).toMatchObject({ protection: "key-file", isOpen: true, reason: "", hasRecoveryCode: false });
    expect(statSync(join(directory, "key.json")).mode & 0o777).toBe(0o600);
    expect(readdirSync(directory)).toEqual(["key.json"]);
  });
});

describe("a site that nobody has set up", () => {
  test("seals nothing, and says what to do", () => {
    const directory = makeDirectory();
    const vault = openSiteVault(directory, { keychain: createKeychain(0x5a) });
    vault.settle(null);

    expect(() => vault.seal(password)).toThrow(/Set the site up first/u);
    expect(vault.state()).toMatchObject({ protection: "none", availableBackend: "gnome_libsecret", isOpen: false });
    expect(vault.keyId()).toBeNull();
    expect(readdirSync(directory)).toEqual([]);
  });

  test("a key file that cannot be read is told with its name, never replaced, and stops nothing else", async () => {
    const directory = makeDirectory();
    const file = join(directory, "key.json");
    writeFileSync(file, '{"kind":"key-');
    const vault = openSiteVault(directory, { keychain: createKeychain(0x5a) });

    expect(vault.state().reason).toContain(file);
    expect(() => vault.seal(password)).toThrow(file);
    await expect(vault.setUp(null)).rejects.toThrow(VaultLocked);
    await expect(vault.beginRekeying(null)).rejects.toThrow(VaultLocked);
    vault.settle(null);
    expect(keyFile(directory)).toBe('{"kind":"key-');
  });
});

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

describe("a passphrase", () => {
  test("is asked for by every program, opens the secrets, and a wrong one opens nothing", async () => {
    const directory = makeDirectory();
    const first = openSiteVault(directory);
    await first.setUp(passphrase);
    const sealed = first.seal(password);

    const vault = openSiteVault(directory, { keychain: createKeychain(0x5a) });

    expect(vault.state()).toMatchObject({ protection: "passphrase", isOpen: false });
    expect(vault.state().reason).toContain("Enter the passphrase");
    await expect(vault.unlock("passphrase", `${passphrase} `)).rejects.toThrow(WrongSecret);
    expect(() => vault.open(sealed)).toThrow(VaultLocked);
    await vault.unlock("passphrase", passphrase);
    expect(vault.open(sealed)).toBe(password);
  });

  test("is the same whichever way a keyboard composes its letters", async () => {
    const directory = makeDirectory();
    await openSiteVault(directory).setUp("Größe über alles".normalize("NFC"));

    const vault = openSiteVault(directory);
    await vault.unlock("passphrase", "Größe über alles".normalize("NFD"));

    expect(vault.state().isOpen).toBe(true);
  });

  test("stays entered while the profile is opened anew, as after going back to a backup", async () => {
    const directory = makeDirectory();
    await openSiteVault(directory).setUp(passphrase);
    const vault = openSiteVault(directory);
    await vault.unlock("passphrase", passphrase);

    vault.settle(null);

    expect(vault.state().isOpen).toBe(true);
  });

  test("that costs more memory than any honest file asks for is not tried", async () => {
    const directory = makeDirectory();
    await openSiteVault(directory).setUp(passphrase);
    writeFileSync(join(directory, "key.json"), keyFile(directory).replace('"N": 16', '"N": 1073741824'));

    expect(openSiteVault(directory).state().reason).toContain("cannot be read");
  });

  test("is derived at the cost that a site pays", async () => {
    const directory = makeDirectory();
    const vault = createVault({ directory, isPractice: false });
    await vault.setUp(passphrase);

    expect(JSON.parse(keyFile(directory))).toMatchObject({ wrap: { cost: { N: 131_072, r: 8, p: 1 } } });
    await createVault({ directory, isPractice: false }).unlock("passphrase", passphrase);
  });
});

describe("the recovery code", () => {
  test("opens the secrets however it is typed", async () => {
    const directory = makeDirectory();
    const code = await openSiteVault(directory).setUp(passphrase);
    const sloppy = ` ${code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l")}`;

    const vault = openSiteVault(directory);
    await vault.unlock("recovery-code", sloppy);

    expect(vault.state().isOpen).toBe(true);
  });

  test("of another site is told apart from a mistyped one", async () => {
    const directory = makeDirectory();
    const code = await openSiteVault(directory).setUp(passphrase);
    const foreign = await openSiteVault(makeDirectory()).setUp(passphrase);
    const mistyped = code.replace(/.$/u, (last) => (last === "7" ? "8" : "7"));

    const vault = openSiteVault(directory);

    await expect(vault.unlock("recovery-code", foreign)).rejects.toThrow(/not the one of these secrets/u);
    await expect(vault.unlock("recovery-code", mistyped)).rejects.toThrow(/typing mistake/u);
    expect(vault.state().isOpen).toBe(false);
  });

  test("that is made anew voids the one before", async () => {
    const directory = makeDirectory();
    const vault = openSiteVault(directory);
    const first = await vault.setUp(passphrase);

    const second = await vault.makeRecoveryCode();

    const next = openSiteVault(directory);
    await expect(next.unlock("recovery-code", first)).rejects.toThrow(WrongSecret);
    await next.unlock("recovery-code", second);
    expect(next.state().isOpen).toBe(true);
  });

  test("stays when the secrets are protected another way", async () => {
    const directory = makeDirectory();
    const vault = openSiteVault(directory, { keychain: createKeychain(0x5a) });
    const code = await vault.setUp(passphrase);

    await vault.protect(null);

    expect(openSiteVault(directory, { keychain: createKeychain(0x5a) }).state().isOpen).toBe(true);
    const elsewhere = openSiteVault(directory);
    await expect(elsewhere.unlock("passphrase", passphrase)).rejects.toThrow(WrongSecret);
    await elsewhere.unlock("recovery-code", code);
    expect(elsewhere.state().isOpen).toBe(true);
  });

  test("is not to be had, nor anything else changed, while the secrets are closed", async () => {
    const directory = makeDirectory();
    await openSiteVault(directory).setUp(passphrase);
    const before = keyFile(directory);
    const vault = openSiteVault(directory, { keychain: createKeychain(0x5a) });

    await expect(vault.makeRecoveryCode()).rejects.toThrow(VaultLocked);
    await expect(vault.protect(null)).rejects.toThrow(VaultLocked);
    await expect(vault.beginRekeying(null)).rejects.toThrow(VaultLocked);
    await expect(vault.setUp(null)).rejects.toThrow(VaultLocked);
    expect(keyFile(directory)).toBe(before);
  });
});

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
