import type { MenuItemConstructorOptions } from "electron";
import type { MenuCommand, MenuName } from "../main/contract/shapes/menu";
import type { HostTexts } from "./text/texts";

export interface MenuParts {
  readonly texts: HostTexts["menu"];
  /** What the page has put into the menu. */
  readonly commands: readonly MenuCommand[];
  /** Shows the development tools' entry. */
  readonly hasTools: boolean;
  readonly isMac: boolean;
  readonly choose: (id: string) => void;
  readonly openLogs: () => void;
}

/** The application menu: the page's commands, and below them what only the host can do. */
export function menuTemplate(parts: MenuParts): MenuItemConstructorOptions[] {
  const { texts, hasTools, openLogs } = parts;
  const menu = (name: MenuName, own: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] => {
    const items = commandItems(parts, name);
    const line = items.length > 0 && own.length > 0 ? [separator] : [];
    const submenu = [...items, ...line, ...own];
    return submenu.length === 0 ? [] : [{ label: texts[name], submenu }];
  };
  return [
    // Quits by closing the window, so that the window can tell what still waits.
    ...menu("file", [{ role: "close", label: texts.quit, accelerator: "CmdOrCtrl+Q" }]),
    ...menu("edit", [
      { role: "cut", label: texts.cut },
      { role: "copy", label: texts.copy },
      { role: "paste", label: texts.paste },
      { role: "selectAll", label: texts.selectAll },
    ]),
    ...menu("view", [
      { role: "togglefullscreen", label: texts.fullScreen },
      { role: "reload", label: texts.reload, accelerator: "F5" },
      ...(hasTools ? [{ role: "toggleDevTools", label: texts.tools } as const] : []),
    ]),
    ...menu("go", []),
    ...menu("list", []),
    ...menu("task", []),
    {
      label: texts.window,
      submenu: [
        { role: "minimize", label: texts.minimize },
        { role: "close", label: texts.close },
      ],
    },
    ...menu("help", [
      { label: texts.openLogs, click: openLogs },
      { role: "about", label: texts.about },
    ]),
  ];
}

const separator: MenuItemConstructorOptions = { type: "separator" };

function commandItems({ commands, isMac, choose }: MenuParts, name: MenuName): readonly MenuItemConstructorOptions[] {
  const own = commands.filter((command) => command.menu === name);
  return own.flatMap((command, index) => {
    const before = own[index - 1];
    const isNewGroup = before !== undefined && before.group !== command.group;
    return [...(isNewGroup ? [separator] : []), commandItem(command, isMac, choose)];
  });
}

function commandItem(
  { id, label, keys, isEnabled }: MenuCommand,
  isMac: boolean,
  choose: (id: string) => void,
): MenuItemConstructorOptions {
  const accelerator = acceleratorOf(keys);
  // macOS would take a plain letter away from every text field, and no menu can show two keys one after the other.
  const isShown = accelerator !== "" && (!isMac || accelerator.includes("+"));
  return {
    id,
    label: escaped(isShown || keys === "" ? label : `${label} (${keys.toUpperCase()})`),
    enabled: isEnabled,
    // The page hears the key; the menu shows it.
    ...(isShown ? { accelerator, registerAccelerator: false } : {}),
    click: () => {
      choose(id);
    },
  };
}

/** `mod+shift+z` as Electron writes it; empty where it has no way to. */
function acceleratorOf(keys: string): string {
  if (keys === "" || keys.includes(" ")) return "";
  return keys
    .split("+")
    .map((key) => acceleratorNames[key] ?? (key.length === 1 ? key.toUpperCase() : capitalised(key)))
    .join("+");
}

const acceleratorNames: Readonly<Record<string, string>> = { mod: "CmdOrCtrl", escape: "Esc", plus: "Plus" };

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** An ampersand of a text is no mark for a letter. */
function escaped(label: string): string {
  return label.replaceAll("&", "&&");
}
