import type { Console } from "../main/compose";
import type { ConsoleEvent } from "../main/contract/events";

export type ProfileName = "practice" | "site";
type Listener = (event: ConsoleEvent) => void;

interface DeskParts {
  readonly first: ProfileName;
  open(profile: ProfileName, switchProfile: (profile: ProfileName) => Promise<void>): Promise<Console>;
  /** Called when another profile was opened, so that the next start finds it. */
  remember(profile: ProfileName): void;
}

/** The console of whichever profile is open. Calls that come in while profiles change wait for the new console. */
export interface ProfileDesk extends Pick<Console, "dispatch" | "subscribe" | "links" | "wake" | "stop"> {
  /** Resolves when the first profile is open; rejects when it cannot be. */
  opened(): Promise<void>;
}

/** Opens the first profile and keeps one console open from then on. A profile that does not open leaves the one before in place. */
export function createProfileDesk({ first, open, remember }: DeskParts): ProfileDesk {
  const listeners = new Set<Listener>();
  let profile = first;
  let current = start(first);
  // Whoever waits for the console hears of the failure; without this line it would count as unhandled before anybody does.
  current.catch(() => undefined);

  const publish: Listener = (event) => {
    for (const listener of listeners) listener(event);
  };

  async function start(name: ProfileName): Promise<Console> {
    const console = await open(name, switchTo);
    console.subscribe(publish);
    await console.start();
    return console;
  }

  async function replace(name: ProfileName): Promise<{ console: Console; failure?: unknown }> {
    await (await current).stop();
    try {
      return { console: await start(name) };
    } catch (failure) {
      return { console: await start(profile), failure };
    }
  }

  async function switchTo(name: ProfileName): Promise<void> {
    const replacing = replace(name);
    current = replacing.then(({ console }) => console);
    current.catch(() => undefined);
    const outcome = await replacing;
    if ("failure" in outcome) throw outcome.failure;
    profile = name;
    remember(name);
    publish({ name: "profile.opened" });
  }

  return {
    dispatch: async (name, input) => (await current).dispatch(name, input),
    links: async () => (await current).links(),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    wake() {
      current.then(
        (console) => {
          console.wake();
        },
        () => undefined,
      );
    },
    stop: async () => (await current).stop(),
    async opened() {
      await current;
    },
  };
}
