import { useEffect } from "react";
import { useConsole } from "../stores/console-store";

/** A scanner types, so it counts as a keyboard. */
const signsOfLife = ["keydown", "pointerdown", "pointermove", "wheel"] as const;
const minuteMs = 60_000;

/** Locks the console when nobody has touched keyboard, pointer or scanner for as long as the site says. */
export function useIdleLock(): void {
  const minutes = useConsole((state) => state.description?.lockAfterMinutes ?? null);
  const isOpen = useConsole((state) => state.description?.access === "signed-in");
  useEffect(() => {
    if (minutes === null || !isOpen) return undefined;
    return watchIdleness(minutes * minuteMs, () => void useConsole.getState().lock());
  }, [minutes, isOpen]);
}

function watchIdleness(limitMs: number, lock: () => void): () => void {
  let lastSign = Date.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isOver = (): boolean => Date.now() - lastSign >= limitMs;
  const look = (): void => {
    if (isOver()) lock();
    else timer = setTimeout(look, lastSign + limitMs - Date.now());
  };
  const note = (): void => {
    // A machine that slept runs its timers late: the first touch must not let somebody in.
    if (isOver()) lock();
    else lastSign = Date.now();
  };
  for (const name of signsOfLife) window.addEventListener(name, note, { capture: true, passive: true });
  timer = setTimeout(look, limitMs);
  return () => {
    clearTimeout(timer);
    for (const name of signsOfLife) window.removeEventListener(name, note, { capture: true });
  };
}
