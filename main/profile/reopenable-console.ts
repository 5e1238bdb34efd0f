import type { SignedIn } from "../app/session";
import type { Console } from "../compose";
import type { ConsoleEvent } from "../contract/events";

/**
 * Stops the console, does `work` on the closed profile and opens the console anew for whoever was signed in, also when `work` fails; then the failure
 * is thrown. Calls that come in meanwhile wait.
 */
export type Reopen = <T>(work: () => Promise<T>) => Promise<T>;

/** Whom the host vouches for; what they may do is for the profile to say. */
export type Vouched = Pick<SignedIn, "name" | "onlyCalls">;

type Open = (vouched: Vouched | null, reopen: Reopen) => Promise<Console>;

/** One console for its caller, whichever state of the profile is behind it. `open` is told how the console has itself reopened. */
export async function createReopenableConsole(open: Open, first: Vouched | null): Promise<Console> {
  const listeners = new Set<(event: ConsoleEvent) => void>();
  const publish = (event: ConsoleEvent): void => {
    for (const listener of listeners) listener(event);
  };
  let isStarted = false;

  async function openNext(vouched: Vouched | null): Promise<Console> {
    const console = await open(vouched, reopen);
    console.subscribe(publish);
    if (isStarted) await console.start();
    return console;
  }

  const reopen: Reopen = async (work) => {
    const signedIn = present.signedIn();
    const working = present.stop().then(work);
    current = working.catch(() => undefined).then(() => openNext(signedIn));
    present = await current;
    const value = await working;
    publish({ name: "profile.opened" });
    return value;
  };

  let present = await openNext(first);
  let current = Promise.resolve(present);
  return {
    dispatch: async (name, input) => (await current).dispatch(name, input),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    vouchFor(operator) {
      present.vouchFor(operator);
    },
    signedIn: () => present.signedIn(),
    tellOfStore() {
      present.tellOfStore();
    },
    links: async () => (await current).links(),
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
