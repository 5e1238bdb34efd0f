import type { CallName } from "../main/contract/calls";
import type { MenuName } from "../main/contract/shapes/menu";

/**
 * Every command of the window. The keyboard, the palette, the application menu and the sheet of shortcuts read this table and nothing else; its
 * words are `keyboard.ID`. A command means something while a component gives it a handler (`useShortcut`).
 */
const commands = [
  { id: "openPalette", keys: "mod+k", group: "everywhere", menu: "go" },
  { id: "findAnything", keys: "mod+f", group: "everywhere", menu: "edit" },
  { id: "showShortcuts", keys: "?", group: "everywhere", menu: "help" },
  { id: "goBack", keys: "escape", group: "everywhere", menu: "go" },
  { id: "nextPane", keys: "f6", group: "everywhere", menu: "go" },
  { id: "previousPane", keys: "shift+f6", group: "everywhere", menu: "go" },

  { id: "goOverview", keys: "g d", group: "places", menu: "go" },
  { id: "goQueue", keys: "g q", group: "places", menu: "go" },
  { id: "goInbox", keys: "g i", group: "places", menu: "go" },
  { id: "goServices", keys: "g s", group: "places", menu: "go" },
  { id: "goServers", keys: "g v", group: "places", menu: "go" },
  { id: "goRacks", keys: "g r", group: "places", menu: "go" },
  { id: "goPools", group: "places", menu: "go" },
  { id: "goLabels", keys: "g l", group: "places", menu: "go" },
  { id: "goPrintJobs", group: "places", menu: "go" },
  { id: "goLabelTemplates", group: "places", menu: "go" },
  { id: "goPrinters", group: "places", menu: "go" },
  { id: "goTariffs", keys: "g t", group: "places", menu: "go" },
  { id: "goEnumerations", group: "places", menu: "go" },
  { id: "goCatalogue", group: "places", menu: "go" },
  { id: "goModules", keys: "g m", group: "places", menu: "go" },
  { id: "goActivity", keys: "g a", group: "places", menu: "go" },
  { id: "goJournal", group: "places", menu: "go" },
  { id: "goSettings", keys: "g e", group: "places", menu: "go" },
  { id: "goBackups", group: "places", menu: "go" },

  { id: "newOrder", keys: "n", group: "work", menu: "file", right: "order.place" },
  { id: "newTariff", group: "work", menu: "file", right: "tariff.add" },
  { id: "newEnumeration", group: "work", menu: "file", right: "enumeration.add" },
  { id: "newModule", group: "work", menu: "file", right: "module.add" },
  { id: "newLabelTemplate", group: "work", menu: "file", right: "label-template.add" },
  { id: "newPrinter", group: "work", menu: "file", right: "printer.add" },
  { id: "backUpNow", group: "work", menu: "file", right: "backup.make" },
  { id: "submitForm", keys: "mod+enter", group: "work", menu: "file" },
  { id: "undo", keys: "mod+z", group: "work", menu: "edit" },
  { id: "redo", keys: "mod+shift+z", otherKeys: ["mod+y"], group: "work", menu: "edit" },

  { id: "focusSearch", keys: "/", group: "list", menu: "list" },
  { id: "nextRow", keys: "j", group: "list", menu: "list" },
  { id: "previousRow", keys: "k", group: "list", menu: "list" },
  { id: "openRow", keys: "enter", group: "list", menu: "list" },
  { id: "markRow", keys: "x", group: "list", menu: "list" },
  { id: "printLabel", keys: "p", group: "list", menu: "list" },
  { id: "exportList", group: "list", menu: "list", right: "list.export" },

  { id: "acceptTask", keys: "a", group: "task", menu: "task", right: "task.accept" },
  { id: "editCard", keys: "e", group: "task", menu: "task", right: "card.save" },
  { id: "closeTask", keys: "c", group: "task", menu: "task", right: "task.close" },
  { id: "releaseTask", keys: "r", group: "task", menu: "task", right: "task.release" },

  { id: "zoomIn", keys: "mod+plus", otherKeys: ["mod+="], group: "look", menu: "view", isAlwaysHeard: true },
  { id: "zoomOut", keys: "mod+-", group: "look", menu: "view", isAlwaysHeard: true },
  { id: "zoomReset", keys: "mod+0", group: "look", menu: "view", isAlwaysHeard: true },
  { id: "themeLight", group: "look", menu: "view" },
  { id: "themeDark", group: "look", menu: "view" },
  { id: "themeSystem", group: "look", menu: "view" },
  { id: "contrastNormal", group: "look", menu: "view" },
  { id: "contrastHigh", group: "look", menu: "view" },
  { id: "contrastSystem", group: "look", menu: "view" },
  { id: "densityCompact", group: "look", menu: "view" },
  { id: "densityNormal", group: "look", menu: "view" },
  { id: "densityAisle", group: "look", menu: "view" },
  { id: "languageEnglish", group: "look", menu: "view" },
  { id: "languageRussian", group: "look", menu: "view" },

  { id: "lock", keys: "mod+l", group: "session", menu: "file", isAlwaysHeard: true },
  { id: "switchOperator", group: "session", menu: "file" },
  { id: "signOut", group: "session", menu: "file" },
] as const satisfies readonly Command[];

/** In the order in which the palette and the sheet show them. */
export const commandGroups = ["everywhere", "work", "list", "task", "places", "look", "session"] as const;
export type CommandGroup = (typeof commandGroups)[number];

export interface Command {
  readonly id: string;
  /** One key, a key with `mod+`, `mod+shift+` or `shift+`, or two keys one after the other with a blank between. */
  readonly keys?: string;
  /** Heard as well, and not shown. */
  readonly otherKeys?: readonly string[];
  readonly group: CommandGroup;
  /** Of the application. */
  readonly menu: MenuName;
  /** Left out for whoever may not make this call. */
  readonly right?: CallName;
  /** Also past an open dialog. */
  readonly isAlwaysHeard?: boolean;
}
export type CommandId = (typeof commands)[number]["id"];

/** The table without what TypeScript knows of each row. */
export const commandTable: readonly (Command & { readonly id: CommandId })[] = commands;

export function isCommandId(id: string): id is CommandId {
  return commandTable.some((command) => command.id === id);
}
