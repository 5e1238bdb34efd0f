import { useCallback, useEffect, useRef, type PointerEvent as ReactPointerEvent } from "react";
import type { Carried } from "./placing";
import { createEdgeScroll } from "./edge-scroll";
import { clampBottom } from "./rack-layout";
import { unitAtPointer } from "./unit-at-pointer";
import { knownElevation, type PlacingHands } from "./use-placing";

/** A hand that shakes is not dragging yet. */
const dragAfterPx = 4;

export interface Drag {
  /** Takes hold of something; `grip` is how many units below its top. Without a move it stays a click. */
  readonly hold: (carried: Carried, grip: number, event: ReactPointerEvent) => void;
  /** Whether the click that is heard now is only the end of a drag. */
  readonly isEndOfDrag: () => boolean;
  /** Where it would stand under the pointer; null over no rack. */
  readonly hoverAt: (carried: Carried, grip: number, point: { clientX: number; clientY: number }) => void;
}

/** Dragging by pointer events, which a pen and a finger send as well. */
export function useDrag(hands: PlacingHands): Drag {
  const end = useRef<(() => void) | null>(null);
  const endedAt = useRef(-Infinity);
  useEffect(() => () => end.current?.(), []);

  const hoverAt = useCallback<Drag["hoverAt"]>(
    (carried, grip, point) => {
      const found = unitAtPointer(point);
      const rack = found && knownElevation(found);
      if (!found || !rack) {
        hands.hover(null);
        return;
      }
      const wanted = found.unit + grip - carried.height + 1;
      const bottom = clampBottom(wanted, carried.height, rack.size);
      hands.hover({ moduleId: found.moduleId, rackId: found.rackId, bottom });
    },
    [hands],
  );

  const hold = useCallback<Drag["hold"]>(
    (carried, grip, start) => {
      if (start.button !== 0) return;
      end.current?.();
      const { pointerId } = start;
      let isDragging = false;
      const edges = createEdgeScroll((point) => {
        hoverAt(carried, grip, point);
      });
      const move = (event: PointerEvent): void => {
        if (event.pointerId !== pointerId) return;
        const distance = Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY);
        if (!isDragging && distance < dragAfterPx) return;
        if (!isDragging) hands.drag(carried);
        isDragging = true;
        hoverAt(carried, grip, event);
        edges.follow(event);
      };
      const stop = (): void => {
        edges.stop();
        window.removeEventListener("pointermove", move);
        window.removeEventListener("pointerup", drop);
        window.removeEventListener("pointercancel", giveUp);
        window.removeEventListener("keydown", escape, true);
        end.current = null;
      };
      const drop = (event: PointerEvent): void => {
        if (event.pointerId !== pointerId) return;
        stop();
        if (!isDragging) return;
        endedAt.current = event.timeStamp;
        if (unitAtPointer(event)) void hands.place();
        else hands.cancel();
      };
      const giveUp = (): void => {
        stop();
        if (isDragging) hands.cancel();
      };
      const escape = (event: KeyboardEvent): void => {
        if (event.key !== "Escape" || !isDragging) return;
        event.stopPropagation();
        giveUp();
      };
      window.addEventListener("pointermove", move);
      window.addEventListener("pointerup", drop);
      window.addEventListener("pointercancel", giveUp);
      window.addEventListener("keydown", escape, true);
      end.current = stop;
    },
    [hands, hoverAt],
  );

  const isEndOfDrag = useCallback(() => performance.now() - endedAt.current < clickAfterDropMs, []);
  return { hold, isEndOfDrag, hoverAt };
}

/** The browser sends the click right after the release. */
const clickAfterDropMs = 50;
