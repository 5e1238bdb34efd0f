import { queueRow } from "./desk";
import type { Page } from "./page";

/** What the scripts below share: the rows in sight and what scrolls them. */
const tools = `
  const rows = () => [...document.querySelectorAll(${JSON.stringify(queueRow)})];
  const scroller = () => {
    let box = rows()[0];
    while (box && box.scrollHeight <= box.clientHeight + 10) box = box.parentElement;
    if (!box) throw new Error("Nothing here scrolls");
    return box;
  };
  const frame = () => new Promise(requestAnimationFrame);
  const drawn = () => new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = resolve;
    channel.port2.postMessage(null);
  });
  const text = () => rows().map((row) => row.textContent).join("\\n");
  // What stands in a row but is hidden is not drawn.
  const isSeen = (part) => getComputedStyle(part).visibility === "visible";
  const isDrawn = (row) => row.textContent.trim().length > 8 && [row, ...row.children].every(isSeen);
  const isWhole = () => rows().length > 5 && rows().every(isDrawn);
`;

/** Jumps about in the list in sight; each time until every row there is drawn with its text. */
export function jumpTimes(page: Page, count: number): Promise<number[]> {
  return page.evaluate(`(async () => {
    ${tools}
    const box = scroller();
    if (box.scrollHeight < 4 * box.clientHeight) throw new Error("The list is too short to jump about in");
    const took = [];
    for (let jump = 0; jump < ${String(count)}; jump += 1) {
      const before = text();
      await new Promise((resolve) => setTimeout(resolve, 100));
      const startedAt = performance.now();
      // The list stands at its top: the first jump goes elsewhere as well.
      box.scrollTop = (((jump + 1) * 0.618034) % 1) * (box.scrollHeight - box.clientHeight);
      do await frame();
      while ((!isWhole() || text() === before) && performance.now() - startedAt < 1000);
      await drawn();
      took.push(performance.now() - startedAt);
    }
    return took;
  })()`);
}

/** Scrolls the list in sight without a pause; how long each frame took. */
export function frameTimes(page: Page, durationMs: number, pixelsAFrame: number): Promise<number[]> {
  return page.evaluate(`(async () => {
    ${tools}
    const box = scroller();
    const took = [];
    let last = await frame();
    for (const endAt = last + ${String(durationMs)}; last < endAt;) {
      box.scrollTop += ${String(pixelsAFrame)};
      const now = await frame();
      took.push(now - last);
      last = now;
    }
    return took;
  })()`);
}

/** Shows the screen of a two-key shortcut, such as `g s`. */
export async function goTo(page: Page, keys: string): Promise<void> {
  await page.evaluate(`document.activeElement?.blur?.()`);
  for (const key of keys.split(" ")) {
    const stroke = {
      key,
      text: key,
      code: `Key${key.toUpperCase()}`,
      windowsVirtualKeyCode: key.toUpperCase().charCodeAt(0),
    };
    await page.send("Input.dispatchKeyEvent", { type: "keyDown", ...stroke });
    await page.send("Input.dispatchKeyEvent", { type: "keyUp", ...stroke });
  }
}
