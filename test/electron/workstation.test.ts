import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { placeWindow } from "../../electron/placement";
import { findProfileRoot } from "../../electron/start-options";
import { readWorkstation } from "../../electron/workstation";

const english = (): string => "en-US";
const laptop = { x: 0, y: 0, width: 1366, height: 728 };
const second = { x: 1366, y: 0, width: 1920, height: 1080 };

describe("the window", () => {
  const saved = { x: 1500, y: 100, width: 1200, height: 800, isMaximized: false };

  test("comes back to where it was", () => {
    expect(placeWindow(saved, [laptop, second])).toEqual({ x: 1500, y: 100, width: 1200, height: 800 });
  });

  test("comes back to a screen that is there when its own is gone", () => {
    expect(placeWindow(saved, [laptop])).toEqual({ width: 1366, height: 728 });
  });

  test("is no larger than the screen when it is new", () => {
    expect(placeWindow(null, [laptop])).toEqual({ width: 1366, height: 728 });
    expect(placeWindow(null, [second])).toEqual({ width: 1440, height: 900 });
  });

  test("comes back within reach when its title bar was above the screen", () => {
    expect(placeWindow({ ...saved, y: -300 }, [laptop, second])).not.toHaveProperty("x");
  });
});

describe("what the workstation remembers", () => {
  test("begins with the site profile and the usual look", () => {
    const { profile, preferences, placement } = readWorkstation({}, english);

    expect({ profile, placement, theme: preferences.theme }).toEqual({
      profile: "site",
      placement: null,
      theme: "system",
    });
  });

  test("keeps its good parts when one part does not parse", () => {
    const damaged = { profile: "practice", preferences: { theme: "pink" }, placement: "left" };

    expect(readWorkstation(damaged, english)).toMatchObject({
      profile: "practice",
      placement: null,
      preferences: { theme: "system" },
    });
  });
});

test("a look that was kept before operators signed in stays, and nobody is offered first", () => {
  const kept = { theme: "dark", density: "aisle", language: "en", listWidth: 512 };

  expect(readWorkstation({ preferences: kept }, english).preferences).toMatchObject({ ...kept, lastOperator: "" });
});

describe("the language", () => {
  test.each([
    ["ru", "ru"],
    ["ru-RU", "ru"],
    ["de", "en"],
    ["run", "en"],
    ["", "en"],
  ])("of a desktop in %j is %s at the first start", (locale, language) => {
    expect(readWorkstation({}, () => locale).preferences.language).toBe(language);
  });

  test("that was chosen stays, whatever the desktop speaks", () => {
    const { preferences } = readWorkstation({}, english);

    expect(readWorkstation({ preferences }, () => "ru").preferences.language).toBe("en");
  });
});

describe("the folder of the profiles", () => {
  test("is the usual one unless named", () => {
    expect(findProfileRoot(["rackside"], {})).toBeUndefined();
  });

  test("is the one on the command line before the one of the environment", () => {
    const environment = { RACKSIDE_HOME: "/var/environment" };

    expect(findProfileRoot(["rackside"], environment)).toBe(resolve("/var/environment"));
    expect(findProfileRoot(["rackside", "--profile-root=/var/named"], environment)).toBe(resolve("/var/named"));
  });
});
