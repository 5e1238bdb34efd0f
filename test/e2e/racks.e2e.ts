import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { expectAccessible } from "./harness/accessible";
import { screenshot } from "./harness/screenshot";
import { ask, goTo, openRow, openSite, placeOrder, type Site } from "./harness/site";

test(
  "racks: reserve, refuse an overlap, plan by pointer and by keyboard, draw, and pools",
  { timeout: 90_000 },
  async () => {
    const site = await openSite();
    const { page, moduleId } = site;
    await placeOrder(site, "edge-1", { unit: 2 });
    await ask(page, "module.refresh", { id: moduleId });
    const rack = (await ask(page, "rack.list", {}))[0];
    if (!rack) throw new Error("The panel has no rack");

    await goTo(page, "Racks");
    await openRow(page, rack.name);
    const front = page.getByRole("listbox", { name: `${rack.name}, front` });
    const free = front.getByRole("option", { name: /free \d+ U/ });
    await free.first().waitFor();

    // The lowest unit of the longest free run is kept for somebody.
    const { bottom } = await longestRun(page);
    await front.locator(`[data-kind=free][data-bottom="${String(bottom)}"]`).click();
    await page.getByRole("button", { name: "Reserve units" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Units", { exact: true }).fill("1");
    await dialog.getByLabel("Reason").fill("second node of edge");
    await dialog.getByRole("button", { name: "Reserve", exact: true }).click();
    const reserved = front.getByRole("option", { name: /second node of edge/ });
    await reserved.waitFor();
    await expectAccessible(page);

    const card = page.getByRole("button", { name: "Choose units for edge-1 2 U" });
    await dragTo(page, card, reserved);
    await page
      .getByRole("alert")
      .filter({ hasText: /^Unit \d+ is taken on the front/ })
      .waitFor();
    expect((await elevation(page, rack)).blocks.map(({ kind }) => kind)).not.toContain("planned");
    await page.getByRole("button", { name: "Cancel" }).click();

    await dragTo(page, card, front.locator(`[data-kind=free][data-bottom="${String(bottom + 1)}"]`));
    const planned = front.getByRole("option", { name: /edge-1/ });
    await planned.waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await planned.waitFor({ state: "detached" });

    await card.focus();
    await page.keyboard.press("Enter");
    const position = page.getByRole("slider", { name: `Position of edge-1 in ${rack.name}` });
    await position.press("End");
    await position.press("PageUp");
    await expect.poll(() => position.getAttribute("aria-valuetext")).toMatch(/free$/);
    await position.press("Enter");
    await planned.waitFor();
    expect(await planned.evaluate((element) => element === document.activeElement)).toBe(true);
    await screenshot(site, "racks");
    await page.getByRole("button", { name: "Withdraw the plan" }).waitFor();

    await page.getByRole("button", { name: "Print and export" }).click();
    await page.getByText("SVG", { exact: true }).click();
    expect(await savedText(site)).toMatch(/^(<\?xml[^>]*>\s*)?<svg/);
    await page.getByRole("button", { name: "Print and export" }).click();
    expect(await savedText(site)).toMatch(/^%PDF-/);

    await front.locator("[data-kind=server]").first().click();
    await page.getByRole("button", { name: "Copy all of it" }).click();
    await page.getByRole("button", { name: "Copied" }).waitFor();
    const copied = await site.app.evaluate(({ clipboard }) => clipboard.readText());
    expect(copied).toMatch(/^Rack: /m);
    expect(copied).toMatch(/^Switch port: /m);

    await page.getByText("Address pools", { exact: true }).click();
    await page
      .getByRole("option")
      .filter({ hasText: /public.*IPv4/ })
      .click();
    await page.getByRole("heading", { name: "Next free addresses" }).waitFor();
    await page
      .getByRole("button", { name: /^Copy: \d+\.\d+\.\d+\.\d+$/ })
      .first()
      .waitFor();
    await expectAccessible(page);
    await screenshot(site, "pools");
  },
);

type Place = ReturnType<Page["locator"]>;

async function dragTo(page: Page, from: Place, to: Place): Promise<void> {
  const start = await middleOf(from);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  const end = await middleOf(to);
  await page.mouse.move(end.x, end.y, { steps: 4 });
  await page.mouse.up();
}

async function middleOf(place: Place) {
  await place.scrollIntoViewIfNeeded();
  const box = await place.boundingBox();
  if (!box) throw new Error("Nothing to point at");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** The longest free run of the front that is shown. */
async function longestRun(page: Page): Promise<{ bottom: number; height: number }> {
  const runs = await page.locator("[data-face=front] [data-kind=free]").evaluateAll((found) =>
    found.map((one) => ({
      bottom: Number(one.getAttribute("data-bottom")),
      height: Number(one.getAttribute("data-height")),
    })),
  );
  const longest = runs.sort((left, right) => right.height - left.height)[0];
  if (!longest) throw new Error("The rack is full");
  return longest;
}

function elevation(page: Page, { moduleId, rackId }: { readonly moduleId: string; readonly rackId: number }) {
  return ask(page, "rack.elevation", { moduleId, rackId });
}

/** Saves what the dialog is set to into the test's folder, without the desktop's question where. */
async function savedText({ app, page, root }: Site): Promise<string> {
  const saved = app.evaluate(
    ({ session }, folder) =>
      new Promise<string>((resolve) => {
        session.defaultSession.once("will-download", (_event, item) => {
          const path = `${folder}/${item.getFilename()}`;
          item.setSavePath(path);
          item.once("done", () => {
            resolve(path);
          });
        });
      }),
    root,
  );
  await page.getByRole("dialog").getByRole("button", { name: "Save as a file" }).click();
  const text = await readFile(await saved, "utf8");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  return text;
}
