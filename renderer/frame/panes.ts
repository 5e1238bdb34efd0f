/** The parts of the window that F6 goes through, in reading order. */
const panes = ".rail, main, [data-pane], .status-bar";
const focusable =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), summary, [tabindex="0"]';
/** Where somebody is in a part, before its first control. */
const present = "[aria-current=page], [role=listbox], [role=grid], [role=option][aria-selected=true]";

/** Moves the focus to the next part of the window, or to the one before, round in a circle. */
export function focusNextPane(direction: 1 | -1): void {
  const parts = [...document.querySelectorAll<HTMLElement>(panes)].filter((pane) => pane.getClientRects().length > 0);
  // A screen of several parts is none itself.
  const shown = parts.filter((pane) => !parts.some((other) => other !== pane && pane.contains(other)));
  const here = shown.findIndex((pane) => pane.contains(document.activeElement));
  const first = direction === 1 ? 0 : shown.length - 1;
  const next = here === -1 ? first : (here + direction + shown.length) % shown.length;
  // A part without anything to focus is passed over.
  for (let step = 0; step < shown.length; step += 1) {
    const pane = shown[(next + step * direction + shown.length * shown.length) % shown.length];
    if (pane && focusInside(pane)) return;
  }
}

/** Focuses where somebody is in this part of the window, else its first control. False when it has none. */
export function focusInside(part: HTMLElement): boolean {
  const candidates = [...part.querySelectorAll<HTMLElement>(present), ...part.querySelectorAll<HTMLElement>(focusable)];
  for (const candidate of candidates) {
    if (candidate.getClientRects().length === 0) continue;
    candidate.focus();
    if (candidate === document.activeElement) return true;
  }
  return false;
}
