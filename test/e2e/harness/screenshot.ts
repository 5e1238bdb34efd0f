import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { RunningConsole } from "./console";
import { stillness } from "./stillness";

const folder = join("out", "screenshots");
const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const;
const themes = ["light", "dark"] as const;

/** Keeps the screen as it is in both sizes and both themes: `out/screenshots/NAME-1280x800-light.png` and so on. */
export async function screenshot({ app, page }: RunningConsole, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const size of sizes) {
    await app.evaluate(({ BrowserWindow }, { width, height }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
    }, size);
    await page.waitForFunction(({ width }) => window.innerWidth === width, size);
    for (const theme of themes) {
      await stillness(page);
      await page.emulateMedia({ colorScheme: theme });
      const path = join(folder, `${name}-${String(size.width)}x${String(size.height)}-${theme}.png`);
      await page.screenshot({ path, animations: "disabled" });
    }
  }
  await page.emulateMedia({ colorScheme: null });
}
