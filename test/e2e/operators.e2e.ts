import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { expectAccessible } from "./harness/accessible";
import { callFrom } from "./harness/call";
import { launchConsole } from "./harness/console";
import { addPeople, administrator, anna, boris, clara, enterPin, signIn, switchTo } from "./harness/people";
import { screenshot } from "./harness/screenshot";
import { ask, goTo, openRow, openSite, placeOrder } from "./harness/site";

test("wrong PINs make the next attempt wait, in the window and past it, and the right one works after that", async () => {
  const running = await launchConsole();
  const { page } = running;
  await addPeople(page, [anna]);
  await ask(page, "operator.sign-out", {});
  await page.getByRole("heading", { name: "Who is working here?" }).waitFor();
  await page.getByRole("button", { name: /^Anna/ }).waitFor();
  await expectAccessible(page);
  await screenshot(running, "sign-in");

  await page.getByRole("button", { name: /^Anna/ }).click();
  const send = page.getByRole("button", { name: "Sign in" });
  const pin = page.getByLabel("PIN", { exact: true });
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    await pin.fill("0000");
    await expect.poll(() => send.isEnabled(), { timeout: 15_000 }).toBe(true);
    await send.click();
    await page.getByText("This is not the PIN.").waitFor();
    expect(await pin.inputValue()).toBe("");
  }
  await page.getByText(/next attempt has to wait: 0:(0\d|10)/).waitFor();
  for (let attempt = 6; attempt <= 10; attempt += 1) {
    const answer = await callFrom(page, "operator.sign-in", { name: anna.name, secret: anna.pin });
    expect(answer).toMatchObject({ ok: false, fault: { kind: "wrong-secret" } });
  }
  await pin.fill(anna.pin);
  expect(await send.isDisabled()).toBe(true);
  await screenshot(running, "sign-in-wait");
  await expectAccessible(page);

  await expect.poll(() => send.isEnabled(), { timeout: 15_000 }).toBe(true);
  await send.click();
  await page.getByRole("contentinfo").getByRole("button", { name: "Anna" }).waitFor();
});

test("a PIN is entered on the number pad, by mouse or touch alone", async () => {
  const { page } = await launchConsole();
  await addPeople(page, [anna]);
  await page.getByRole("button", { name: "Lock", exact: true }).click();
  await page.getByRole("button", { name: "Someone else" }).click();
  await page.getByRole("button", { name: /^Anna/ }).click();
  const pad = page.getByRole("group", { name: "Number pad" });
  for (const digit of "47119") await pad.getByText(digit, { exact: true }).click();
  await pad.getByRole("button", { name: "Erase the last digit" }).click();

  await page.getByRole("button", { name: "Sign in" }).click();

  await page.getByRole("contentinfo").getByRole("button", { name: "Anna" }).waitFor();
});

test("two operators at one console each find what they had typed", { timeout: 120_000 }, async () => {
  const site = await openSite();
  const { page } = site;
  await addPeople(page, [anna, boris]);
  await placeOrder(site, "of-anna");
  await placeOrder(site, "of-boris");

  await switchTo(page, anna);
  await openRow(page, "of-anna");
  await page.getByRole("button", { name: /^Accept/ }).click();
  await page.getByLabel("Username").fill("typed by Anna");
  await switchTo(page, boris);
  expect(await page.getByText("typed by Anna").count()).toBe(0);
  await openRow(page, "of-boris");
  await page.getByRole("button", { name: /^Accept/ }).click();
  await page.getByLabel("Username").fill("typed by Boris");
  await goTo(page, "Services");
  await page.getByRole("button", { name: "New order" }).first().click();
  await page.getByLabel("Label").fill("order of Boris");

  await switchTo(page, anna);
  await openRow(page, "of-anna");
  await expect.poll(() => page.getByLabel("Username").inputValue()).toBe("typed by Anna");
  await goTo(page, "Services");
  await page.getByRole("button", { name: "New order" }).first().click();
  expect(await page.getByLabel("Label").inputValue()).toBe("");

  await switchTo(page, boris);
  await openRow(page, "of-boris");
  await expect.poll(() => page.getByLabel("Username").inputValue()).toBe("typed by Boris");
  await goTo(page, "Services");
  await page.getByRole("button", { name: "New order" }).first().click();
  await expect.poll(() => page.getByLabel("Label").inputValue()).toBe("order of Boris");
});

test(
  "unlocking leads back to the exact place, with an open dialog and a half-typed card",
  { timeout: 90_000 },
  async () => {
    const site = await openSite();
    const { page } = site;
    await addPeople(page, [anna]);
    await placeOrder(site, "locked-one");
    await switchTo(page, anna);
    await openRow(page, "locked-one");
    await page.getByRole("button", { name: /^Accept/ }).click();
    await page.getByLabel("Username").fill("half typ");
    await page.keyboard.press("Control+l");
    const heading = page.getByRole("heading", { name: "Locked by Anna" });
    await heading.waitFor();

    // Whatever it was, it was saved before: the draft is there for the program.
    expect(await visibleText(page)).not.toContain("locked-one");
    await expectAccessible(page);
    await screenshot(site, "locked");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest(".gate") !== null)).toBe(true);
    await enterPin(page, anna.pin);
    await heading.waitFor({ state: "detached" });
    expect(await page.getByLabel("Username").inputValue()).toBe("half typ");
    expect(await page.getByLabel("Username").evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type("ed");
    expect(await page.getByLabel("Username").inputValue()).toBe("half typed");

    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Keyboard" }).click();
    const sheet = page.getByRole("dialog", { name: "Keyboard" });
    await sheet.waitFor();
    await page.keyboard.press("Control+l");
    await heading.waitFor();
    await page.keyboard.press("Escape");
    await page.getByLabel("PIN", { exact: true }).click();
    await enterPin(page, anna.pin);
    await heading.waitFor({ state: "detached" });
    await sheet.waitFor();
    const { rows } = await ask(page, "journal.list", { limit: 20 });
    expect(rows.map(({ summary }) => summary)).toEqual(
      expect.arrayContaining(["Anna locked the console", "Anna unlocked the console"]),
    );
  },
);

test("the console locks by itself after the site's minutes without a touch", async () => {
  const { page } = await launchConsole();
  await ask(page, "site-settings.set", { lockAfterMinutes: 1 });
  await page.clock.install();
  // After unlocking, the page counts in the time of the test.
  await page.getByRole("button", { name: "Lock", exact: true }).click();
  const heading = page.getByRole("heading", { name: "Locked by Olga" });
  await heading.waitFor();
  await signIn(page, administrator.name, administrator.passphrase);
  await heading.waitFor({ state: "detached" });
  await page.clock.fastForward(50_000);
  await page.keyboard.press("Shift");
  await page.clock.fastForward(50_000);
  expect(await heading.count()).toBe(0);

  await page.clock.fastForward(61_000);

  await heading.waitFor();
  expect(await callFrom(page, "task.list", {})).toMatchObject({ ok: false, fault: { access: "locked" } });
});

test("the desktop's own lock locks the console, after what was typed is saved", async () => {
  const site = await openSite();
  const { app, page } = site;
  await page.getByRole("button", { name: "New order" }).first().click();
  await page.getByLabel("Label").fill("typed last");

  await app.evaluate(({ powerMonitor }) => powerMonitor.emit("lock-screen"));

  await page.getByRole("heading", { name: "Locked by Olga" }).waitFor();
  await signIn(page, administrator.name, administrator.passphrase);
  expect(await ask(page, "form-draft.get", { form: "order" })).toMatchObject({
    body: expect.stringContaining("typed last") as string,
  });
});

test(
  "a role leaves out what it may not do, and the program refuses it past the window",
  { timeout: 90_000 },
  async () => {
    const site = await openSite();
    const { page } = site;
    await addPeople(page, [anna, clara]);
    const { taskId } = await placeOrder(site, "by-role");

    await switchTo(page, anna);
    await goTo(page, "Modules");
    await openRow(page, "dc-1");
    await page.getByRole("heading", { name: "dc-1" }).waitFor();
    expect(await page.getByRole("button", { name: /^New module|^Add module/ }).count()).toBe(0);
    await screenshot(site, "technician-module");
    const refusal = {
      ok: false,
      fault: { kind: "not-allowed", rule: "role", message: "This is not for a technician" },
    };
    expect(await callFrom(page, "module.remove", { id: site.moduleId })).toMatchObject(refusal);
    expect(await callFrom(page, "backup.restore", { name: "any" })).toMatchObject(refusal);

    await switchTo(page, clara);
    await openRow(page, "by-role");
    await page.getByRole("heading", { name: "by-role" }).waitFor();
    expect(await page.getByRole("button", { name: /^Accept/ }).count()).toBe(0);
    await screenshot(site, "auditor-task");
    expect(await callFrom(page, "task.accept", { id: taskId })).toMatchObject({
      ok: false,
      fault: { kind: "not-allowed", rule: "role", message: "This is not for an auditor" },
    });
    expect(await callFrom(page, "card.reveal", { taskId })).toMatchObject({ ok: false, fault: { rule: "role" } });
    expect((await ask(page, "journal.verify", {})).broken).toBeNull();
  },
);

test("a revealed password leaves a line in the journal, a copied one leaves the clipboard, and a lock takes both", async () => {
  const site = await openSite();
  const { app, page } = site;
  const { taskId } = await placeOrder(site, "secret-one");
  await ask(page, "task.accept", { id: taskId });
  const { revision } = (await ask(page, "task.get", { id: taskId })).card;
  const card = {
    url: "",
    identifier: "",
    username: "root",
    password: "planted-hunter2",
    rack: "",
    label: "secret-one",
  };
  await ask(page, "card.save", { taskId, revision, fields: card });
  await openRow(page, "secret-one");
  await page.getByRole("button", { name: "Reveal" }).click();
  await page.getByText("planted-hunter2").waitFor();
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  await page.getByText(/The clipboard is cleared after/).waitFor();
  const clipboard = () => app.evaluate(({ clipboard: one }) => one.readText());
  expect(await clipboard()).toBe("planted-hunter2");
  await screenshot(site, "password-revealed");

  await page.keyboard.press("Control+l");

  await page.getByRole("heading", { name: "Locked by Olga" }).waitFor();
  await expect.poll(clipboard).toBe("");
  expect(await page.content()).not.toContain("planted-hunter2");
  await signIn(page, administrator.name, administrator.passphrase);
  const { rows } = await ask(page, "journal.list", { limit: 20 });
  const told = rows.filter(({ call }) => call === "card.reveal" || call === "card.copy-password");
  expect(told.map(({ call, operator }) => [call, operator])).toEqual([
    ["card.copy-password", "Olga"],
    ["card.reveal", "Olga"],
  ]);
  expect(JSON.stringify(rows)).not.toContain("planted-hunter2");
});

/** What somebody in front of the screen can read. */
function visibleText(page: Page): Promise<string> {
  return page.evaluate(() => document.body.innerText);
}
