import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { expectAccessible } from "./harness/accessible";
import { launchConsole, type RunningConsole } from "./harness/console";
import { fillQueue } from "./harness/fill";
import { ask, goTo, openSite, rows } from "./harness/site";

test("lists are sorted, filtered, viewed, marked, exported and searched", { timeout: 120_000 }, async () => {
  const site = await openSite();
  await site.close();
  await fillQueue(site, 1_200);
  const first = await launchConsole({ root: site.root });
  let { page } = first;
  const cells = () => rows(page).allInnerTexts();

  await goTo(page, "Queue");
  await page.getByRole("grid", { name: "Tasks" }).waitFor();
  await page.getByRole("button", { name: "Name" }).click();
  await expect.poll(async () => (await cells())[0]).toMatch(/bulk-0\b/);
  await page.getByRole("button", { name: "Name" }).click();
  await expect.poll(async () => (await cells())[0]).toMatch(/bulk-1199\b/);
  expect(await page.getByRole("columnheader", { name: "Name" }).getAttribute("aria-sort")).toBe("descending");
  await page.getByPlaceholder("Search tasks").fill("bulk-11");
  await page.getByText("111 tasks").waitFor();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("menuitem", { name: "Save as a view…" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Last hundred");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Last hundred" }).waitFor();
  await first.close();

  const second = await launchConsole({ root: site.root });
  page = second.page;
  await goTo(page, "Queue");
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("menuitem", { name: "Last hundred" }).click();
  await page.getByText("111 tasks").waitFor();
  await expect.poll(async () => (await cells())[0]).toMatch(/bulk-1199\b/);

  await rows(page)
    .first()
    .click({ modifiers: ["Control"] });
  await rows(page)
    .nth(19)
    .click({ modifiers: ["Shift"] });
  await page.getByText("20 marked").waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Accept 20" }).click();
  await page.getByText("20 tasks accepted").waitFor();
  const accepted = await ask(page, "task.list", { performer: "Olga" });
  expect(accepted.total).toBe(20);

  const file = join(site.root, "queue.csv");
  await saveNextDownload(second, file);
  await page.getByRole("button", { name: "Export as CSV" }).click();
  await page.getByText(/111 rows in/).waitFor();
  await expect
    .poll(async () => (await readFile(file, "utf8").catch(() => "")).split("bulk-").length)
    .toBeGreaterThan(111);
  const lines = (await readFile(file, "utf8")).trim().split(/\r?\n/u);
  expect(lines).toHaveLength(112);
  expect(lines[1]).toContain("bulk-1199");

  await page.keyboard.press("Control+f");
  const address = await addressOfServer(page, site.moduleId);
  await page.getByRole("combobox", { name: "Search everything" }).fill(address.text);
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: address.server }).first().waitFor();
});

/** The desktop would ask where to; the test says it. */
async function saveNextDownload({ app }: RunningConsole, file: string): Promise<void> {
  await app.evaluate(({ session }, path) => {
    session.defaultSession.once("will-download", (_event, item) => {
      item.setSavePath(path);
    });
  }, file);
}

/** An address of the panel and the server that has it. */
async function addressOfServer(page: Parameters<typeof ask>[0], moduleId: string) {
  const find = async () =>
    (await ask(page, "server.list", { moduleId, limit: 100 })).facts.rows.find((row) => row.addresses.length > 0);
  await expect.poll(find, { timeout: 20_000 }).toBeDefined();
  const server = await find();
  return { text: server?.addresses[0]?.address ?? "", server: server?.name ?? "" };
}
