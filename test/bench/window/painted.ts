import { until } from "../delay";
import type { Page } from "./page";

const limitMs = 60_000;

/** Milliseconds since the epoch at which the first frame with such an element was handed over for drawing. */
export function firstPaintedAt(page: Page, selector: string): Promise<number> {
  // The page may still be exchanged for the one that stays; then it is asked again.
  return until(limitMs, () =>
    page.evaluate<number>(`new Promise((resolve) => {
      const isThere = () => document.querySelector(${JSON.stringify(selector)}) !== null;
      const afterFrame = () => requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
        channel.port2.postMessage(null);
      });
      if (isThere()) return afterFrame();
      const watch = new MutationObserver(() => {
        if (!isThere()) return;
        watch.disconnect();
        afterFrame();
      });
      watch.observe(document, { childList: true, subtree: true, attributes: true });
    })`),
  );
}
