import { latinKey, type LayoutKey } from "./latin-key";

/** Every shortcut of the window: the listener, the palette and the sheet all read this table. */
export const shortcuts = [
  { id: "openPalette", keys: "mod+k", group: "everywhere" },
  { id: "showShortcuts", keys: "?", group: "everywhere" },
  { id: "goOverview", keys: "g d", group: "everywhere" },
  { id: "goQueue", keys: "g q", group: "everywhere" },
  { id: "goInbox", keys: "g i", group: "everywhere" },
  { id: "goServices", keys: "g s", group: "everywhere" },
  { id: "goServers", keys: "g v", group: "everywhere" },
  { id: "goRacks", keys: "g r", group: "everywhere" },
  { id: "goLabels", keys: "g l", group: "everywhere" },
  { id: "goTariffs", keys: "g t", group: "everywhere" },
  { id: "goModules", keys: "g m", group: "everywhere" },
  { id: "goActivity", keys: "g a", group: "everywhere" },
  { id: "goSettings", keys: "g e", group: "everywhere" },
  { id: "newOrder", keys: "n", group: "everywhere" },
  { id: "goBack", keys: "escape", group: "everywhere" },
  { id: "lock", keys: "mod+l", group: "everywhere", isAlwaysHeard: true },
  { id: "focusSearch", keys: "/", group: "list" },
  { id: "nextRow", keys: "j", group: "list" },
  { id: "previousRow", keys: "k", group: "list" },
  { id: "openRow", keys: "enter", group: "list" },
  { id: "markRow", keys: "x", group: "list" },
  { id: "printLabel", keys: "p", group: "list" },
  { id: "acceptTask", keys: "a", group: "task" },
  { id: "editCard", keys: "e", group: "task" },
  { id: "closeTask", keys: "c", group: "task" },
  { id: "releaseTask", keys: "r", group: "task" },
  { id: "submitForm", keys: "mod+enter", group: "task" },
] as const satisfies readonly Shortcut[];

interface Shortcut {
  readonly id: string;
  /** One key, a key with `mod+`, or two keys one after the other with a blank between. */
  readonly keys: string;
  readonly group: "everywhere" | "list" | "task";
  /** Also past an open dialog. */
  readonly isAlwaysHeard?: boolean;
}
export type ShortcutId = (typeof shortcuts)[number]["id"];

export interface KeyPress extends LayoutKey {
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** How long the second key of a pair is waited for. */
const pairDelayMs = 1_000;

/** Turns key presses into shortcuts, remembering the first key of a pair. */
export function createKeyReader(now: () => number = Date.now): (press: KeyPress) => ShortcutId | undefined {
  let pending: { readonly key: string; readonly at: number } | null = null;
  return (press) => {
    const key = nameOf(press);
    const pair = pending && now() - pending.at < pairDelayMs ? `${pending.key} ${key}` : null;
    pending = null;
    const match = shortcuts.find((one) => one.keys === (pair ?? key));
    if (match) return match.id;
    if (shortcuts.some((one) => one.keys.startsWith(`${key} `))) pending = { key, at: now() };
    return undefined;
  };
}

/** Whether the press reaches the window past an open dialog. */
export function isAlwaysHeard(press: KeyPress): boolean {
  const table: readonly Shortcut[] = shortcuts;
  return table.some((one) => one.isAlwaysHeard === true && one.keys === nameOf(press));
}

/** The keys as caps for the eye: `Ctrl` `K`. */
export function keyCaps(id: ShortcutId): readonly string[] {
  const keys = shortcuts.find((one) => one.id === id)?.keys ?? "";
  return keys.split(/[ +]/).map((key) => capNames[key] ?? key.toUpperCase());
}

const capNames: Readonly<Record<string, string>> = { mod: "Ctrl", escape: "Esc", enter: "Enter" };

function nameOf(press: KeyPress): string {
  const key = latinKey(press).toLowerCase();
  return press.ctrlKey || press.metaKey ? `mod+${key}` : press.altKey ? `alt+${key}` : key;
}
