import type { Placement } from "./workstation";

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const smallestWindow = { width: 960, height: 640 };
const usualWindow = { width: 1440, height: 900 };
/** So much of the window has to be on a screen that it can be gripped. */
const grip = 80;

/** Where to put the window: where it was, unless that screen is gone; never larger than the first screen's work area when it is new. */
export function placeWindow(saved: Placement | null, workAreas: readonly Area[]): Partial<Area> {
  if (saved && workAreas.some((area) => isWithinReach(saved, area))) {
    const { x, y, width, height } = saved;
    return { x, y, width, height };
  }
  const [first] = workAreas;
  return {
    width: Math.min(usualWindow.width, first?.width ?? usualWindow.width),
    height: Math.min(usualWindow.height, first?.height ?? usualWindow.height),
  };
}

function isWithinReach(window: Area, area: Area): boolean {
  const overlapWidth = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  return overlapWidth >= grip && window.y >= area.y && window.y <= area.y + area.height - grip;
}
