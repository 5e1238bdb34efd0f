import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { en } from "../../renderer/text/en";
import { ru } from "../../renderer/text/ru";
import { expectAccessible, expectReadable } from "./harness/accessible";
import { launchConsole } from "./harness/console";
import { stillness } from "./harness/stillness";

const keys = ["d", "q", "i", "s", "v", "r", "l", "t", "m", "a", "e"] as const;
const looks = [
  { colorScheme: "light", contrast: "normal" },
  { colorScheme: "dark", contrast: "normal" },
  { colorScheme: "light", contrast: "high" },
  { colorScheme: "dark", contrast: "high" },
] as const;

test("every screen is accessible in light, dark and both high contrasts", { timeout: 240_000 }, async () => {
  const { page } = await launchConsole();
  await page.getByRole("button", { name: "Open the practice site" }).click();
  await page.getByText("Nothing here reaches a real machine").waitFor();
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const key of keys) {
    await page.keyboard.press("g", { delay: 140 });
    await page.keyboard.press(key, { delay: 140 });
    await settled(page);
    await expectAccessible(page);
    for (const { colorScheme, contrast } of looks) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
      await page.evaluate((value) => {
        document.documentElement.dataset["contrast"] = value;
      }, contrast);
      await settled(page);
      await expectReadable(page);
    }
  }
});

type Texts = typeof en | typeof ru;

interface Opener {
  readonly screen: string;
  /** The row that is opened first. */
  readonly row?: string;
  readonly button: (texts: Texts) => string;
}

/** Dialogs and menus that are opened from a screen or from a record of the practice site. */
const openers: readonly Opener[] = [
  { screen: "q", button: ({ lists }) => lists.views },
  { screen: "q", button: ({ lists }) => lists.columns },
  { screen: "s", row: "bfs-edge-1", button: ({ services }) => services.action.change },
  { screen: "s", row: "bfs-edge-1", button: ({ services }) => services.action.suspend },
  { screen: "v", row: "colo-a01-11", button: ({ servers }) => servers.changeOwner },
  { screen: "r", row: "A01", button: ({ racks }) => racks.reserve },
  { screen: "r", row: "A01", button: ({ racks }) => racks.capacity },
  { screen: "e", button: ({ settings }) => settings.operators.add },
];

test("every dialog takes the focus in and gives it back, in English and Russian", { timeout: 120_000 }, async () => {
  const { page } = await launchConsole();
  await page.getByRole("button", { name: "Open the practice site" }).click();
  await page.getByText("Nothing here reaches a real machine").waitFor();
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const [language, colorScheme, texts] of [
    ["en", "light", en],
    ["ru", "dark", ru],
  ] as const) {
    if (language === "ru") await chooseRussian(page);
    await page.locator(`html[lang=${language}]`).waitFor();
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const opener of openers) await expectAccessibleDialog(page, opener, texts);
  }
});

async function chooseRussian(page: Page): Promise<void> {
  await page.getByRole("contentinfo").getByRole("button", { name: en.frame.appearance }).click();
  await page.getByRole("dialog").getByText("Русский").click();
  await page.keyboard.press("Escape");
}

/** Opens it by keyboard, holds it to axe, goes around it by Tab, and closes it with Escape. */
async function expectAccessibleDialog(page: Page, { screen, row, button }: Opener, texts: Texts): Promise<void> {
  await page.keyboard.press("g", { delay: 140 });
  await page.keyboard.press(screen, { delay: 140 });
  await settled(page);
  if (row !== undefined) await page.getByRole("main").getByText(row).first().click();
  const opener = page.getByRole("main").getByRole("button", { name: button(texts), exact: true });
  await opener.focus();
  await page.keyboard.press("Enter");
  const dialog = page.locator("[role=dialog], [role=menu]");
  await dialog.waitFor();
  const hasFocus = () =>
    page.evaluate(() => document.activeElement?.closest("[role=dialog], [role=menu]") !== null && document.hasFocus());
  await expect.poll(hasFocus).toBe(true);
  await expectAccessible(page, "[role=dialog], [role=menu]");
  for (let step = 0; step < 12; step += 1) {
    await page.keyboard.press("Tab");
    if ((await dialog.getAttribute("role")) === "dialog") expect(await hasFocus(), button(texts)).toBe(true);
  }
  // A list of choices that is open takes the first Escape for itself.
  if ((await page.locator(":focus[aria-expanded=true]").count()) > 0) await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await expect.poll(() => opener.evaluate((element) => element === document.activeElement)).toBe(true);
}

/** Nothing is loading and nothing moves. */
async function settled(page: Page): Promise<void> {
  await page.locator("main .loading-rows").waitFor({ state: "detached" });
  await stillness(page);
}
