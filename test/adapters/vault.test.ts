import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createVault } from "../../main/adapters/vault";
import { VaultLocked, WrongSecret } from "../../main/ports/host";
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
