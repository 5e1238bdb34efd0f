import type { Console } from "../compose";
import type { ConsoleEvent } from "../contract/events";

/**
 * Stops the console, does `work` on the closed profile and opens the console anew in the name of `operator`, also when `work` fails; then the failure
 * is thrown. Calls that come in meanwhile wait.
 */
export type Reopen = <T>(operator: string, work: () => Promise<T>) => Promise<T>;

type Open = (operator: string, reopen: Reopen) => Promise<Console>;

/** One console for its caller, whichever state of the profile is behind it. `open` is told how the console has itself reopened. */
export async function createReopenableConsole(open: Open, operator: string): Promise<Console> {
  const listeners = new Set<(event: ConsoleEvent) => void>();
  const publish = (event: ConsoleEvent): void => {
    for (const listener of listeners) listener(event);
  };
  let isStarted = false;

  async function openNext(name: string): Promise<Console> {
    const console = await open(name, reopen);
    console.subscribe(publish);
    if (isStarted) await console.start();
    return console;
  }

  const reopen: Reopen = async (name, work) => {
    const working = current.then((console) => console.stop()).then(work);
    current = working.catch(() => undefined).then(() => openNext(name));
    await current;
    const value = await working;
    publish({ name: "profile.opened" });
    return value;
  };

  let current = Promise.resolve(await openNext(operator));
  return {
    dispatch: async (name, input) => (await current).dispatch(name, input),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async start() {
      isStarted = true;
      await (await current).start();
    },
    wake() {
      current.then(
        (console) => {
          console.wake();
        },
        () => undefined,
      );
    },
    drain: async () => (await current).drain(),
    stop: async () => (await current).stop(),
  };
}
