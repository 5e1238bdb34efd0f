import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { createVault } from "../../main/adapters/vault";
import type { KeyWrap } from "../../main/adapters/vault-key";
import { VaultLocked } from "../../main/ports/host";

const password = "p4nel – пароль";

function makeDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), "rackside-vault-"));
  onTestFinished(() => {
    rmSync(directory, { recursive: true });
  });
  return directory;
}

/** Stands for a desktop's keychain; `mask` is the secret that only it knows. */
function createKeychain(mask: number): KeyWrap {
  const turn = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => byte ^ mask));
  return {
    wrap: (key) => Buffer.concat([Buffer.of(mask), turn(key)]),
    unwrap(wrapped) {
      if (wrapped[0] !== mask) throw new Error("another keychain");
      return turn(wrapped.subarray(1));
    },
  };
}

test("what was sealed is opened by the next program on the same profile", () => {
  const directory = makeDirectory();

  const sealed = createVault({ directory }).seal(password);

  expect(createVault({ directory }).open(sealed)).toBe(password);
});

test("the same text is sealed differently each time and does not show", () => {
  const vault = createVault({ directory: makeDirectory() });

  const [first, second] = [vault.seal(password), vault.seal(password)];

  expect(first).not.toBe(second);
  expect(Buffer.from(first.slice(3), "base64url").toString()).not.toContain("p4nel");
});

test.each([
  ["one changed byte", (sealed: string) => `${sealed.slice(0, -2)}${sealed.endsWith("AA") ? "BB" : "AA"}`],
  ["a cut end", (sealed: string) => sealed.slice(0, 20)],
  ["an unknown version", (sealed: string) => sealed.replace("v1.", "v2.")],
  ["plain text", () => password],
  ["nothing", () => ""],
])("%s is told as locked, not opened", (_, damage) => {
  const vault = createVault({ directory: makeDirectory() });
  const sealed = vault.seal(password);

  expect(() => vault.open(damage(sealed))).toThrow(VaultLocked);
});

test("a vault of another profile opens nothing of this one", () => {
  const sealed = createVault({ directory: makeDirectory() }).seal(password);

  expect(() => createVault({ directory: makeDirectory() }).open(sealed)).toThrow(VaultLocked);
});

describe("without a keychain", () => {
  test("the key is in a file that only its owner reads, and the vault says so", () => {
    const directory = makeDirectory();

    const vault = createVault({ directory });

    expect(vault.protection).toBe("key-file");
    expect(statSync(join(directory, "key.json")).mode & 0o777).toBe(0o600);
    expect(readdirSync(directory)).toEqual(["key.json"]);
  });

  test("a damaged key file is told with its name and never replaced", () => {
    const directory = makeDirectory();
    const file = join(directory, "key.json");
    writeFileSync(file, '{"kind":"key-');

    expect(() => createVault({ directory })).toThrow(file);
    expect(readFileSync(file, "utf8")).toBe('{"kind":"key-');
  });
});

describe("with a keychain", () => {
  test("the same keychain opens, and the vault says that it is used", () => {
    const directory = makeDirectory();
    const vault = createVault({ directory, keyWrap: createKeychain(0x5a) });

    const sealed = vault.seal(password);

    expect(vault.protection).toBe("os-keychain");
    expect(createVault({ directory, keyWrap: createKeychain(0x5a) }).open(sealed)).toBe(password);
  });

  test("the key in the file is of no use by itself", () => {
    const directory = makeDirectory();
    const keyWrap = createKeychain(0x5a);
    const sealed = createVault({ directory, keyWrap }).seal(password);
    const file = join(directory, "key.json");
    writeFileSync(file, readFileSync(file, "utf8").replace("os-keychain", "key-file"));

    expect(() => createVault({ directory }).open(sealed)).toThrow();
  });

  test.each([
    ["a host without one", undefined],
    ["another keychain", createKeychain(0x33)],
  ])("%s opens the profile but not its passwords", (_, keyWrap) => {
    const directory = makeDirectory();
    const sealed = createVault({ directory, keyWrap: createKeychain(0x5a) }).seal(password);

    const vault = createVault({ directory, ...(keyWrap && { keyWrap }) });

    expect(vault.protection).toBe("os-keychain");
    expect(() => vault.open(sealed)).toThrow(VaultLocked);
    expect(() => vault.seal(password)).toThrow(VaultLocked);
  });

  test("a profile that began with a key file stays readable without the keychain", () => {
    const directory = makeDirectory();
    const sealed = createVault({ directory }).seal(password);

    const vault = createVault({ directory, keyWrap: createKeychain(0x5a) });

    expect(vault.protection).toBe("key-file");
    expect(vault.open(sealed)).toBe(password);
  });
});
