import { cp, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import type { ConsoleEvent } from "../../main/contract/events";
import { vaultKeySetting } from "../../main/app/vault-keeping";
import { VaultLocked } from "../../main/ports/host";
import type { SecretVault } from "../../main/ports/host";
import { cardFor, openTestConsole, prepareSale } from "../builders/console";
import type { TestConsole } from "../builders/console";
import { createFakeClock } from "../builders/fake-clock";
import { createFakePanel, fakeServer } from "../builders/fake-panel";
import { createKeychain, createMortalDisk, makeDirectory, openSiteVault } from "../builders/profile-key";

const administrator = { name: "Vera", passphrase: "correct horse battery" };
const vaultPassphrase = "a long night in row seven";
const keychain = createKeychain(0x5a);

interface Parts {
  readonly directory?: string;
  readonly vault?: SecretVault;
  readonly operator?: string | null;
  readonly clock?: ReturnType<typeof createFakeClock>;
}

async function open({ directory = makeDirectory(), vault, operator = null, clock }: Parts = {}) {
  await mkdir(directory, { recursive: true });
  const panel = createFakePanel();
  panel.servers.set(1, fakeServer(1));
  const used = vault ?? openSiteVault(directory, { keychain });
  const console = await openTestConsole({
    panels: panel,
    directory,
    vault: used,
    operator,
    ...(clock && { clock }),
  });
  onTestFinished(() => console.stop());
  return { console, panel, vault: used, directory };
}

async function summaries(console: TestConsole): Promise<string[]> {
  const { rows } = await console.call("journal.list", { offset: 0, limit: 100 });
  return rows.map(({ operator, summary }) => `${operator}: ${summary}`);
}

describe("setting a site up", () => {
  test("makes the first administrator, signs them in and protects the secrets", async () => {
    const { console, vault, directory } = await open();
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
    expect(await summaries(console)).toEqual([
      "Vera: The site's secrets are protected by the keychain gnome_libsecret",
      "Vera: Vera set up this profile",
    ]);
    const elsewhere = openSiteVault(directory);
    await elsewhere.unlock("recovery-code", recoveryCode);
    expect(elsewhere.open(vault.seal("secret"))).toBe("secret");
  });

  test("is refused once there is an administrator, and changes nothing", async () => {
    const { console, directory } = await open();
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
    const { console } = await open();

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
    const { console } = await open({ directory, vault: openSiteVault(directory) });

    const fault = await console.fault("profile.set-up", { administrator, vaultPassphrase: null });

    expect(fault).toMatchObject({ kind: "not-allowed", rule: "no-keychain" });
    expect(await console.call("console.describe", {})).toMatchObject({ access: "no-operators" });
    await console.call("profile.set-up", { administrator, vaultPassphrase });
  });

  test("that ended before the administrator was stored is done once more", async () => {
    const { console, directory, vault } = await open();
    const sealedBetween = await vault.setUp(null).then(() => vault.seal("secret"));

    const { recoveryCode } = await console.call("profile.set-up", { administrator, vaultPassphrase });

    const next = openSiteVault(directory);
    await next.unlock("recovery-code", recoveryCode);
    expect(next.open(sealedBetween)).toBe("secret");
  });

  test("of secrets that are protected already needs what opens them", async () => {
    const directory = makeDirectory();
    await openSiteVault(directory).setUp(vaultPassphrase);
    const { console } = await open({ directory, vault: openSiteVault(directory) });

    expect(
      await console.fault("profile.set-up", { administrator, vaultPassphrase: "not the words of before" }),
    ).toMatchObject({ kind: "wrong-secret" });
    expect(await console.call("operator.offers", {})).toEqual([]);
    await console.call("profile.set-up", { administrator, vaultPassphrase });
  });
});

describe("secrets that are closed", () => {
  /** A site that was set up with a passphrase and is opened by the next program. */
  async function openClosed(clock = createFakeClock()) {
    const first = await open();
    const { recoveryCode } = await first.console.call("profile.set-up", { administrator, vaultPassphrase });
    const sale = await prepareSale(first.console);
    const order = await first.console.call("order.place", {
      tariffId: sale.tariff.id,
      customerId: sale.customer.id,
      periodMonths: 1,
    });
    await first.console.call("task.accept", { id: order.taskId });
    const { card } = await first.console.call("task.get", { id: order.taskId });
    const fields = { ...cardFor(1), password: "c4rd" };
    await first.console.call("card.save", { taskId: order.taskId, revision: card.revision, fields });
    await first.console.call("draft.save", { taskId: order.taskId, fields: { ...cardFor(1), password: "dr4ft" } });
    await first.console.stop();
    const vault = openSiteVault(first.directory);
    const next = await open({ directory: first.directory, vault, operator: "Vera", clock });
    return { ...next, recoveryCode, taskId: order.taskId, sale };
  }

  test("leave everything else readable, and panels say what they wait for", async () => {
    const { console, taskId, sale, panel } = await openClosed();

    expect(await console.call("link.probe", { id: sale.module.id })).toMatchObject({
      state: "needs-sign-in",
      reason: expect.stringContaining("Enter the passphrase") as string,
    });
    expect((await console.call("task.get", { id: taskId })).draft?.fields).toEqual({ ...cardFor(1), password: "" });
    expect(await console.fault("card.reveal", { taskId })).toMatchObject({ kind: "locked" });
    expect(await console.fault("user.list", { moduleId: sale.module.id })).toMatchObject({
      kind: "locked",
    });
    expect(panel.connections).toEqual([]);
  });

  test("keep what was typed before and what is typed now", async () => {
    const { console, taskId } = await openClosed();

    await console.call("draft.save", { taskId, fields: { ...cardFor(1), rack: "B7", password: "" } });
    const fault = await console.fault("draft.save", { taskId, fields: { ...cardFor(1), rack: "B8", password: "n3w" } });

    expect(fault).toMatchObject({ kind: "locked", message: expect.stringContaining("Everything but") as string });
    await console.call("vault.unlock", { by: "passphrase", text: vaultPassphrase });
    const { draft } = await console.call("task.get", { id: taskId });
    expect(draft?.fields).toMatchObject({ rack: "B8", password: "dr4ft" });
  });

  test("that the next card does not show go with the card all the same", async () => {
    const { console, taskId } = await openClosed();
    const { card } = await console.call("task.get", { id: taskId });

    await console.call("card.save", { taskId, revision: card.revision, fields: { ...cardFor(1), password: "" } });

    await console.call("vault.unlock", { by: "passphrase", text: vaultPassphrase });
    expect(await console.call("card.reveal", { taskId })).toEqual({ password: "dr4ft" });
  });

  test.each(["passphrase", "recovery-code"] as const)(
    "are opened by the %s, and panels are asked at once",
    async (by) => {
      const clock = createFakeClock();
      const { console, recoveryCode, sale, panel } = await openClosed(clock);
      await console.start();
      await vi.waitFor(async () => {
        expect(await console.call("link.list", {})).toMatchObject([{ state: "needs-sign-in" }]);
      });
      const heard: ConsoleEvent[] = [];
      console.subscribe((event) => heard.push(event));

      const state = await console.call("vault.unlock", {
        by,
        text: by === "passphrase" ? vaultPassphrase : recoveryCode,
      });

      expect(state).toMatchObject({ isOpen: true, reason: "" });
      expect(heard).toContainEqual({ name: "session.changed" });
      await vi.waitFor(async () => {
        expect(await console.call("link.list", {})).toMatchObject([{ moduleId: sale.module.id, state: "up" }]);
      });
      expect(panel.connections.at(-1)?.password).toBe("s3cret");
      const words = by === "passphrase" ? "the passphrase" : "the recovery code";
      expect((await summaries(console))[0]).toBe(`Vera: The site's secrets opened with ${words}`);
    },
  );

  test("are guessed at more and more slowly, also after a restart, and each try stands in the journal", async () => {
    const clock = createFakeClock();
    const { console, directory } = await openClosed(clock);
    const guess = (by: TestConsole) => by.fault("vault.unlock", { by: "passphrase", text: "wrong words again" });

    const faults = [await guess(console), await guess(console), await guess(console), await guess(console)];

    const blocked = { kind: "wrong-secret", blockedUntil: clock.now() + 5_000 };
    expect(faults.map((fault) => fault.kind === "wrong-secret" && fault.blockedUntil)).toEqual([
      null,
      null,
      null,
      clock.now() + 5_000,
    ]);
    expect(
      await console.fault("vault.unlock", { by: "passphrase", text: vaultPassphrase }),
      "the right one has to wait too",
    ).toMatchObject(blocked);
    expect((await summaries(console)).filter((summary) => summary.includes("refused"))).toHaveLength(4);
    await console.stop();
    const next = await open({ directory, vault: openSiteVault(directory), operator: "Vera", clock });
    expect(await guess(next.console)).toMatchObject(blocked);
    clock.advance(5_000);
    await next.console.call("vault.unlock", { by: "passphrase", text: vaultPassphrase });
    expect(next.vault.state().isOpen).toBe(true);
  });

  test("do not count a typing mistake in a recovery code as a try", async () => {
    const { console } = await openClosed();

    for (let round = 0; round < 6; round += 1) {
      expect(await console.fault("vault.unlock", { by: "recovery-code", text: "A1B2-C3D4" })).toMatchObject({
        kind: "invalid-input",
        issues: [{ path: "text" }],
      });
    }
    await console.call("vault.unlock", { by: "passphrase", text: vaultPassphrase });
  });
});

describe("re-keying", () => {
  /** A site with a secret in every place that has one. */
  async function openFull() {
    const site = await open();
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
    expect((await summaries(console)).find((summary) => summary.includes("new key"))).toBe(
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
    const next = await open({ directory: site.directory, vault, operator: "Vera" });
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
      const dying = await open({ directory, vault: openSiteVault(directory, { keychain, disk }), operator: "Vera" });
      await dying.console.dispatch("vault.rekey", { vaultPassphrase: null });
      await dying.console.stop();

      const vault = openSiteVault(directory, { keychain });
      const next = await open({ directory, vault, operator: "Vera" });
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

describe("protecting anew", () => {
  test("takes the secrets from a passphrase to the keychain of this desktop", async () => {
    const { console, directory } = await open();
    await console.call("profile.set-up", { administrator, vaultPassphrase });

    expect(await console.call("vault.protect", { vaultPassphrase: null })).toMatchObject({ protection: "os-keychain" });

    expect(openSiteVault(directory, { keychain }).state().isOpen).toBe(true);
    expect((await summaries(console))[0]).toBe(
      "Vera: The site's secrets are protected by the keychain gnome_libsecret",
    );
  });

  test("needs a recovery code, without which a lost keychain would be the end", async () => {
    const directory = makeDirectory();
    const { console } = await open({ directory, operator: "Vera" });

    expect(await console.fault("vault.protect", { vaultPassphrase })).toMatchObject({ rule: "no-recovery-code" });
    const { recoveryCode } = await console.call("vault.rekey", { vaultPassphrase });
    expect(recoveryCode).toMatch(/^(\w{4}-){6}\w{4}$/u);
  });

  test("makes a new recovery code for whoever lost theirs", async () => {
    const { console, directory } = await open();
    const { recoveryCode: lost } = await console.call("profile.set-up", { administrator, vaultPassphrase });

    const { recoveryCode } = await console.call("vault.make-recovery-code", {});

    const next = openSiteVault(directory);
    await expect(next.unlock("recovery-code", lost)).rejects.toThrow();
    await next.unlock("recovery-code", recoveryCode);
  });
});

test("a secret that was sealed with a key of another profile stops its step with a clear word, and nothing else", async () => {
  const { console, vault } = await open();
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
