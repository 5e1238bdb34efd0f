import { lazy, useState, type ComponentType } from "react";

export interface LazyScreen {
  readonly component: ComponentType;
  /** Loads the screen's code, so that opening it does not wait. */
  readonly prepare: () => Promise<void>;
}

/** A screen whose code is a file of its own, loaded when it is opened for the first time or prepared before. */
export function lazyScreen(load: () => Promise<ComponentType>): LazyScreen {
  let loaded: ComponentType | undefined;
  const prepare = async (): Promise<void> => {
    loaded ??= await load();
  };
  const Awaited = lazy(async () => ({ default: await load() }));
  function Screen() {
    // Chosen once: another component in the same place would begin with nothing entered.
    const [Present] = useState(() => loaded ?? Awaited);
    return <Present />;
  }
  return { component: Screen, prepare };
}
