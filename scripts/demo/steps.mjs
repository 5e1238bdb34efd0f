import path from "node:path";

/**
 * Prints the steps of a demo with their result and time, and keeps a screenshot of each.
 * @param {import("playwright-core").Page} page
 * @param {string} folder where the screenshots go
 */
export function createStepper(page, folder) {
  let done = 0;
  let failed = 0;

  /**
   * Carries out one step. `work` may answer a text that tells the result; when it throws, the step has failed and so has the demo.
   * @param {string} title
   * @param {() => Promise<string | undefined | void>} work
   */
  async function step(title, work) {
    const startedAt = Date.now();
    const print = (mark, result) => {
      const seconds = ((Date.now() - startedAt) / 1000).toFixed(1).padStart(5);
      process.stdout.write(`${mark} ${seconds} s  ${title}${result ? `: ${result}` : ""}\n`);
    };
    try {
      const result = await work();
      done += 1;
      await capture(title);
      print("✓", result);
    } catch (error) {
      failed += 1;
      print("✗", error.message.split("\n")[0]);
      await capture(`${title} failed`).catch(() => undefined);
      throw error;
    }
  }

  async function capture(title) {
    const number = String(done + failed).padStart(2, "0");
    const name = title.toLowerCase().replace(/[^a-z0-9]+/g, "-");
    await page.screenshot({ path: path.join(folder, `${number}-${name}.png`) });
  }

  return { step, summary: () => ({ done, failed }) };
}
