import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeDirectory, openSiteVault } from "../builders/profile-key";
import { administrator, journalOf, openVaultSite, vaultPassphrase } from "../builders/vault-site";

describe("setting a site up", () => {
  test("makes the first administrator, signs them in and protects the secrets", async () => {
    const { console, vault, directory } = await openVaultSite();
    expect(await console.call("console.describe", {})).toMatchObject({
      access: "no-operators",
      vault: { protection: "none", isOpen: false },
    });

    const { recoveryCode } = await console.call("profile.set-up", { administrator, vaultPassphrase: null });

    expect(await console.call("console.describe", {})).toMatchObject({
      access: "signed-in",
      operator: "Vera",
      role: "administrator",
      vault: { protection: "os-keychain", backend: "gnome_libsecret", isOpen: true, hasRecoveryCode: true },
    });
    expect(await journalOf(console)).toEqual([
      "Vera: The site's secrets are protected by the keychain gnome_libsecret",
      "Vera: Vera set up this profile",
    ]);
    const elsewhere = openSiteVault(directory);
    await elsewhere.unlock("recovery-code", recoveryCode);
    expect(elsewhere.open(vault.seal("secret"))).toBe("secret");
  });

  test("is refused once there is an administrator, and changes nothing", async () => {
    const { console, directory } = await openVaultSite();
    await console.call("profile.set-up", { administrator, vaultPassphrase });
    const before = await readFile(join(directory, "key.json"), "utf8");
    await console.call("operator.sign-out", {});

    const fault = await console.fault("profile.set-up", {
      administrator: { name: "Mallory", passphrase: "let me in please" },
      vaultPassphrase: null,
    });

    expect(fault).toMatchObject({ kind: "not-allowed", rule: "set-up-already" });
    expect(await readFile(join(directory, "key.json"), "utf8")).toBe(before);
    expect(await console.call("operator.offers", {})).toMatchObject([{ name: "Vera" }]);
  });

  test("is refused while it is under way, so that one recovery code is told", async () => {
    const { console } = await openVaultSite();

    const both = await Promise.all([
      console.dispatch("profile.set-up", { administrator, vaultPassphrase }),
      console.dispatch("profile.set-up", { administrator, vaultPassphrase }),
    ]);

    expect(both.map((result) => (result.ok ? "done" : result.fault))).toEqual([
      "done",
      expect.objectContaining({ kind: "not-allowed", rule: "set-up-under-way" }),
    ]);
  });

  test("asks for a passphrase where no keychain can be trusted", async () => {
    const directory = makeDirectory();
    const { console } = await openVaultSite({ directory, vault: openSiteVault(directory) });

    const fault = await console.fault("profile.set-up", { administrator, vaultPassphrase: null });

    expect(fault).toMatchObject({ kind: "not-allowed", rule: "no-keychain" });
    expect(await console.call("console.describe", {})).toMatchObject({ access: "no-operators" });
    await console.call("profile.set-up", { administrator, vaultPassphrase });
  });

  test("that ended before the administrator was stored is done once more", async () => {
    const { console, directory, vault } = await openVaultSite();
    const sealedBetween = await vault.setUp(null).then(() => vault.seal("secret"));

    const { recoveryCode } = await console.call("profile.set-up", { administrator, vaultPassphrase });

    const next = openSiteVault(directory);
    await next.unlock("recovery-code", recoveryCode);
    expect(next.open(sealedBetween)).toBe("secret");
  });

  test("of secrets that are protected already needs what opens them", async () => {
    const directory = makeDirectory();
    await openSiteVault(directory).setUp(vaultPassphrase);
    const { console } = await openVaultSite({ directory, vault: openSiteVault(directory) });

    expect(
      await console.fault("profile.set-up", { administrator, vaultPassphrase: "not the words of before" }),
    ).toMatchObject({ kind: "wrong-secret" });
    expect(await console.call("operator.offers", {})).toEqual([]);
    await console.call("profile.set-up", { administrator, vaultPassphrase });
  });
});
