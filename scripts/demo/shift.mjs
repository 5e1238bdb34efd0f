/**
 * A technician's shift on the practice site, through the real window.
 * @param {{ page: import("playwright-core").Page, step: (title: string, work: () => Promise<string | void>) => Promise<void> }} tools
 */
export async function workShift({ page, step }) {
  await step("Open the console", async () => {
    await page.getByRole("button", { name: /practice site/i }).waitFor();
    return page.title();
  });
  await step("Open the practice site", async () => {
    await page.getByRole("button", { name: /practice site/i }).click();
    await page.getByText("kestrel-node-7").first().waitFor({ timeout: 60_000 });
  });
}
