import type { Page } from "playwright-core";
import { test } from "vitest";
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

/** Nothing is loading and nothing moves. */
async function settled(page: Page): Promise<void> {
  await page.locator("main .loading-rows").waitFor({ state: "detached" });
  await stillness(page);
}
