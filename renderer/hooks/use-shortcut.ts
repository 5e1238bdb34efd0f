import { useEffect, useLayoutEffect, useRef } from "react";
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

export function runShortcut(id: ShortcutId): boolean {
  const handler = handlers.get(id)?.at(-1);
  handler?.();
  return handler !== undefined;
}

/** Listens to the keyboard for the whole window; used once, by the frame. */
export function useKeyboard(): void {
  useEffect(() => {
    const read = createKeyReader();
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || !mayHear(event)) return;
      if (useConsole.getState().description?.access === "locked") return;
      const id = read(event);
      if (id && runShortcut(id)) event.preventDefault();
    };
    window.addEventListener("keydown", listen);
    return () => {
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
