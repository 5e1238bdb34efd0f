import axe from "axe-core";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { stillness } from "./stillness";

const levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Holds the screen as it is now, or the part of it that a selector names, to WCAG 2.2 A and AA as far as axe can tell. */
export function expectAccessible(page: Page, part = "html"): Promise<void> {
  return expectNothing(page, levels, part);
}

/** Holds only its colours: the one thing that another theme or contrast can spoil. */
export function expectReadable(page: Page): Promise<void> {
  return expectNothing(page, ["color-contrast"], "html");
}

/** `runOnly` names levels or rules of axe. */
async function expectNothing(page: Page, runOnly: readonly string[], part: string): Promise<void> {
  // Evaluated through the debugger, which the page's content security policy does not concern.
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(axe.source);
  await stillness(page);
  const results = await page.evaluate<AxeResults>(
    `axe.run(${JSON.stringify(part)}, { runOnly: ${JSON.stringify(runOnly)} })`,
  );
  const findings = results.violations.map(({ id, help, nodes }) => ({
    rule: `${id}: ${help}`,
    where: nodes.map(({ html, failureSummary }) => `${html} (${failureSummary ?? ""})`),
  }));
  expect(findings).toEqual([]);
}
