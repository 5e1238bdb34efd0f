import { expect, test } from "vitest";
import { menuTemplate } from "../../electron/menu-template";
import { en } from "../../electron/text/en";
import type { MenuCommand } from "../../main/contract/shapes/menu";

function command(id: string, keys: string, change: Partial<MenuCommand> = {}): MenuCommand {
  return { id, menu: "task", group: "task", label: id, keys, isEnabled: true, ...change };
}

function itemsOf(commands: readonly MenuCommand[], isMac = false) {
  const silent = () => undefined;
  const parts = { texts: en.menu, hasTools: false, choose: silent, openLogs: silent };
  const menu = menuTemplate({ ...parts, commands, isMac }).find(({ label }) => label === en.menu.task);
  return Array.isArray(menu?.submenu) ? menu.submenu : [];
}

test("a key that the page hears is shown and not taken from it; two keys one after the other stand in the label", () => {
  expect(
    itemsOf([command("accept", "a"), command("redo", "mod+shift+z"), command("go", "g q", { isEnabled: false })]),
  ).toMatchObject([
    { id: "accept", accelerator: "A", registerAccelerator: false, enabled: true },
    { id: "redo", accelerator: "CmdOrCtrl+Shift+Z", registerAccelerator: false },
    { id: "go", label: "go (G Q)", enabled: false },
  ]);
});

test("macOS gets no plain letter as a key: it would be missing in every field", () => {
  const [item] = itemsOf([command("accept", "a")], true);
  expect(item).toMatchObject({ label: "accept (A)" });
  expect(item).not.toHaveProperty("accelerator");
});

test("a line stands between groups, and a menu without anything is left out", () => {
  const items = itemsOf([command("a", ""), command("b", "", { group: "other", label: "R&D" })]);
  expect(items).toMatchObject([{ id: "a" }, { type: "separator" }, { id: "b", label: "R&&D" }]);
  expect(itemsOf([])).toEqual([]);
});
