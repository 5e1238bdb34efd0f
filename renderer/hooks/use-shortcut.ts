import { useEffect, useLayoutEffect, useRef } from "react";
import { createBurstReader, scannerPauseMs } from "../key-burst";
import { createKeyReader, isAlwaysHeard, type ShortcutId } from "../keyboard";
import { useConsole } from "../stores/console-store";

const handlers = new Map<ShortcutId, (() => void)[]>();

/** Gives a shortcut its meaning while the component is shown. The innermost, latest component wins. */
export function useShortcut(id: ShortcutId, handler: () => void, isEnabled = true): void {
  const latest = useRef(handler);
  useLayoutEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    if (!isEnabled) return undefined;
    const run = (): void => {
      latest.current();
    };
    handlers.set(id, [...(handlers.get(id) ?? []), run]);
    return () => {
      handlers.set(id, (handlers.get(id) ?? []).filter((one) => one !== run)); // prettier-ignore
    };
  }, [id, isEnabled]);
}

/** The shortcuts that mean something right now, for the palette. */
export function availableShortcuts(): readonly ShortcutId[] {
  return [...handlers].filter(([, stack]) => stack.length > 0).map(([id]) => id);
}

export function runShortcut(id: ShortcutId): void {
  handlers.get(id)?.at(-1)?.();
}

function hasMeaning(id: ShortcutId): boolean {
  return (handlers.get(id) ?? []).length > 0;
}

/** Moving in a list does no harm when a scanner does it. */
const harmless: ReadonlySet<ShortcutId> = new Set(["nextRow", "previousRow"]);
/** As long as a slow scanner needs for the characters that give it away. */
const doubtMs = 2 * scannerPauseMs + 20;

/**
 * Listens to the keyboard for the whole window; used once, by the frame. A single key is a shortcut only when no scanner typed it: what it means waits
 * until that is certain.
 */
export function useKeyboard(): void {
  useEffect(() => {
    const read = createKeyReader();
    const isScan = createBurstReader();
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || !mayHear(event)) return;
      if (useConsole.getState().description?.access === "locked") return;
      const isWithKey = event.ctrlKey || event.metaKey || event.altKey;
      const id = read(event);
      if (!isWithKey && isScan(event.key)) {
        clearTimeout(waiting);
        return;
      }
      if (id === undefined || !hasMeaning(id)) return;
      event.preventDefault();
      if (isWithKey || harmless.has(id) || event.key.length > 1) runShortcut(id);
      else waiting = setTimeout(() => runShortcut(id), doubtMs);
    };
    window.addEventListener("keydown", listen);
    return () => {
      clearTimeout(waiting);
      window.removeEventListener("keydown", listen);
    };
  }, []);
}

/** Typing belongs to the field and the keyboard to an open dialog; only Escape and keys with Ctrl reach past a field. */
function mayHear(event: KeyboardEvent): boolean {
  if (isAlwaysHeard(event)) return true;
  const { target } = event;
  if (!(target instanceof HTMLElement)) return true;
  if (document.querySelector("[role=dialog], [role=menu]")) return false;
  const isTyping = target.matches("input, textarea, select, [contenteditable]");
  const isOperated = event.key === "Enter" && target.matches("button, a, [role=button]");
  if (isOperated && !event.ctrlKey) return false;
  return !isTyping || event.ctrlKey || event.metaKey || event.key === "Escape";
}
