const edgePx = 36;
const stepPx = 14;

/** Scrolls the racks while something is dragged to their edge, also while the pointer rests there. */
export function createEdgeScroll(onScrolled: (point: Point) => void) {
  let point: Point | null = null;
  let frame = 0;
  const step = (): void => {
    frame = 0;
    const racks = point && document.elementFromPoint(point.clientX, point.clientY)?.closest(".rack-columns");
    if (!racks || !point) return;
    const box = racks.getBoundingClientRect();
    const left = pull(point.clientX, box.left, box.right);
    const top = pull(point.clientY, box.top, box.bottom);
    if (left === 0 && top === 0) return;
    racks.scrollBy({ left, top });
    onScrolled(point);
    frame = requestAnimationFrame(step);
  };
  return {
    follow: (next: Point): void => {
      point = { clientX: next.clientX, clientY: next.clientY };
      if (frame === 0) frame = requestAnimationFrame(step);
    },
    stop: (): void => {
      cancelAnimationFrame(frame);
    },
  };
}

interface Point {
  readonly clientX: number;
  readonly clientY: number;
}

/** How far to scroll for a pointer between two edges; 0 in the middle. */
function pull(at: number, start: number, end: number): number {
  if (at < start + edgePx) return -stepPx;
  return at > end - edgePx ? stepPx : 0;
}
