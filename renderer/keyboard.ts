import { commandTable, type CommandId } from "./commands";
import { latinKey, type LayoutKey } from "./latin-key";

export interface KeyPress extends LayoutKey {
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** How long the second key of a pair is waited for. */
const pairDelayMs = 1_000;

/** Turns key presses into commands, remembering the first key of a pair. */
export function createKeyReader(now: () => number = Date.now): (press: KeyPress) => CommandId | undefined {
  let pending: { readonly key: string; readonly at: number } | null = null;
  return (press) => {
    const key = nameOf(press);
    const pair = pending && now() - pending.at < pairDelayMs ? `${pending.key} ${key}` : null;
    pending = null;
    const match = findByKeys(pair ?? key);
    if (match) return match.id;
    if (commandTable.some((one) => one.keys?.startsWith(`${key} `) === true)) pending = { key, at: now() };
    return undefined;
  };
}

/** Whether the press reaches the window past an open dialog. */
export function isAlwaysHeard(press: KeyPress): boolean {
  return findByKeys(nameOf(press))?.isAlwaysHeard === true;
}

function findByKeys(keys: string) {
  return commandTable.find((one) => one.keys === keys || one.otherKeys?.includes(keys) === true);
}

/** The keys as caps for the eye: `Ctrl` `K`. Empty for a command without. */
export function keyCaps(id: CommandId): readonly string[] {
  const keys = commandTable.find((one) => one.id === id)?.keys;
  return keys === undefined ? [] : keys.split(/[ +]/).map((key) => capNames[key] ?? key.toUpperCase());
}

const capNames: Readonly<Record<string, string>> = {
  mod: "Ctrl",
  shift: "Shift",
  escape: "Esc",
  enter: "Enter",
  plus: "+",
  "-": "−",
};

function nameOf(press: KeyPress): string {
  const latin = latinKey(press).toLowerCase();
  const key = latin === "+" ? "plus" : latin;
  const isWithMod = press.ctrlKey || press.metaKey;
  // A sign such as `?` or `+` has its Shift in it already.
  const isShifted = press.shiftKey === true && (isWithMod ? /^[a-z]$/.test(key) : key.length > 1 && key !== "plus");
  return `${isWithMod ? "mod+" : press.altKey ? "alt+" : ""}${isShifted ? "shift+" : ""}${key}`;
}
