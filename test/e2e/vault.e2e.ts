import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { callFrom } from "./harness/call";
import { launchConsole } from "./harness/console";
import type { RunningConsole } from "./harness/console";
import { administrator, signIn } from "./harness/people";
import { bareDesktop, openDesktop } from "./harness/secret-service";
import type { Desktop } from "./harness/secret-service";
import { ask, startPanel } from "./harness/site";

const timeout = 120_000;
const isLinux = process.platform === "linux";

async function launchOn(desktop: Desktop, root?: string): Promise<RunningConsole> {
  const running = await launchConsole({ ...desktop, isAtGate: true, ...(root !== undefined && { root }) });
  await running.page.locator(".gate").waitFor();
  return running;
}

/** The site opened again, on this desktop or another, with its administrator signed in. */
async function reopen(desktop: Desktop, { root, close }: RunningConsole): Promise<RunningConsole> {
  await close();
  const running = await launchOn(desktop, root);
  await signIn(running.page, administrator.name, administrator.passphrase);
  return running;
}

async function vaultOf(page: Page) {
  return (await ask(page, "console.describe", {})).vault;
}

async function addModule(page: Page, url: string): Promise<string> {
  const department = await ask(page, "department.add", { name: "Floor" });
  const dataCentre = await ask(page, "data-centre.add", { name: "Riga-1" });
  const connection = { url, username: "dc@example.net", password: "s3cret" };
  const place = { dataCentreId: dataCentre.id, departmentId: department.id, locationId: 3, sort: 10 };
  const module = { type: "dcimanager6-colocation", name: "dc-1", connection, ...place } as const;
  return (await ask(page, "module.add", module)).id;
}

test.runIf(isLinux)(
  "the desktop's keychain opens the secrets by itself, on this desktop only",
  { timeout },
  async () => {
    const panel = await startPanel();
    const home = await openDesktop();
    const first = await launchOn(home);
    expect((await vaultOf(first.page)).availableBackend).not.toBe("");
    const { recoveryCode } = await ask(first.page, "profile.set-up", { administrator, vaultPassphrase: null });
    const moduleId = await addModule(first.page, panel.url);
    const key = await readFile(join(first.root, "profiles", "site", "key.json"), "utf8");
    expect(JSON.parse(key)).toMatchObject({ version: 2, wrap: { kind: "os-keychain", platform: "linux" } });

    const again = await reopen(home, first);
    expect(await vaultOf(again.page)).toMatchObject({ protection: "os-keychain", isOpen: true, hasRecoveryCode: true });
    expect(await ask(again.page, "link.probe", { id: moduleId })).toMatchObject({ state: "up" });

    const elsewhere = await openDesktop();
    const moved = await reopen(elsewhere, again);
    expect(await vaultOf(moved.page)).toMatchObject({
      isOpen: false,
      reason: expect.stringMatching(/another account or computer.*recovery code/u) as string,
    });
    expect(await ask(moved.page, "link.probe", { id: moduleId })).toMatchObject({ state: "needs-sign-in" });
    expect(await ask(moved.page, "module.list", {})).toHaveLength(1);
    await ask(moved.page, "vault.unlock", { by: "recovery-code", text: recoveryCode });
    await ask(moved.page, "vault.protect", { vaultPassphrase: null });

    const settled = await reopen(elsewhere, moved);
    expect(await vaultOf(settled.page)).toMatchObject({ protection: "os-keychain", isOpen: true });
    expect(await ask(settled.page, "link.probe", { id: moduleId })).toMatchObject({ state: "up" });
  },
);

test.runIf(isLinux)("a desktop without a keychain wraps nothing, and a passphrase does", { timeout }, async () => {
  const running = await launchOn(bareDesktop);
  const { page } = running;
  expect((await vaultOf(page)).availableBackend).toBe("");

  const refused = await callFrom(page, "profile.set-up", { administrator, vaultPassphrase: null });

  expect(refused).toMatchObject({ ok: false, fault: { kind: "not-allowed", rule: "no-keychain" } });
  const vaultPassphrase = "a long night in row seven";
  await ask(page, "profile.set-up", { administrator, vaultPassphrase });
  const again = await reopen(bareDesktop, running);
  expect(await vaultOf(again.page)).toMatchObject({ protection: "passphrase", isOpen: false });
  expect(await callFrom(again.page, "vault.unlock", { by: "passphrase", text: "some other words" })).toMatchObject({
    ok: false,
    fault: { kind: "wrong-secret" },
  });
  expect(await ask(again.page, "vault.unlock", { by: "passphrase", text: vaultPassphrase })).toMatchObject({
    isOpen: true,
  });
});

test.runIf(isLinux)("a keychain that is gone is told with what opens the secrets", { timeout }, async () => {
  const first = await launchOn(await openDesktop());
  const { recoveryCode } = await ask(first.page, "profile.set-up", { administrator, vaultPassphrase: null });

  const { page } = await reopen(bareDesktop, first);

  const { isOpen, reason } = await vaultOf(page);
  expect(isOpen).toBe(false);
  expect(reason).toMatch(/there is none here that can be used.*or enter the recovery code/u);
  await ask(page, "vault.unlock", { by: "recovery-code", text: recoveryCode });
  expect((await vaultOf(page)).isOpen).toBe(true);
});
