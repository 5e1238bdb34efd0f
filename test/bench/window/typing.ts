import { delay, until } from "../delay";
import type { Page } from "./page";

const limitMs = 10_000;
/** Somebody who types fast. */
const betweenKeysMs = 80;

const field = ".finder input";
const backspace = { key: "Backspace", code: "Backspace", windowsVirtualKeyCode: 8 };

/** Opens the search over everything. */
export async function openSearch(page: Page): Promise<void> {
  await page.evaluate(`document.querySelector(".search-button").click()`);
  await until(limitMs, () =>
    page.evaluate<boolean | undefined>(`document.activeElement?.matches(${JSON.stringify(field)}) || undefined`),
  );
}

/** Types texts into the search; for each key, how long it took until the hits of the text as it then was were drawn. */
export async function typingTimes(page: Page, texts: readonly string[]): Promise<number[]> {
  const took: number[] = [];
  for (const text of texts) {
    for (const letter of text) {
      // Without `void` the expression is the promise, which would be waited for.
      await page.evaluate(`void (globalThis.drawnAfterKey = ${drawnAfterNextKey})`);
      await page.send("Input.dispatchKeyEvent", { type: "keyDown", key: letter, text: letter });
      await page.send("Input.dispatchKeyEvent", { type: "keyUp", key: letter });
      took.push(await page.evaluate<number>("globalThis.drawnAfterKey"));
      await delay(betweenKeysMs);
    }
    await page.evaluate(`document.querySelector(${JSON.stringify(field)}).select()`);
    await page.send("Input.dispatchKeyEvent", { type: "keyDown", ...backspace });
    await page.send("Input.dispatchKeyEvent", { type: "keyUp", ...backspace });
    await until(limitMs, () =>
      page.evaluate<boolean | undefined>(`document.querySelector(${JSON.stringify(field)}).value === "" || undefined`),
    );
  }
  return took;
}

/** The box is busy until it shows the hits of what stands in it. */
const drawnAfterNextKey = `new Promise((resolve) => {
  const box = document.querySelector(".finder");
  const input = box.querySelector("input");
  const before = input.value;
  const look = (pressedAt) => requestAnimationFrame(() => {
    if (input.value === before || box.getAttribute("aria-busy") === "true") return look(pressedAt);
    const channel = new MessageChannel();
    channel.port1.onmessage = () => resolve(performance.now() - pressedAt);
    channel.port2.postMessage(null);
  });
  input.addEventListener("keydown", ({ timeStamp }) => look(timeStamp), { once: true });
})`;
