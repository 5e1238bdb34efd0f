import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { inRussian } from "../../main/contract/phrases/ru";
import { en } from "../../renderer/text/en";
import { ru } from "../../renderer/text/ru";
import { expectAccessible } from "./harness/accessible";
import { launchConsole } from "./harness/console";
import { goTo, rows } from "./harness/site";

interface Texts {
  readonly [key: string]: string | Texts;
}

/** English texts that Russian says otherwise; what has a value in it is found by the words around it. */
const english = new Set(
  leavesOf(en).filter((text) => !leavesOf(ru).includes(text) && /[a-z]{3}/.test(text) && !text.includes("{{")),
);
/** Words that no name in the practice site has and no English sentence lacks. */
const sentence = /\b(?:the|is|are|was|not|this|that|with|from|for|and)\b/;
/** The practice site's own names, and a panel's own word for a server's state. */
const names =
  /^(?:active|Colo in the old hall|Public IPv4 addresses|IPv6 addresses|Bandwidth|Power|1Gb port|Unit in rack|Operating system)(?:, .+)?$/;

const rail = [
  "overview",
  "queue",
  "inbox",
  "services",
  "servers",
  "racks",
  "labels",
  "tariffs",
  "modules",
  "activity",
  "settings",
] as const;
type FrameWord = {
  [Key in keyof typeof ru.frame]: (typeof ru.frame)[Key] extends string ? Key : never;
}[keyof typeof ru.frame];
const tabs: Readonly<Partial<Record<(typeof rail)[number], readonly FrameWord[]>>> = {
  services: ["customers"],
  racks: ["pools"],
  labels: ["printJobs", "labelTemplates", "printers"],
  tariffs: ["enumerations", "catalogue"],
  activity: ["journal"],
};

test("the whole window speaks Russian once it is chosen, and after a restart", { timeout: 240_000 }, async () => {
  const running = await launchConsole();
  const { page, root } = running;
  await page.getByRole("button", { name: en.gate.openPractice }).first().click();
  await page.getByText(en.frame.practiceExplanation).waitFor();
  await page.getByRole("button", { name: en.frame.appearance }).click();
  await page.getByText("Русский").click();
  await page.getByRole("navigation").getByText(ru.frame.queue).waitFor();
  await page.keyboard.press("Escape");
  expect(await page.locator("html").getAttribute("lang")).toBe("ru");
  await expect.poll(() => menuLabels(running.app), { timeout: 10_000 }).toContain("&Файл");

  for (const screen of rail) {
    await goTo(page, ru.frame[screen]);
    await openFirstRow(page);
    await expectRussian(page);
    for (const tab of tabs[screen] ?? []) {
      await page.getByRole("main").getByText(ru.frame[tab], { exact: true }).first().click();
      await expectRussian(page);
    }
  }
  await expectAccessible(page);
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").first().waitFor();
  await expectRussian(page);

  await running.close();
  const again = await launchConsole({ root, isAtGate: true });
  await again.page.getByText(ru.gate.signIn).or(again.page.getByRole("navigation")).first().waitFor();
  expect(await again.page.locator("html").getAttribute("lang")).toBe("ru");
  await expectRussian(again.page);
});

test("a first start speaks the desktop's language", { timeout: 60_000 }, async () => {
  const { page } = await launchConsole({ isAtGate: true, env: { LANG: "ru_RU.UTF-8", LANGUAGE: "ru" } });
  await page.getByText(ru.gate.welcome.title).waitFor();
  await expectRussian(page);
});

async function openFirstRow(page: Page): Promise<void> {
  const row = rows(page).first();
  if (await row.isVisible()) await row.click();
}

/** Holds every text, name and hint on the screen to be Russian or somebody's own. */
async function expectRussian(page: Page): Promise<void> {
  await expect.poll(async () => (await visibleTexts(page)).filter(isEnglish), { timeout: 5_000 }).toEqual([]);
}

function isEnglish(text: string): boolean {
  if (/\p{Script=Cyrillic}/u.test(text) || names.test(text)) return false;
  return english.has(text) || sentence.test(text) || inRussian(text) !== text;
}

function visibleTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const texts = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { textContent, parentElement } = walker.currentNode;
      if (parentElement?.checkVisibility() === true) texts.add((textContent ?? "").trim());
    }
    for (const element of document.querySelectorAll("[aria-label], [title], [placeholder]")) {
      for (const name of ["aria-label", "title", "placeholder"]) texts.add(element.getAttribute(name) ?? "");
    }
    return [...texts];
  });
}

function menuLabels(app: Awaited<ReturnType<typeof launchConsole>>["app"]): Promise<readonly string[]> {
  return app.evaluate(({ Menu }) => (Menu.getApplicationMenu()?.items ?? []).map(({ label }) => label));
}

function leavesOf(texts: Texts): readonly string[] {
  return Object.values(texts).flatMap((value) => (typeof value === "string" ? [value] : leavesOf(value)));
}
