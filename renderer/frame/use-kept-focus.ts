import { useEffect } from "react";
import { focusInside } from "./panes";

/** Dialogs and menus that close give the focus back themselves; only afterwards is it known to be lost. */
const settleMs = 120;

/**
 * Keeps the focus in the window: when what had it is gone (a removed record, a row behind another screen), the nearest part that is still there
 * gets it. Otherwise the next Tab would begin at the top of the page.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let way: readonly HTMLElement[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const note = ({ target }: FocusEvent): void => {
      if (target instanceof HTMLElement) way = wayUp(target);
    };
    const restore = (): void => {
      timer = undefined;
      const [last, ...around] = way;
      if (document.activeElement !== document.body || last?.isConnected !== false) return;
      const nearest = around.find((part) => part.isConnected && focusInside(part));
      const main = document.querySelector<HTMLElement>("main");
      if (nearest === undefined && main !== null && !focusInside(main)) main.focus();
    };
    const observer = new MutationObserver(() => {
      if (document.activeElement === document.body) timer ??= setTimeout(restore, settleMs);
    });
    document.addEventListener("focusin", note);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener("focusin", note);
    };
  }, []);
}

/** The element and what it lies in, up to the part of the window. */
function wayUp(element: HTMLElement): readonly HTMLElement[] {
  const way: HTMLElement[] = [];
  for (let part: HTMLElement | null = element; part !== null && part !== document.body; part = part.parentElement) {
    way.push(part);
    if (part.id === "root" || part.tagName === "MAIN") break;
  }
  return way;
}
