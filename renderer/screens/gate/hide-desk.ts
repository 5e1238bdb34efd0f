/** What a listener outside the gate must not hear: it would close a dialog behind it, or hold its wheel. */
const keptInside = ["keydown", "mousedown", "touchstart", "wheel", "touchmove"] as const;

/**
 * Takes everything but the gate out of sight and reach, also dialogs, notifications and whatever opens meanwhile; nothing of it is closed or
 * scrolled. Returns the way back, which also gives the focus back.
 */
export function hideDesk(gate: HTMLElement): () => void {
  const focused = document.activeElement;
  const hide = (): void => {
    for (const part of document.body.children) {
      if (part === gate || part.hasAttribute("data-put-away")) continue;
      part.setAttribute("data-put-away", "");
      part.setAttribute("inert", "");
      part.setAttribute("aria-hidden", "true");
    }
  };
  hide();
  const newcomers = new MutationObserver(hide);
  newcomers.observe(document.body, { childList: true });
  const stop = (event: Event): void => {
    event.stopPropagation();
  };
  for (const name of keptInside) gate.addEventListener(name, stop);
  return () => {
    newcomers.disconnect();
    for (const name of keptInside) gate.removeEventListener(name, stop);
    for (const part of document.querySelectorAll("[data-put-away]"))
      for (const name of ["data-put-away", "inert", "aria-hidden"]) part.removeAttribute(name);
    if (focused instanceof HTMLElement && focused.isConnected) focused.focus({ preventScroll: true });
  };
}

/**
 * Escape closes dialogs from anywhere in the window. While the desk is put away it must not: heard first, it goes no further. To be called before
 * anything is drawn; returns the function that ends it.
 */
export function holdEscapeWhileHidden(): () => void {
  const hold = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && document.querySelector("[data-put-away]") !== null) event.stopImmediatePropagation();
  };
  window.addEventListener("keydown", hold, { capture: true });
  return () => {
    window.removeEventListener("keydown", hold, { capture: true });
  };
}
