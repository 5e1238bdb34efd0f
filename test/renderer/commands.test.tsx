import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { useEffect, useState, type ReactNode } from "react";
import { flushSync } from "react-dom";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { CallInput } from "../../main/contract/calls";
import { preferencesShape } from "../../main/contract/shapes/preference";
import type { Role } from "../../main/contract/shapes/operator";
import { commandTable } from "../../renderer/commands";
import { FrameCommands } from "../../renderer/frame/frame-commands";
import { matchEntries } from "../../renderer/frame/match-entries";
import { Palette } from "../../renderer/frame/palette";
import { ShortcutSheet } from "../../renderer/frame/shortcut-sheet";
import { useApplicationMenu } from "../../renderer/frame/use-application-menu";
import { availableCommands, useKeyboard, useShortcut } from "../../renderer/hooks/use-shortcut";
import { useConsole } from "../../renderer/stores/console-store";
import { keyboard } from "../../renderer/text/en/keyboard";
import { done, installFakeBridge, type FakeBridge } from "./fake-bridge";
import { show } from "./show";

afterEach(cleanup);

function Desk({ onAccept }: { readonly onAccept: () => void }) {
  useKeyboard();
  useApplicationMenu();
  useShortcut("acceptTask", onAccept);
  return (
    <>
      <FrameCommands />
      <Palette />
      <ShortcutSheet />
    </>
  );
}

/** Goes with Escape before the press arrives below it, as a browser has it that draws between two listeners. */
function QuickDialog() {
  const [isOpen, setIsOpen] = useState(true);
  useEffect(() => {
    const close = (): void => {
      flushSync(() => {
        setIsOpen(false);
      });
    };
    window.addEventListener("keydown", close, { capture: true });
    return () => {
      window.removeEventListener("keydown", close, { capture: true });
    };
  }, []);
  return isOpen ? <div role="dialog" /> : null;
}

function Below({ onBack, children }: { readonly onBack: () => void; readonly children: ReactNode }) {
  useKeyboard();
  useShortcut("goBack", onBack);
  const [isCovered, setIsCovered] = useState(false);
  useEffect(() => {
    setIsCovered(true);
  }, []);
  return isCovered ? children : null;
}

function openDesk(role: Role = "administrator", onAccept: () => void = () => undefined): FakeBridge {
  const bridge = installFakeBridge(
    {
      "menu.show": () => done({}),
      "search.find": () => done({ groups: [], exact: null }),
      "preference.set": (change) => done(preferencesShape.parse({ ...useConsole.getState().preferences, ...change })),
    },
    role,
  );
  show(<Desk onAccept={onAccept} />);
  return bridge;
}

function lastMenu(bridge: FakeBridge): CallInput<"menu.show">["commands"] {
  return (bridge.inputsOf("menu.show").at(-1) as CallInput<"menu.show"> | undefined)?.commands ?? [];
}

const labelOf = (id: (typeof commandTable)[number]["id"]): string => keyboard[id];

async function openPalette() {
  act(() => {
    useConsole.getState().showPalette(true);
  });
  return within(await screen.findByRole("dialog", { name: labelOf("openPalette") }));
}

describe("the table of commands", () => {
  test("is what the menu shows, in its order, and marks what can be done now", async () => {
    const bridge = openDesk();
    await waitFor(() => {
      expect(lastMenu(bridge).map(({ id }) => id)).toEqual(commandTable.map(({ id }) => id));
    });
    const enabled = lastMenu(bridge).filter((command) => command.isEnabled);
    expect(enabled.map(({ id }) => id)).toEqual(availableCommands());
    expect(lastMenu(bridge)).toContainEqual({
      id: "acceptTask",
      menu: "task",
      group: "task",
      label: labelOf("acceptTask"),
      keys: "a",
      isEnabled: true,
    });
  });

  test("is what the sheet shows, as far as it has keys", () => {
    openDesk();
    act(() => {
      useConsole.getState().showShortcutSheet(true);
    });
    const lines = [...document.querySelectorAll(".shortcut-line > span:first-child")].map((line) => line.textContent);
    const withKeys = commandTable.filter((command) => command.keys !== undefined).map(({ id }) => labelOf(id));
    expect([...lines].sort()).toEqual([...withKeys].sort());
  });

  test("is what the palette shows, as far as it means something and the role may", async () => {
    openDesk("auditor");
    const palette = await openPalette();
    const shown = palette.getAllByRole("option").map((action) => action.textContent);
    for (const id of availableCommands().filter((one) => one !== "openPalette"))
      expect(shown.some((label) => label.startsWith(labelOf(id)))).toBe(true);
    expect(shown.some((label) => label.startsWith(labelOf("newOrder")))).toBe(false);
    expect(shown.some((label) => label.startsWith(labelOf("acceptTask")))).toBe(false);
    expect(shown.some((label) => label.startsWith(labelOf("closeTask")))).toBe(false);
  });
});

describe("a command", () => {
  test("that was chosen in the menu is given, but not past an open dialog", async () => {
    const accept = vi.fn();
    const bridge = openDesk("administrator", accept);
    bridge.emit({ name: "command.chosen", id: "acceptTask" });
    expect(accept).toHaveBeenCalledTimes(1);
    useConsole.getState().showShortcutSheet(true);
    await screen.findByRole("dialog");
    bridge.emit({ name: "command.chosen", id: "acceptTask" });
    expect(accept).toHaveBeenCalledTimes(1);
  });

  test("that goes to a screen shows it on a site that has no panel yet, instead of the start", () => {
    const bridge = openDesk();
    expect(useConsole.getState().isStartDismissed).toBe(false);
    bridge.emit({ name: "command.chosen", id: "goSettings" });
    expect(useConsole.getState().route.screen).toBe("settings");
    expect(useConsole.getState().isStartDismissed).toBe(true);
  });

  test("that was given in the palette stands first the next time", async () => {
    const bridge = openDesk();
    fireEvent.click((await openPalette()).getByText(labelOf("goRacks")));
    expect(useConsole.getState().route.screen).toBe("racks");
    expect(bridge.inputsOf("preference.set")).toContainEqual({ recentCommands: ["goRacks"] });
  });

  test("of Escape closes the dialog that is open, and what is below it only with the next press", async () => {
    const goBack = vi.fn();
    installFakeBridge({});
    show(
      <Below onBack={goBack}>
        <QuickDialog />
      </Below>,
    );
    fireEvent.keyDown(await screen.findByRole("dialog"), { key: "Escape" });
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(goBack).not.toHaveBeenCalled();
    fireEvent.keyDown(document.body, { key: "Escape" });
    expect(goBack).toHaveBeenCalledTimes(1);
  });

  test("means nothing while the console is locked", () => {
    openDesk();
    expect(availableCommands()).toContain("goQueue");
    useConsole.setState(({ description }) => ({ description: description && { ...description, access: "locked" } }));
    expect(availableCommands()).toEqual([]);
  });
});

describe("the palette", () => {
  test("tells a screen reader which action the arrows are on, and Enter gives that one", async () => {
    openDesk();
    const palette = await openPalette();
    const field = palette.getByRole("combobox");
    const list = palette.getByRole("listbox");
    expect(field.getAttribute("aria-controls")).toBe(list.id);
    expect(field.getAttribute("aria-expanded")).toBe("true");
    const announced = () => document.getElementById(field.getAttribute("aria-activedescendant") ?? "");
    const options = palette.getAllByRole("option");
    expect(announced()).toBe(options[0]);
    fireEvent.keyDown(field, { key: "ArrowDown" });
    expect(announced()).toBe(options[1]);
    expect(palette.getAllByRole("option", { selected: true })).toEqual([options[1]]);
    fireEvent.keyDown(field, { key: "ArrowUp" });
    fireEvent.keyDown(field, { key: "ArrowUp" });
    expect(announced()).toBe(options.at(-1));

    fireEvent.change(field, { target: { value: "go to rack" } });
    expect(announced()?.textContent).toContain(labelOf("goRacks"));
    fireEvent.keyDown(field, { key: "Enter" });
    expect(useConsole.getState().route.screen).toBe("racks");
  });

  test("says when nothing matches", async () => {
    openDesk();
    const palette = await openPalette();
    fireEvent.change(palette.getByRole("combobox"), { target: { value: "zzzz" } });
    expect(await palette.findByText("Nothing matches")).toBeTruthy();
    expect(palette.getByRole("combobox").getAttribute("aria-expanded")).toBe("false");
    expect(palette.getByRole("combobox").hasAttribute("aria-activedescendant")).toBe(false);
  });
});

test("keys that follow each other quickly act in their order", () => {
  const acted: string[] = [];
  function List() {
    useKeyboard();
    useShortcut("markRow", () => acted.push("mark"));
    useShortcut("nextRow", () => acted.push("next"));
    return <div data-testid="list" tabIndex={0} onKeyDown={({ key }) => key === "ArrowDown" && acted.push("down")} />;
  }
  vi.useFakeTimers();
  try {
    installFakeBridge({});
    show(<List />);
    const list = screen.getByTestId("list");
    for (const key of ["x", "ArrowDown"]) fireEvent.keyDown(list, { key });
    expect(acted).toEqual(["mark", "down"]);
    vi.advanceTimersByTime(1_000);
    for (const key of ["x", "j"]) fireEvent.keyDown(list, { key });
    vi.advanceTimersByTime(1_000);
    expect(acted).toEqual(["mark", "down", "mark", "next"]);
  } finally {
    vi.useRealTimers();
  }
});

test("the palette finds words in any order and puts beginnings of words first", () => {
  const entries = ["Go to Queue", "Unqueue", "Перейти: Всё", "Queue of prints"].map((label) => ({ id: label, label }));
  const found = (query: string) => matchEntries(entries, query).map(({ label }) => label);
  expect(found("queue")).toEqual(["Go to Queue", "Queue of prints", "Unqueue"]);
  expect(found("queue go")).toEqual(["Go to Queue"]);
  expect(found("все пере")).toEqual(["Перейти: Всё"]);
  expect(found("nothing")).toEqual([]);
});
