import { useEffect } from "react";

/** What can take the focus over from something that lay in it. */
const parts = "[role=dialog], [data-pane], main";
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
      const nearest = around.find((part) => part.isConnected && part.matches(parts));
      focusPart(nearest ?? document.querySelector<HTMLElement>("main"));
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

/** The list of the part, else the part itself: never a field, which would swallow the next shortcut. */
function focusPart(part: HTMLElement | null): void {
  if (part === null) return;
  const list = part.querySelector<HTMLElement>("[role=grid], [role=listbox]");
  if (list === null && !part.hasAttribute("tabindex")) part.tabIndex = -1;
  (list ?? part).focus();
}

/** The element and what it lies in. */
function wayUp(element: HTMLElement): readonly HTMLElement[] {
  const parent = element.parentElement;
  return parent === null ? [element] : [element, ...wayUp(parent)];
}
