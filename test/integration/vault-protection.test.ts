import { describe, expect, test, vi } from "vitest";
import { VaultLocked } from "../../main/ports/host";
import { prepareSale } from "../builders/console";
import { makeDirectory, openSiteVault } from "../builders/profile-key";
import { administrator, journalOf, keychain, openVaultSite, vaultPassphrase } from "../builders/vault-site";

describe("protecting anew", () => {
  test("takes the secrets from a passphrase to the keychain of this desktop", async () => {
    const { console, directory } = await openVaultSite();
    await console.call("profile.set-up", { administrator, vaultPassphrase });

    expect(await console.call("vault.protect", { vaultPassphrase: null })).toMatchObject({ protection: "os-keychain" });

    expect(openSiteVault(directory, { keychain }).state().isOpen).toBe(true);
    expect((await journalOf(console))[0]).toBe(
      "Vera: The site's secrets are protected by the keychain gnome_libsecret",
    );
  });

  test("needs a recovery code, without which a lost keychain would be the end", async () => {
    const directory = makeDirectory();
    const { console } = await openVaultSite({ directory, operator: "Vera" });

    expect(await console.fault("vault.protect", { vaultPassphrase })).toMatchObject({ rule: "no-recovery-code" });
    const { recoveryCode } = await console.call("vault.rekey", { vaultPassphrase });
    expect(recoveryCode).toMatch(/^(\w{4}-){6}\w{4}$/u);
  });

  test("makes a new recovery code for whoever lost theirs", async () => {
    const { console, directory } = await openVaultSite();
    const { recoveryCode: lost } = await console.call("profile.set-up", { administrator, vaultPassphrase });

    const { recoveryCode } = await console.call("vault.make-recovery-code", {});

    const next = openSiteVault(directory);
    await expect(next.unlock("recovery-code", lost)).rejects.toThrow();
    await next.unlock("recovery-code", recoveryCode);
  });
});

test("a secret that was sealed with a key of another profile stops its step with a clear word, and nothing else", async () => {
  const { console, vault } = await openVaultSite();
  await console.call("profile.set-up", { administrator, vaultPassphrase: null });
  const sale = await prepareSale(console);
  const unreadable = vi.spyOn(vault, "seal").mockReturnValue("v2.0123456789abcdef.AAAA");
  await console.call("server.add-connection", {
    moduleId: sale.module.id,
    serverId: 1,
    connection: { to: "ipmi", address: "10.0.0.9", username: "ADMIN", password: "bmc-s3cret" },
  });
  unreadable.mockRestore();

  await console.start();

  await vi.waitFor(async () => {
    expect((await console.call("action.list", { state: "needs-attention", offset: 0, limit: 10 })).rows).toMatchObject([
      { trouble: { kind: "unreadable", message: expect.stringContaining("Enter it again") as string } },
    ]);
  });
  expect(await console.call("link.list", {})).toMatchObject([{ state: "up" }]);
  expect(() => vault.open("v2.0123456789abcdef.AAAA")).toThrow(VaultLocked);
});
