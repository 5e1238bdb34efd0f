import { cp } from "node:fs/promises";
import { describe, expect, test, vi } from "vitest";
import { vaultKeySetting } from "../../main/app/vault-keeping";
import { cardFor, prepareSale } from "../builders/console";
import type { TestConsole } from "../builders/console";
import { createMortalDisk, makeDirectory, openSiteVault } from "../builders/profile-key";
import { administrator, journalOf, keychain, openVaultSite, vaultPassphrase } from "../builders/vault-site";

describe("re-keying", () => {
  /** A site with a secret in every place that has one. */
  async function openFull() {
    const site = await openVaultSite();
    const { console } = site;
    const { recoveryCode } = await console.call("profile.set-up", { administrator, vaultPassphrase: null });
    const sale = await prepareSale(console);
    const place = async () => {
      const order = { tariffId: sale.tariff.id, customerId: sale.customer.id, periodMonths: 1 as const };
      const { taskId } = await console.call("order.place", order);
      await console.call("task.accept", { id: taskId });
      return taskId;
    };
    const [carded, drafted] = [await place(), await place()];
    const { card } = await console.call("task.get", { id: carded });
    await console.call("card.save", {
      taskId: carded,
      revision: card.revision,
      fields: { ...cardFor(1), password: "c4rd" },
    });
    await console.call("draft.save", { taskId: drafted, fields: { ...cardFor(2), password: "dr4ft" } });
    await console.call("server.add-connection", {
      moduleId: sale.module.id,
      serverId: 1,
      connection: { to: "ipmi", address: "10.0.0.9", username: "ADMIN", password: "bmc-s3cret" },
    });
    return { ...site, recoveryCode, sale, carded, drafted };
  }

  async function sealedTexts({ store }: Pick<TestConsole, "store">): Promise<string[]> {
    const texts: string[] = [];
    await store
      .write(async ({ secrets }) => {
        await secrets.resealAll((sealed) => void texts.push(sealed));
        throw new Error("only looked at");
      })
      .catch(() => undefined);
    return texts;
  }

  async function expectSecrets({ console, vault, carded, drafted }: Awaited<ReturnType<typeof openFull>>) {
    expect(await console.call("card.reveal", { taskId: carded })).toEqual({ password: "c4rd" });
    expect((await console.call("task.get", { id: drafted })).draft?.fields.password).toBe("dr4ft");
    expect((await sealedTexts(console)).map((text) => vault.open(text)).sort()).toEqual([
      "bmc-s3cret",
      "c4rd",
      "dr4ft",
      "s3cret",
    ]);
  }

  test("seals every secret anew, in one transaction, and voids the recovery code", async () => {
    const site = await openFull();
    const { console, directory, vault } = site;
    const firstKey = vault.keyId();

    const told = await console.call("vault.rekey", { vaultPassphrase });

    expect(told).toMatchObject({ resealed: 4, unreadable: 0 });
    expect(vault.keyId()).not.toBe(firstKey);
    expect((await sealedTexts(console)).every((text) => text.startsWith(`v2.${String(vault.keyId())}.`))).toBe(true);
    await expectSecrets(site);
    expect((await journalOf(console)).find((summary) => summary.includes("new key"))).toBe(
      "Vera: A new key for the site's secrets: 4 sealed anew",
    );
    const next = openSiteVault(directory);
    await expect(next.unlock("recovery-code", site.recoveryCode)).rejects.toThrow();
    await next.unlock("recovery-code", told.recoveryCode);
  });

  test("tells how many could not be read before either, and leaves them", async () => {
    const { console, sale } = await openFull();
    await console.store.write(({ modules }) =>
      modules.setSecret(sale.module.id, { sealedPassword: "v2.0123456789abcdef.AAAA" }),
    );

    expect(await console.call("vault.rekey", { vaultPassphrase: null })).toMatchObject({ resealed: 3, unreadable: 1 });
  });

  test.each([
    ["before the secrets are committed", false],
    ["after they were committed", true],
  ])("that a crash ends %s goes on with one key", async (_, isCommitted) => {
    const site = await openFull();
    const rekeying = await site.vault.beginRekeying(null);
    if (isCommitted) {
      await site.console.store.write(async ({ secrets, settings }) => {
        await secrets.resealAll((sealed) => rekeying.reseal(sealed));
        await settings.put(vaultKeySetting, rekeying.keyId);
      });
    }
    await site.console.stop();

    const vault = openSiteVault(site.directory, { keychain });
    const next = await openVaultSite({ directory: site.directory, vault, operator: "Vera" });
    vault.settle((await next.console.store.read(({ settings }) => settings.find(vaultKeySetting))) ?? null);

    expect(vault.keyId() === rekeying.keyId).toBe(isCommitted);
    await expectSecrets({ ...site, ...next });
  });

  test("that dies at any step of the key file goes on with every secret", { timeout: 60_000 }, async () => {
    const site = await openFull();
    await site.console.stop();
    let died = 0;
    for (let steps = 0; ; steps += 1) {
      const directory = makeDirectory();
      await cp(site.directory, directory, { recursive: true });
      const { disk, isDead } = createMortalDisk(steps);
      const dying = await openVaultSite({
        directory,
        vault: openSiteVault(directory, { keychain, disk }),
        operator: "Vera",
      });
      await dying.console.dispatch("vault.rekey", { vaultPassphrase: null });
      await dying.console.stop();

      const vault = openSiteVault(directory, { keychain });
      const next = await openVaultSite({ directory, vault, operator: "Vera" });
      vault.settle((await next.console.store.read(({ settings }) => settings.find(vaultKeySetting))) ?? null);
      await expectSecrets({ ...site, ...next });
      await next.console.stop();
      if (!isDead()) break;
      died += 1;
    }
    expect(died).toBeGreaterThan(5);
  });

  test("that the store does not take leaves the key and the secrets as they were", async () => {
    const site = await openFull();
    const { console, vault } = site;
    const before = await sealedTexts(console);
    const failing = vi.spyOn(vault, "beginRekeying").mockImplementation(async (passphrase) => {
      failing.mockRestore();
      const rekeying = await vault.beginRekeying(passphrase);
      return {
        ...rekeying,
        reseal: () => {
          throw new Error("the disk is full");
        },
      };
    });

    expect(await console.fault("vault.rekey", { vaultPassphrase: null })).toMatchObject({ kind: "internal" });

    expect(await sealedTexts(console)).toEqual(before);
    await expectSecrets(site);
    await console.call("vault.rekey", { vaultPassphrase: null });
  });

  test("keeps a failure after the commit from dropping the key", async () => {
    const site = await openFull();
    const end = site.console.subscribe((event) => {
      if (event.name === "records.changed") throw new Error("a listener that fails");
    });

    expect(await site.console.fault("vault.rekey", { vaultPassphrase: null })).toMatchObject({ kind: "internal" });

    end();
    await expectSecrets(site);
  });
});
