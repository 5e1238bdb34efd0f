import { expect, test } from "vitest";
import { expectAccessible } from "./harness/accessible";
import { launchConsole } from "./harness/console";
import { screenshot } from "./harness/screenshot";
import { fillQueue } from "./harness/fill";
import { ask, expectServiceState, goTo, openRow, openSite, rows } from "./harness/site";

test("every screen of the practice site is accessible and marked as practice", { timeout: 240_000 }, async () => {
  const running = await launchConsole();
  const { page } = running;
  const keep = async (name: string): Promise<void> => {
    await page.getByText("Nothing here reaches a real machine").waitFor();
    await expectAccessible(page);
    await screenshot(running, name);
  };
  await page.getByRole("button", { name: "Open the practice site" }).waitFor();
  await screenshot(running, "start");
  await page.getByRole("button", { name: "Open the practice site" }).click();
  await openRow(page, "kestrel-node-7");
  await page.getByRole("button", { name: /^Accept/ }).click();
  await page.getByRole("textbox", { name: "Server id" }).fill(await freeServer(page));
  await page.getByRole("button", { name: /^Use rack/ }).click();
  await page.getByText("Draft saved").waitFor();
  await keep("task-card");

  await openRow(page, "nwi-render-1");
  await page.getByRole("button", { name: /^Accept/ }).click();
  await page.getByRole("heading", { name: "What will happen" }).waitFor();
  await keep("task-close");
  await page.getByRole("button", { name: /^Close the service/ }).click();
  await page.getByRole("dialog").waitFor();
  await keep("task-close-confirm");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /Close the service/ })
    .click();
  const closing = (await ask(page, "service.list", { search: "nwi-render-1" })).rows[0];
  await expectServiceState(page, closing?.id ?? "", "closed");
  await keep("task-closed");

  for (const [screen, row] of [
    ["Services", "bfs-edge-1"],
    ["Servers", "colo-a01-11"],
    ["Tariffs", "Colo 1U"],
    ["Modules", "Riga-1"],
    ["Activity", ""],
    ["Settings", ""],
  ] as const) {
    await goTo(page, screen);
    if (row !== "") await openRow(page, row);
    await keep(screen.toLowerCase());
  }
  await goTo(page, "Activity");
  await page.getByText("Journal", { exact: true }).click();
  await page.getByRole("button", { name: "Whole journal" }).click();
  await page.getByRole("menuitem", { name: "Verify the chain" }).click();
  await page.getByText(/entries, chain intact/).waitFor();
  await page.getByLabel("Search the journal").fill("Colo 1U");
  await openRow(page, "Colo 1U");
  await page.getByText("What changed").waitFor();
  await keep("journal");
  await goTo(page, "Services");
  await page.getByRole("button", { name: "New order" }).first().click();
  await page.getByRole("combobox", { name: "Tariff" }).click();
  await page.getByRole("option", { name: /Colo 4U/ }).click();
  await page.getByText("First period").waitFor();
  await keep("order");
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").first().waitFor();
  await keep("palette");
  expect(await page.getByRole("dialog").count()).toBeGreaterThan(0);
});

test("a queue of 10,000 tasks mounts few rows and answers while it is scrolled", { timeout: 240_000 }, async () => {
  const site = await openSite();
  await site.close();
  await fillQueue(site, 10_000);
  const { page } = await launchConsole({ root: site.root });
  await page
    .getByText(/10\D?000 open/)
    .first()
    .waitFor();
  const list = page.getByRole("grid").first();
  for (let step = 0; step < 20; step += 1) {
    await list.evaluate((element) => {
      element.scrollTop += 2_000;
    });
    await expect.poll(() => rows(page).count()).toBeLessThanOrEqual(60);
  }
  await page.getByPlaceholder("Search tasks").fill("bulk-9876");
  await openRow(page, "bulk-9876");
  await page.getByRole("heading", { name: "bulk-9876" }).waitFor();
});

/** A server of the first practice panel that nobody owns and that has no addresses. */
async function freeServer(page: Parameters<typeof ask>[0]): Promise<string> {
  const [module] = await ask(page, "module.list", {});
  const { facts } = await ask(page, "server.list", { moduleId: module?.id ?? "", search: "kit-", limit: 100 });
  const free = facts.rows.find(
    (row) => row.ownerEmail === null && row.addresses.length === 0 && !row.operation?.isRunning,
  );
  return String(free?.serverId);
}
