import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { expectAccessible } from "./harness/accessible";
import { launchConsole } from "./harness/console";
import { openDedicatedSite, startDsmanager } from "./harness/dsmanager-site";
import { screenshot } from "./harness/screenshot";
import { ask, expectServiceState, goTo, openRow } from "./harness/site";

test(
  "dedicated servers are sold from nothing, through the window alone: module, systems, tariff, order (A1 to A7)",
  { timeout: 120_000 },
  async () => {
    const panel = await startDsmanager();
    const running = await launchConsole();
    const { page } = running;
    await addModuleByWizard(page, panel.url);
    await page.getByText("HPCorei5").first().waitFor();
    await screenshot(running, "module-dsmanager");
    await expectAccessible(page);

    await goTo(page, "Tariffs");
    await page.getByText("Enumerations", { exact: true }).click();
    await page.getByRole("button", { name: "New enumeration" }).first().click();
    await page.getByRole("textbox", { name: "Name", exact: true }).fill("Operating system");
    await page.getByRole("textbox", { name: "Internal name", exact: true }).fill("os");
    await choose(page, "Module", /ds-1/);
    await page.getByRole("button", { name: /Fill from panel: add \d images/ }).click();
    await page
      .getByText(/^The same/)
      .first()
      .waitFor();
    await screenshot(running, "enumeration");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Create enumeration" }).click();
    await expect.poll(async () => (await ask(page, "enumeration.list", {}))[0]?.items.length).toBeGreaterThan(2);

    await page.getByText("Tariffs", { exact: true }).last().click();
    await page.getByRole("button", { name: "New tariff" }).first().click();
    await sellPreset(page);
    await screenshot(running, "tariff-dedicated");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Create tariff" }).click();
    await expect.poll(async () => (await ask(page, "tariff.list", {})).length).toBe(1);

    await ask(page, "customer.add", { name: "Client One", email: "c1@example.org" });
    await goTo(page, "Services");
    await page.getByRole("button", { name: "New order" }).first().click();
    await page.getByPlaceholder("Search by name or e-mail").fill("Client");
    await page.getByRole("option", { name: /Client One/ }).click();
    await choose(page, "Tariff", /Dedicated i5/);
    await choose(page, /Operating system/, /debian12/);
    await page.getByLabel("Label").fill("client-build");
    await page.getByText("Will be installed and handed over by itself").waitFor();
    await screenshot(running, "order-dedicated");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Place order" }).click();
    await page.getByRole("button", { name: /Open service C-1/ }).click();

    const [service] = (await ask(page, "service.list", {})).rows;
    await expectServiceState(page, service?.id ?? "", "active");
    const { serverId, addresses } = (await ask(page, "service.get", { id: service?.id ?? "" })).service;
    const server = panel.site.servers.find((one) => one.id === serverId);
    expect(server).toMatchObject({ image: "debian12" });
    expect(panel.site.users.find((user) => user.id === server?.ownerId)?.name).toBe("c1@example.org");
    expect(addresses.length).toBeGreaterThan(0);
    await page.getByText("Installed", { exact: false }).or(page.getByText("debian12")).first().waitFor();
  },
);

test(
  "a failed installation comes into the department's inbox with the panel's words, and retrying finishes it (A7)",
  { timeout: 90_000 },
  async () => {
    const site = await openDedicatedSite();
    const { page, panel, tariffId, customerId } = site;
    panel.script.failNextOperation("The disk controller does not answer");
    const { serviceId, taskNumber } = await ask(page, "order.place", {
      tariffId,
      customerId,
      periodMonths: 1,
      label: "fails-first",
      choices: { os: "debian12" },
    });
    await goTo(page, "Inbox");
    await openRow(page, "The disk controller does not answer");
    await page
      .getByText(`T-${String(taskNumber)}`)
      .first()
      .waitFor();
    await page.getByText("The disk controller does not answer").first().waitFor();
    await screenshot(site, "task-failed");
    await expectAccessible(page);
    await page
      .getByRole("button", { name: /^Retry/ })
      .first()
      .click();
    await expectServiceState(page, serviceId, "active");
    await goTo(page, "Inbox");
    await screenshot(site, "inbox");
    await expectAccessible(page);
  },
);

async function addModuleByWizard(page: Page, url: string): Promise<void> {
  await page.getByRole("button", { name: "Connect to a panel" }).click();
  await page.getByRole("radio", { name: /dedicated/i }).check();
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByRole("radio", { name: "DSmanager" }).check();
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByLabel("Panel address").fill(url);
  await page.getByLabel("Username").fill("admin");
  await page.getByRole("textbox", { name: "Password" }).fill("s3cret");
  await page.getByRole("button", { name: "Try connection" }).click();
  await page.getByRole("button", { name: "Use the names that answered" }).click();
  await page.getByText(/functions were asked, and all answered/).waitFor();
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByRole("textbox", { name: /^Name/ }).first().fill("ds-1");
  for (const [place, name] of [
    ["Data centre", "Tallinn-3"],
    ["Department", "Floor"],
  ] as const) {
    const box = page.getByRole("textbox", { name: new RegExp(`${place}.*name of the new one`) });
    if (!(await box.isVisible())) {
      const opener = page.getByRole("button", { name: "Add a new one" });
      await (place === "Data centre" ? opener.first() : opener.last()).click();
    }
    await box.fill(name);
    await box.press("Enter");
  }
  await page.getByRole("button", { name: "Add module" }).click();
  await page.getByText("Configuration", { exact: true }).waitFor();
}

/** A dedicated tariff for a preset; a name that the panel does not have, and a price that cannot be, are pointed out while they are typed (A4). */
async function sellPreset(page: Page): Promise<void> {
  await page.getByRole("radiogroup", { name: "Product type" }).getByText("Dedicated server").click();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Dedicated i5");
  await page.getByRole("checkbox", { name: /ds-1/ }).check();
  const preset = page.getByRole("combobox", { name: /^Internal name/ });
  await preset.fill("hpcorei5");
  await page
    .getByText(/but HPCorei5: the two differ only in case or spaces/)
    .first()
    .waitFor();
  await preset.fill("HPCorei5");
  await page
    .getByText(/but HPCorei5/)
    .first()
    .waitFor({ state: "hidden" });
  await page.getByRole("textbox", { name: "Price, 1 month" }).fill("39.001");
  await page.getByText("EUR has only 2 decimals").waitFor();
  await page.getByRole("textbox", { name: "Price, 1 month" }).fill("39.00");
  await page.getByRole("button", { name: "Add an option" }).click();
  await page.getByRole("menuitem", { name: /Operating system/ }).click();
  await choose(page, "Enumeration", /Operating system/);
  await page.getByText("Orders on this tariff run by themselves").waitFor();
}

async function choose(page: Page, field: string | RegExp, option: RegExp): Promise<void> {
  await page.getByRole("combobox", { name: field }).first().click();
  await page.getByRole("option", { name: option }).first().click();
}
