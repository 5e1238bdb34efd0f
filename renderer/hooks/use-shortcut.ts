import { useEffect, useLayoutEffect, useRef } from "react";
import { mayCall } from "../../main/contract/rights";
import { commandTable, type CommandId } from "../commands";
import { createBurstReader, scannerPauseMs } from "../key-burst";
import { createKeyReader, isAlwaysHeard } from "../keyboard";
import { useConsole } from "../stores/console-store";

const handlers = new Map<CommandId, (() => void)[]>();
const watchers = new Set<() => void>();

/** Gives a command its meaning while the component is shown. The innermost, latest component wins. */
export function useShortcut(id: CommandId, handler: () => void, isEnabled = true): void {
  useCommandHandlers({ [id]: isEnabled ? handler : undefined });
}

/** The same for several commands at once; one that is undefined means nothing here. */
export function useCommandHandlers(meanings: Partial<Record<CommandId, (() => void) | undefined>>): void {
  const latest = useRef(meanings);
  useLayoutEffect(() => {
    latest.current = meanings;
  });
  const ids = commandTable.map(({ id }) => id).filter((id) => meanings[id] !== undefined);
  const key = ids.join(" ");
  useEffect(() => {
    const mine = ids.map((id) => {
      const run = (): void => {
        latest.current[id]?.();
      };
      handlers.set(id, [...(handlers.get(id) ?? []), run]);
      return { id, run };
    });
    tellWatchers();
    return () => {
      for (const { id, run } of mine) handlers.set(id, (handlers.get(id) ?? []).filter((one) => one !== run)); // prettier-ignore
      tellWatchers();
    };
    // The key stands for the commands; what they mean now is in `latest`.
  }, [key]); // prettier-ignore
}

/** The commands that mean something right now and that whoever works here may give, in the order of the table. */
export function availableCommands(): readonly CommandId[] {
  const { description } = useConsole.getState();
  if (description?.access !== "signed-in") return [];
  return commandTable
    .filter(({ id, right }) => hasMeaning(id) && (right === undefined || mayCall(description.role, right)))
    .map(({ id }) => id);
}

/** Tells when a command has got or lost a meaning. Answers the function that ends it. */
export function watchCommands(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => {
    watchers.delete(watcher);
  };
}

function tellWatchers(): void {
  for (const watcher of watchers) watcher();
}

/** Gives the command; one that means nothing here, or that a role may not give, does nothing. */
export function runCommand(id: CommandId): void {
  if (availableCommands().includes(id)) handlers.get(id)?.at(-1)?.();
}

function hasMeaning(id: CommandId): boolean {
  return (handlers.get(id) ?? []).length > 0;
}

/** Moving in a list does no harm when a scanner does it. */
const harmless: ReadonlySet<CommandId> = new Set(["nextRow", "previousRow"]);
/** As long as a slow scanner needs for the characters that give it away. */
const doubtMs = 2 * scannerPauseMs + 20;

/** Keys that come between a scanner's characters, or behind them. */
const ofScanner: ReadonlySet<string> = new Set([
  "Shift",
  "Control",
  "Alt",
  "AltGraph",
  "Meta",
  "CapsLock",
  "Enter",
  "Tab",
]);

/**
 * Listens to the keyboard for the whole window; used once, by the frame. A single key is a shortcut only when no scanner typed it: what it means waits
 * until that is certain. What is pressed behind it waits with it, or settles it, so that everything happens in the order of the keys.
 */
export function useKeyboard(): void {
  useEffect(() => {
    const read = createKeyReader();
    const isScan = createBurstReader();
    const waiting = createWaitingCommands();
    let wasCovered = false;
    // Escape takes a dialog away before the press arrives below: what it meant is known only on its way down.
    const look = ({ key }: KeyboardEvent): void => {
      wasCovered = isCovered();
      if (key.length > 1 && !ofScanner.has(key)) waiting.runNow();
    };
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || !mayHear(event, wasCovered)) return;
      if (useConsole.getState().description?.access === "locked") return;
      const isWithKey = event.ctrlKey || event.metaKey || event.altKey;
      const id = read(event);
      if (!isWithKey && isScan(event.key)) {
        waiting.drop();
        return;
      }
      if (id === undefined || !availableCommands().includes(id)) return;
      if (isOfField(id, event.target)) return;
      event.preventDefault();
      const isSure = isWithKey || event.key.length > 1;
      if (isSure) waiting.runNow();
      if (isSure || (harmless.has(id) && waiting.isEmpty())) runCommand(id);
      else waiting.add(id);
    };
    window.addEventListener("keydown", look, { capture: true });
    window.addEventListener("keydown", listen);
    return () => {
      waiting.drop();
      window.removeEventListener("keydown", look, { capture: true });
      window.removeEventListener("keydown", listen);
    };
  }, []);
}

/** Commands that may still turn out to be a scanner's letters. */
function createWaitingCommands() {
  let commands: { readonly id: CommandId; readonly timer: ReturnType<typeof setTimeout> }[] = [];
  const drop = (): void => {
    for (const { timer } of commands) clearTimeout(timer);
    commands = [];
  };
  return {
    isEmpty: () => commands.length === 0,
    add(id: CommandId): void {
      const timer = setTimeout(() => {
        commands = commands.filter((one) => one.timer !== timer);
        runCommand(id);
      }, doubtMs);
      commands = [...commands, { id, timer }];
    },
    drop,
    runNow(): void {
      const ids = commands.map(({ id }) => id);
      drop();
      for (const id of ids) runCommand(id);
    },
  };
}

/** Whether something lies over the screen that the keyboard belongs to. */
export function isCovered(): boolean {
  return document.querySelector("[role=dialog], [role=menu]") !== null;
}

/** A search is no part of the form below it: what is taken back there are its own letters. */
function isOfField(id: CommandId, target: EventTarget | null): boolean {
  return (id === "undo" || id === "redo") && target instanceof HTMLElement && target.matches("input[type=search]");
}

/** Typing belongs to the field and the keyboard to an open dialog; only Escape, F-keys and keys with Ctrl reach past a field. */
function mayHear(event: KeyboardEvent, wasCovered: boolean): boolean {
  if (isAlwaysHeard(event)) return true;
  const { target } = event;
  if (!(target instanceof HTMLElement)) return true;
  if (wasCovered) return false;
  const isTyping = target.matches("input, textarea, select, [contenteditable]");
  const isOperated = event.key === "Enter" && target.matches("button, a, summary, [role=button]");
  if (isOperated && !event.ctrlKey) return false;
  return !isTyping || event.ctrlKey || event.metaKey || event.key === "Escape" || /^F\d+$/.test(event.key);
}
