import type { LazyScreen } from "./screens/lazy-screen";

/** Loads what is drawn later, one after the other whenever the window has nothing to do, so that none of it is waited for. */
export function prepareInIdleTime(later: readonly LazyScreen[]): void {
  const waiting = [...later];
  const next = (): void => {
    // What cannot be loaded now is loaded, and shows its failure, when it is opened.
    void waiting
      .shift()
      ?.prepare()
      .catch(() => undefined)
      .then(whenIdle);
  };
  const whenIdle = (): void => {
    requestIdleCallback(next);
  };
  whenIdle();
}
