import { expect, onTestFinished, test } from "vitest";
import type { Page } from "playwright-core";
import type { CallInput, CallName } from "../../main/contract/calls";
import { startIppPrinter } from "../../simulator/printers/ipp-printer";
import { addBrother, addZebra } from "../builders/label-printing";
import { expectAccessible } from "./harness/accessible";
import { screenshot } from "./harness/screenshot";
import { ask, goTo, openRow, openSite, rows, runService, type Site } from "./harness/site";

/** The builders of the program's tests, asking through the window's bridge. */
const caller = (page: Page) => ({
  call: <Name extends CallName>(name: Name, input: CallInput<Name>) => ask(page, name, input),
});

async function openWithServer(label: string): Promise<Site> {
  const site = await openSite();
  await runService(site, label, 101);
  return site;
}

/** Opens the dialog by its key, on the printer, and prints. Waits for the word that the job comes to. */
async function printHere(page: Page, printer: string, word: RegExp): Promise<void> {
  await page.keyboard.press("p");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "Printer" }).click();
  await page.getByRole("option", { name: printer, exact: true }).click();
  const print = dialog.getByRole("button", { name: /^Print 1 label/ });
  await expect.poll(() => print.isEnabled(), { timeout: 20_000 }).toBe(true);
  await print.click();
  await dialog.getByText(word).first().waitFor({ timeout: 30_000 });
}

test(
  "a server's label comes out of a Zebra, a Brother and an IPP printer, and each says so",
  { timeout: 120_000 },
  async () => {
    const site = await openWithServer("label-one");
    const { page } = site;
    const { device: zebra } = await addZebra(caller(page));
    const { device: brother } = await addBrother(caller(page));
    const ipp = await startIppPrinter();
    onTestFinished(() => ipp.stop());
    await ask(page, "printer.add", {
      name: "Office",
      language: "pdf",
      dpi: 600,
      headDots: 20_000,
      way: { type: "ipp", address: ipp.address },
      stockId: "built-in:DK-11209",
    });
    await goTo(page, "Services");
    await openRow(page, "label-one");
    await page.getByRole("heading", { name: "label-one" }).waitFor();
    for (const printer of ["Zebra", "Brother", "Office"]) {
      await printHere(page, printer, /^Printed$/);
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "hidden" });
    }
    const [thing] = (await ask(page, "label.list", { search: "label-one" })).rows;
    expect(thing).toMatchObject({ needsLabel: false, printedCount: 3 });
    expect(zebra.labels).toHaveLength(1);
    expect(zebra.labels[0]).toContain(thing?.shortId);
    expect(brother.labels).toHaveLength(1);
    expect(brother.misunderstood).toEqual([]);
    expect(
      Buffer.from((await ipp.documents())[0] ?? [])
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");

    await goTo(page, "Labels");
    await openRow(page, "label-one");
    await page.getByText("3 times").waitFor();
    await expectAccessible(page);
    await screenshot(site, "labels");
    await page.keyboard.press("p");
    await page
      .getByRole("dialog")
      .getByRole("img", { name: /Label 1/ })
      .waitFor();
    await expectAccessible(page);
    await screenshot(site, "print-dialog");
  },
);

test(
  "a printer in trouble is told where it was printed, and the job goes on when it is mended",
  { timeout: 90_000 },
  async () => {
    const site = await openWithServer("troubled");
    const { page } = site;
    const { device } = await addBrother(caller(page));
    device.fail("cover-open");
    await goTo(page, "Services");
    await openRow(page, "troubled");
    await page.getByRole("heading", { name: "troubled" }).waitFor();
    await printHere(page, "Brother", /cover/i);
    await expectAccessible(page);
    await screenshot(site, "print-trouble");
    expect(device.labels).toHaveLength(0);
    await page.getByRole("button", { name: "Print queue" }).click();
    device.mend();
    await page.getByText("1 of 1 printed").first().waitFor({ timeout: 30_000 });
    expect(device.labels).toHaveLength(1);
    await expectAccessible(page);
    await screenshot(site, "print-queue");
  },
);

test(
  "a scanner opens what it reads from any screen, and a rack before a server records the place",
  { timeout: 60_000 },
  async () => {
    const site = await openWithServer("scanned");
    const { page, moduleId } = site;
    const server = { kind: "server", moduleId, serverId: 101 } as const;
    const { values } = await ask(page, "label.get", { subject: server });
    const racks = (await ask(page, "module.configuration", { id: moduleId }))?.configuration.racks ?? [];
    const wrong = racks.find(({ name }) => name !== "A12");
    const rack = await ask(page, "label.get", { subject: { kind: "rack", moduleId, rackId: wrong?.rackId ?? 0 } });
    const scan = async (text: string): Promise<void> => {
      await page.keyboard.type(text);
      await page.keyboard.press("Enter");
    };

    await goTo(page, "Modules");
    await scan(values.id ?? "");
    await page.getByRole("heading", { name: "scanned" }).waitFor();

    await goTo(page, "Services");
    const search = page.getByPlaceholder("Number, label, customer, address");
    await search.fill("scann");
    await rows(page).filter({ hasText: "scanned" }).waitFor();
    await scan(values.id ?? "");
    await page.getByRole("heading", { name: "scanned" }).waitFor();
    expect(await search.inputValue()).toBe("scann");

    await page.getByRole("heading").first().click();
    await scan(rack.values.id ?? "");
    await page.getByText(/Scan the server that stands in it/).waitFor();
    await scan(values.id ?? "");
    await page.getByText(/It should be in/).waitFor();
    await screenshot(site, "scanned-place");
  },
);

test("a template is drawn on the canvas, undone, saved and printed from", { timeout: 90_000 }, async () => {
  const site = await openWithServer("drawn");
  const { page } = site;
  await goTo(page, "Labels");
  await page.getByText("Templates", { exact: true }).click();
  await page.getByRole("button", { name: "New template" }).click();
  await page.getByLabel("Name", { exact: false }).first().fill("Ours");
  await page.getByRole("button", { name: "Text", exact: true }).click();
  await page.getByRole("button", { name: "Code", exact: true }).click();
  const code = page.locator(".canvas-element").nth(1);
  await code.focus();
  const before = await code.evaluate((element) => (element as HTMLElement).style.left);
  await page.keyboard.press("Shift+ArrowRight");
  await expect.poll(() => code.evaluate((element) => (element as HTMLElement).style.left)).not.toBe(before);
  await page.keyboard.press("Control+z");
  await expect.poll(() => code.evaluate((element) => (element as HTMLElement).style.left)).toBe(before);
  const box = await code.boundingBox();
  if (!box) throw new Error("The code has no box");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 - 60, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => code.evaluate((element) => (element as HTMLElement).style.left)).not.toBe(before);
  await expectAccessible(page);
  await screenshot(site, "template-editor");
  await page.getByRole("button", { name: "Create template" }).click();
  await page.getByText("Version 1").waitFor();
  const own = (await ask(page, "label-template.list", {})).filter(({ isBuiltIn }) => !isBuiltIn);
  expect(own).toMatchObject([{ name: "Ours", elements: [{ type: "text" }, { type: "code" }] }]);
  await goTo(page, "Labels");
  await page.getByText("Printers and stock", { exact: true }).click();
  await page.getByRole("button", { name: "Add printer" }).click();
  await expectAccessible(page);
  await screenshot(site, "printer-form");
});
