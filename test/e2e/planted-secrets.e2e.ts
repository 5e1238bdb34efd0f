import { join } from "node:path";
import { expect, test } from "vitest";
import { filesBelow, findLeaks, findLeaksBelow, plantedSecret } from "../builders/planted-secrets";
import { ask, goTo, openRow, openSite, placeOrder } from "./harness/site";

const planted = {
  "card password": plantedSecret(1),
  "draft password": plantedSecret(2),
  "password of a panel": plantedSecret(3),
  "operator's passphrase": plantedSecret(4),
};

test(
  "what is typed and shown in the window is neither left on the disk nor in the page",
  { timeout: 120_000 },
  async () => {
    const site = await openSite();
    const { page, root } = site;
    const { taskId } = await placeOrder(site, "planted-one");
    await ask(page, "task.accept", { id: taskId });
    const { revision } = (await ask(page, "task.get", { id: taskId })).card;
    const card = { url: "", identifier: "", username: "root", rack: "", label: "planted-one" };
    await ask(page, "card.save", { taskId, revision, fields: { ...card, password: planted["card password"] } });

    // A card whose password is shown, and another one typed over it and left as a draft.
    await openRow(page, "planted-one");
    await page.getByRole("button", { name: "Reveal" }).click();
    await page.getByText(planted["card password"]).waitFor();
    await page.getByRole("textbox", { name: "Password" }).fill(planted["draft password"]);
    await expect
      .poll(async () => (await ask(page, "task.get", { id: taskId })).draft?.fields.password)
      .toBe(planted["draft password"]);

    // The wizard of modules, which keeps what was typed into it.
    await goTo(page, "Modules");
    await page.getByRole("button", { name: "Add a module" }).first().click();
    await page.getByRole("button", { name: "Next" }).click();
    await page.getByRole("button", { name: "Next" }).click();
    await page.getByLabel("Panel address").fill("https://127.0.0.1:9");
    await page.getByLabel("Username").fill("dc@example.net");
    await page.getByRole("textbox", { name: "Password" }).fill(planted["password of a panel"]);
    await page.getByRole("button", { name: "Try connection" }).click();
    await page
      .getByText(/127\.0\.0\.1:9/)
      .first()
      .waitFor();

    // A sign-in that is refused, on the lock screen.
    await page.keyboard.press("Escape");
    await ask(page, "operator.lock", {});
    await page.getByRole("heading", { name: /^Locked by/ }).waitFor();
    await page.getByLabel("Passphrase", { exact: true }).fill(planted["operator's passphrase"]);
    await page.keyboard.press("Enter");
    await page.getByText("This is not the passphrase.").waitFor();
    await page.getByLabel("Passphrase", { exact: true }).fill("");

    expect(findLeaks({ shown: planted["card password"] }, await page.content(), "the page")).toEqual([]);
    expect(findLeaksBelow(planted, root), "while the program runs").toEqual([]);
    await page.reload();
    await page.locator(".gate").waitFor();
    const storage = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]));
    expect(findLeaks(planted, storage + (await page.content()), "the page")).toEqual([]);
    await site.kill();

    expect(filesBelow(root)).toContain(join(root, "profiles", "site", "rackside.sqlite"));
    expect(findLeaksBelow(planted, root), "after it has ended").toEqual([]);
  },
);
