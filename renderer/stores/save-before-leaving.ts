import { useConsole } from "./console-store";

/** Saves what was typed in the last half second when the window closes or goes out of sight. Returns the function that ends it. */
export function saveBeforeLeaving(): () => void {
  const whenHidden = (): void => {
    if (document.visibilityState === "hidden") saveTyped();
  };
  window.addEventListener("beforeunload", saveTyped);
  document.addEventListener("visibilitychange", whenHidden);
  return () => {
    window.removeEventListener("beforeunload", saveTyped);
    document.removeEventListener("visibilitychange", whenHidden);
  };
}

/** The questions are on their way to the program before the page goes; nobody is there for the answers. */
function saveTyped(): void {
  const { flushDrafts, flushForms } = useConsole.getState();
  void flushDrafts();
  void flushForms();
}
