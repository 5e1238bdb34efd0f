import { describe, expect, test } from "vitest";
import type { Console } from "../../main/compose";
import type { ConsoleEvent } from "../../main/contract/events";
import { createProfileDesk } from "../../electron/profile-desk";
import type { ProfileName } from "../../electron/profile-desk";

/** Consoles that answer with the name of their profile, and a record of what was done to them. */
function createSite(onOpening: (profile: ProfileName) => void = () => undefined) {
  const history: string[] = [];
  const switches: ((profile: ProfileName) => Promise<void>)[] = [];
  const remembered: ProfileName[] = [];
  const desk = createProfileDesk({
    first: "site",
    remember: (profile) => void remembered.push(profile),
    open: async (profile, switchProfile) => {
      // Opening takes its time, as it does on a disk.
      await Promise.resolve();
      onOpening(profile);
      history.push(`open ${profile}`);
      switches.push(switchProfile);
      return createConsole(profile, history);
    },
  });
  const switchTo = async (profile: ProfileName): Promise<void> => {
    await desk.opened();
    await switches.at(-1)?.(profile);
  };
  return { desk, history, remembered, switchTo };
}

function createConsole(profile: ProfileName, history: string[]): Console {
  return {
    dispatch: () => Promise.resolve({ ok: true, value: profile }),
    subscribe: () => () => undefined,
    start: () => Promise.resolve(),
    wake: () => void history.push(`wake ${profile}`),
    vouchFor: () => undefined,
    signedIn: () => null,
    links: () => Promise.resolve([]),
    tellOfStore: () => undefined,
    drain: () => Promise.reject(new Error("not asked for")),
    stop: () => {
      history.push(`stop ${profile}`);
      return Promise.resolve();
    },
  };
}

test("the profile before is closed before the next is opened", async () => {
  const { history, switchTo } = createSite();

  await switchTo("practice");

  expect(history).toEqual(["open site", "stop site", "open practice"]);
});

test("a call that comes in while profiles change is answered by the new one", async () => {
  const answers: Promise<unknown>[] = [];
  const { desk, switchTo } = createSite((profile) => {
    if (profile === "practice") answers.push(desk.dispatch("console.describe", {}));
  });

  await switchTo("practice");

  expect(await Promise.all(answers)).toEqual([{ ok: true, value: "practice" }]);
});

test("the window hears of the change, and the next start finds the profile", async () => {
  const { desk, remembered, switchTo } = createSite();
  const events: ConsoleEvent[] = [];
  desk.subscribe((event) => void events.push(event));

  await switchTo("practice");

  expect(events).toEqual([{ name: "profile.opened" }]);
  expect(remembered).toEqual(["practice"]);
});

describe("a profile that does not open", () => {
  test("leaves the one before in place and says why", async () => {
    const { desk, remembered, switchTo } = createSite((profile) => {
      if (profile === "practice") throw new Error("practice is broken");
    });

    await expect(switchTo("practice")).rejects.toThrow("practice is broken");

    expect(await desk.dispatch("console.describe", {})).toEqual({ ok: true, value: "site" });
    expect(remembered).toEqual([]);
  });

  test("is told at the start", async () => {
    const { desk } = createSite(() => {
      throw new Error("site is broken");
    });

    await expect(desk.opened()).rejects.toThrow("site is broken");
  });
});
