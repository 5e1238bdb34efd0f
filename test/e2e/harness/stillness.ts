import type { Page } from "playwright-core";

/**
 * Waits until nothing moves but what moves for ever: a colour in the middle of a transition is nobody's, and Electron 25 is apt to crash when
 * the size or the theme changes in the middle of one. What has just changed is drawn first: its transitions begin with the frame.
 */
export async function stillness(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  });
  await page.waitForFunction(() => {
    const isEnding = (animation: Animation): boolean => animation.effect?.getComputedTiming().endTime !== Infinity;
    return document.getAnimations().every((animation) => animation.playState !== "running" || !isEnding(animation));
  });
}
