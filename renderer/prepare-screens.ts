import { screenNames, screenTable } from "./screens/screen-table";

/** Loads the screens one after the other whenever the window has nothing to do, so that none of them is waited for later. */
export function prepareScreens(): void {
  const waiting = [...screenNames];
  const next = (): void => {
    const name = waiting.shift();
    // A screen that cannot be loaded now is loaded, and shows its failure, when it is opened.
    if (name !== undefined)
      void screenTable[name]
        .prepare()
        .catch(() => undefined)
        .then(whenIdle);
  };
  const whenIdle = (): void => {
    requestIdleCallback(next);
  };
  whenIdle();
}
