import { expect, test } from "vitest";
import { expectAccessible } from "./harness/accessible";
import { launchConsole } from "./harness/console";
import { fillSteps } from "./harness/fill";
import { ask, goTo, openRow, openSite, rows } from "./harness/site";

test(
  "steps and the journal are sorted, narrowed, opened and decided about in numbers",
  { timeout: 120_000 },
  async () => {
    const site = await openSite();
    await site.close();
    await fillSteps(site, 600);
    const { page } = await launchConsole({ root: site.root });
    const cells = () => rows(page).allInnerTexts();

    await goTo(page, "Activity");
    await page.getByRole("grid", { name: "Steps" }).waitFor();
    await page.getByText("60 steps", { exact: true }).waitFor();
    await expect.poll(async () => (await cells())[0]).toMatch(/bulk-0\b/);
    expect(await rows(page).count()).toBeLessThanOrEqual(60);
    await page.getByRole("button", { name: "Entered" }).click();
    await page.getByRole("button", { name: "Entered" }).click();
    await expect.poll(async () => (await cells())[0]).toMatch(/bulk-590\b/);

    // By keyboard alone: mark three, then hold on to one of them beside the list.
    await page.getByRole("grid", { name: "Steps" }).focus();
    await page.keyboard.press("j");
    await page.keyboard.press("x");
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Shift+ArrowDown");
    await page.getByText("3 marked").waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Discard 3" }).click();
    await page.getByLabel(/Reason/).fill("The panel was replaced");
    await page.keyboard.press("Control+Enter");
    await page.getByText("3 steps given up").waitFor();
    await page.getByText("57 steps", { exact: true }).waitFor();
    const { total } = await ask(page, "journal.list", { text: "The panel was replaced" });
    expect(total).toBe(3);

    await page.getByPlaceholder("Search steps").fill("bulk-50");
    await page.getByText("2 steps", { exact: true }).waitFor();
    await openRow(page, "bulk-500");
    await page.getByRole("heading", { name: "Set the host name to bulk-500" }).waitFor();
    await expectAccessible(page);
    await page.keyboard.press("Escape");

    await page.getByRole("main").getByText("Journal", { exact: true }).click();
    await page.getByRole("grid", { name: "Journal" }).waitFor();
    const grid = page.getByRole("grid", { name: "Journal" });
    for (let step = 0; step < 5; step += 1) {
      await grid.evaluate((element) => {
        element.scrollTop += 4_000;
      });
      await expect.poll(() => rows(page).count()).toBeLessThanOrEqual(60);
    }
    await page.getByPlaceholder("Search the journal").fill("bulk-477");
    await page.getByText("1 entry", { exact: true }).waitFor();
    await openRow(page, "bulk-477");
    await page.getByRole("heading", { name: "Set the host name to bulk-477" }).waitFor();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await page.getByPlaceholder("Search the journal").fill("nothing has this");
    await page.getByText("Nothing matches").waitFor();
  },
);
