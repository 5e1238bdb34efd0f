import { cp } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openStore } from "../../db/store";
import { vaultKeySetting } from "../../main/app/vault-keeping";
import type { Console } from "../../main/compose";
import type { CallInput, CallName, CallOutput } from "../../main/contract/calls";
import type { Keychain } from "../../main/adapters/vault-wraps";
import { openProfile } from "../../main/profile/open-profile";
import { startDcimanagerSimulator } from "../../simulator/dcimanager6/simulator";
import { cardFor, prepareSale, silentLog } from "../builders/console";
import { createKeychain, makeDirectory, openSiteVault } from "../builders/profile-key";

const administrator = { name: "Vera", passphrase: "correct horse battery" };
const here = createKeychain(0x5a);
const elsewhere = createKeychain(0x33);

/** A site profile as both hosts open it, with the keychain of a desktop. */
async function open(directory: string, keychain?: Keychain) {
  const console: Console = await openProfile({
    directory,
    profile: "site",
    vault: openSiteVault(directory, { keychain }),
    log: silentLog,
    hostKind: "window",
    version: "0.0.0",
    runtime: "test",
    operator: administrator.name,
  });
  onTestFinished(() => console.stop());
  return {
    ...console,
    async call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> {
      const result = await console.dispatch(name, input);
      if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.fault)}`);
      return result.value as CallOutput<Name>;
    },
  };
}

/** A site that was set up on this desktop, with a panel and a card that has a password. */
async function setUpSite(directory: string) {
  const panel = await startDcimanagerSimulator();
  onTestFinished(() => panel.stop());
  const console = await open(directory, here);
  const { recoveryCode } = await console.call("profile.set-up", { administrator, vaultPassphrase: null });
  const sale = await prepareSale(console, { url: panel.url, username: "dc@example.net", password: "s3cret" });
  const order = { tariffId: sale.tariff.id, customerId: sale.customer.id, periodMonths: 1 as const };
  const { taskId } = await console.call("order.place", order);
  await console.call("task.accept", { id: taskId });
  await console.call("card.save", { taskId, revision: 1, fields: cardFor(1) });
  return { console, recoveryCode, moduleId: sale.module.id, taskId };
}

test("a profile on another machine does everything but secrets, until its recovery code opens it for good", async () => {
  const directory = makeDirectory();
  const { console, recoveryCode, moduleId, taskId } = await setUpSite(directory);
  await console.stop();
  const moved = makeDirectory();
  await cp(directory, moved, { recursive: true });

  const there = await open(moved, elsewhere);

  expect(await there.call("console.describe", {})).toMatchObject({ access: "signed-in", vault: { isOpen: false } });
  expect(await there.call("task.get", { id: taskId })).toMatchObject({ card: { hasPassword: true, rack: "A12" } });
  expect(await there.call("link.probe", { id: moduleId })).toMatchObject({ state: "needs-sign-in" });
  expect(await there.dispatch("card.reveal", { taskId })).toMatchObject({ ok: false, fault: { kind: "locked" } });
  await there.call("vault.unlock", { by: "recovery-code", text: recoveryCode });
  expect(await there.call("card.reveal", { taskId })).toEqual({ password: "hunter2" });
  await there.call("vault.protect", { vaultPassphrase: null });
  await there.stop();

  const settled = await open(moved, elsewhere);
  expect((await settled.call("console.describe", {})).vault.isOpen).toBe(true);
  expect(await settled.call("link.probe", { id: moduleId })).toMatchObject({ state: "up" });
  const left = await open(directory, here);
  expect((await left.call("console.describe", {})).vault.isOpen).toBe(true);
});

test("a backup from before a re-keying is restored and its secrets are read", async () => {
  const directory = makeDirectory();
  const { console, moduleId, taskId } = await setUpSite(directory);
  const backup = await console.call("backup.make", {});
  const { recoveryCode } = await console.call("vault.rekey", { vaultPassphrase: null });

  await console.call("backup.restore", { name: backup.name });

  expect(await console.call("card.reveal", { taskId })).toEqual({ password: "hunter2" });
  expect(await console.call("link.probe", { id: moduleId })).toMatchObject({ state: "up" });
  await console.stop();
  const bare = await open(directory);
  await bare.call("vault.unlock", { by: "recovery-code", text: recoveryCode });
  expect(await bare.call("card.reveal", { taskId })).toEqual({ password: "hunter2" });
});

test("secrets that were opened stay open while a backup is restored", async () => {
  const directory = makeDirectory();
  const { console, recoveryCode, taskId } = await setUpSite(directory);
  await console.stop();
  const bare = await open(directory);
  await bare.call("vault.unlock", { by: "recovery-code", text: recoveryCode });
  const backup = await bare.call("backup.make", {});

  await bare.call("backup.restore", { name: backup.name });

  expect(await bare.call("card.reveal", { taskId })).toEqual({ password: "hunter2" });
});

test.each([
  ["before the store was written", false],
  ["before the key file was", true],
])("a re-keying that ended %s is settled when the profile is opened", async (_, isCommitted) => {
  const directory = makeDirectory();
  const { console, taskId } = await setUpSite(directory);
  await console.stop();
  const dying = openSiteVault(directory, { keychain: here });
  const rekeying = await dying.beginRekeying(null);
  if (isCommitted) {
    const place = { backupDirectory: join(directory, "backups"), now: Date.now };
    const store = await openStore({ file: join(directory, "rackside.sqlite"), ...place });
    await store.write(async ({ secrets, settings }) => {
      await secrets.resealAll((sealed) => rekeying.reseal(sealed));
      await settings.put(vaultKeySetting, rekeying.keyId);
    });
    await store.close();
  }

  const next = await open(directory, here);

  expect(await next.call("card.reveal", { taskId })).toEqual({ password: "hunter2" });
  await next.call("vault.rekey", { vaultPassphrase: null });
  expect(await next.call("card.reveal", { taskId })).toEqual({ password: "hunter2" });
});
