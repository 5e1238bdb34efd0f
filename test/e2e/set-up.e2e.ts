import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import { expectAccessible } from "./harness/accessible";
import { callFrom } from "./harness/call";
import { launchConsole } from "./harness/console";
import { administrator, signIn, vaultPassphrase } from "./harness/people";
import { screenshot } from "./harness/screenshot";
import { bareDesktop, openDesktop } from "./harness/secret-service";
import { ask, openSite } from "./harness/site";

test(
  "a new site is set up through the window, and its recovery code has to be kept first",
  { timeout: 90_000 },
  async () => {
    const running = await launchConsole({ ...bareDesktop, isAtGate: true });
    const { page } = running;
    await page.getByRole("button", { name: "Set up a site" }).waitFor();
    await expectAccessible(page);
    await screenshot(running, "welcome");
    await page.getByRole("button", { name: "Set up a site" }).click();

    await page.getByRole("button", { name: "Next" }).click();
    await page.getByText("Write your name.").waitFor();
    await page.getByLabel("Your name").fill(administrator.name);
    await page.getByLabel("Passphrase", { exact: true }).fill("short");
    await page.getByText("5 more characters at least").first().waitFor();
    await page.getByLabel("Passphrase", { exact: true }).fill(administrator.passphrase);
    await page.getByLabel("The same again").fill("something else");
    await page.getByRole("button", { name: "Next" }).click();
    await page.getByText("The two are not the same.").waitFor();
    await expectAccessible(page);
    await screenshot(running, "set-up-administrator");
    await page.getByLabel("The same again").fill(administrator.passphrase);
    await page.getByRole("button", { name: "Next" }).click();

    await page.getByText(/no keychain that can be trusted/).waitFor();
    await page.getByLabel("Passphrase of the site").fill(vaultPassphrase);
    await page.getByLabel("The same again").fill(vaultPassphrase);
    await expectAccessible(page);
    await screenshot(running, "set-up-protection");
    expect((await ask(page, "console.describe", {})).access).toBe("no-operators");
    await page.getByRole("button", { name: "Set up the site" }).click();

    const code = page.getByRole("list", { name: "Recovery code" }).getByRole("listitem");
    await code.last().waitFor();
    const groups = await code.allInnerTexts();
    expect(groups).toHaveLength(7);
    await expectAccessible(page);
    await screenshot(running, "set-up-recovery-code");
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".recovery-sheet").isVisible()).toBe(true);
    expect(await page.locator("body").innerText()).toContain(groups.join("-"));
    expect(await page.locator(".gate").isVisible()).toBe(false);
    await page.emulateMedia({ media: null });
    await page.getByRole("button", { name: "I have kept it" }).click();
    const question = page.getByRole("textbox", { name: /Group \d of 7/ });
    const [, asked] =
      /Group (\d)/.exec((await question.getAttribute("aria-label")) ?? (await page.locator(".gate").innerText())) ?? [];
    await question.fill("0000");
    await page.getByRole("button", { name: "Done" }).click();
    await page.getByText(/This is not group/).waitFor();
    await expectAccessible(page);
    await screenshot(running, "set-up-recovery-question");
    await question.fill(groups[Number(asked) - 1] ?? "");
    await page.getByRole("button", { name: "Done" }).click();

    await page.getByRole("heading", { name: "This site has no panel yet" }).waitFor();
    await screenshot(running, "set-up-done");
    expect(await page.content()).not.toContain(groups.join("-"));
    expect(await ask(page, "console.describe", {})).toMatchObject({
      access: "signed-in",
      operator: administrator.name,
      role: "administrator",
      vault: { protection: "passphrase", isOpen: true, hasRecoveryCode: true },
    });
  },
);

test.runIf(process.platform === "linux")(
  "a desktop with a keychain is offered it by its name, and needs no other passphrase",
  { timeout: 90_000 },
  async () => {
    const running = await launchConsole({ ...(await openDesktop()), isAtGate: true });
    const { page } = running;
    await page.getByRole("button", { name: "Set up a site" }).click();
    await page.getByLabel("Your name").fill(administrator.name);
    await page.getByLabel("Passphrase", { exact: true }).fill(administrator.passphrase);
    await page.getByLabel("The same again").fill(administrator.passphrase);
    await page.getByRole("button", { name: "Next" }).click();
    await page.getByText(/^(GNOME Keyring|The keyring of this desktop) gives the key/).waitFor();
    await expectAccessible(page);
    await screenshot(running, "set-up-keychain");
    await page.getByRole("button", { name: "Set up the site" }).click();
    await page.getByRole("list", { name: "Recovery code" }).waitFor();
    expect((await ask(page, "console.describe", {})).vault).toMatchObject({ protection: "os-keychain", isOpen: true });
  },
);

test(
  "a site moved to another machine opens with its recovery code, and its panels are reachable again",
  { timeout: 120_000 },
  async () => {
    const site = await openSite();
    const { recoveryCode } = await ask(site.page, "vault.make-recovery-code", {});
    await site.close();
    const root = await copyOf(site.root);

    const moved = await launchConsole({ ...bareDesktop, root, isAtGate: true });
    const { page } = moved;
    await page.locator(".gate").waitFor();
    await signIn(page, administrator.name, administrator.passphrase);
    const notice = page.getByRole("complementary", { name: "Stored passwords are closed." });
    await notice.waitFor();
    await expectAccessible(page);
    await screenshot(moved, "vault-closed");
    const stateOfPanel = async () => (await ask(page, "link.list", {}))[0]?.state;
    expect(await stateOfPanel()).not.toBe("up");

    await notice.getByRole("button", { name: "Open them" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("Recovery code", { exact: true }).click();
    await fillCode(page, `${recoveryCode.slice(0, -1)}!`);
    await dialog.getByText(/A recovery code has no/).waitFor();
    await expectAccessible(page);
    await screenshot(moved, "vault-dialog");
    await fillCode(page, recoveryCode.toLowerCase());
    await dialog.getByText("The stored passwords are open").waitFor();
    await expectAccessible(page);
    await screenshot(moved, "vault-protect");
    await dialog.getByLabel("Passphrase of the site").fill("another passphrase here");
    await dialog.getByLabel("The same again").fill("another passphrase here");
    await dialog.getByRole("button", { name: "Change the protection" }).click();
    await dialog.waitFor({ state: "detached" });
    await notice.waitFor({ state: "detached" });
    await expect.poll(stateOfPanel, { timeout: 20_000 }).toBe("up");
    await moved.close();

    const again = await launchConsole({ ...bareDesktop, root, isAtGate: true });
    await again.page.locator(".gate").waitFor();
    await signIn(again.page, administrator.name, administrator.passphrase);
    const unlocked = await callFrom(again.page, "vault.unlock", { by: "passphrase", text: "another passphrase here" });
    expect(unlocked).toMatchObject({ ok: true, value: { isOpen: true } });
  },
);

test("the practice site signs its administrator in, tells the PIN when it is locked, and leads back", async () => {
  const running = await launchConsole({ isAtGate: true });
  const { page } = running;
  await page.getByRole("button", { name: "Open the practice site" }).click();
  await page.getByPlaceholder("Search tasks").waitFor();
  await page.getByRole("button", { name: "Lock", exact: true }).click();
  await page.getByText("Everybody on the practice site has the PIN 1234.").waitFor();
  await expectAccessible(page);
  await screenshot(running, "practice-locked");
  await page.getByRole("button", { name: "Someone else" }).click();
  await page.getByRole("button", { name: /^Anna/ }).click();
  await page.getByLabel("PIN", { exact: true }).fill("1234");
  await page.keyboard.press("Enter");
  await page.getByRole("contentinfo").getByRole("button", { name: "Anna" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.getByRole("button", { name: "Open the site" }).click();
  // The practice site may be installing a server at the moment, and says so.
  const anyway = page.getByRole("button", { name: "Open it anyway" });
  const welcome = page.getByRole("button", { name: "Set up a site" });
  await anyway.or(welcome).waitFor();
  if (await anyway.isVisible()) await anyway.click();
  await welcome.waitFor();
});

/** The profile's folder on a machine that has not seen it; preferences stay behind. */
async function copyOf(root: string): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), "rackside-moved-"));
  onTestFinished(() => rm(copy, { recursive: true, force: true, maxRetries: 5 }));
  await cp(join(root, "profiles"), join(copy, "profiles"), { recursive: true });
  return copy;
}

async function fillCode(page: Page, code: string): Promise<void> {
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Recovery code" }).fill(code);
  await dialog.getByRole("button", { name: "Open", exact: true }).click();
}
