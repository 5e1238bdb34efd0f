import type { MouseEvent, PointerEvent } from "react";
import type { Placing } from "./placing";
import type { Drag } from "./use-drag";
import type { PlacingHands } from "./use-placing";

interface Carrying {
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onClickCapture: (event: MouseEvent) => void;
}

/** For what is around the racks: something that was taken up follows the pointer, and a click on units puts it there. */
export function carryingOver(placing: Placing | null, hands: PlacingHands, drag: Drag): Carrying {
  const carried = placing !== null && !placing.isDragged ? placing.carried : null;
  return {
    onPointerMove: (event) => {
      if (carried && event.buttons === 0) drag.hoverAt(carried, 0, event);
    },
    onClickCapture: (event) => {
      const isOnUnits = event.target instanceof Element && event.target.closest(".rack-face-units") !== null;
      const isEndOfDrag = drag.isEndOfDrag();
      if (!isOnUnits || (!carried && !isEndOfDrag)) return;
      event.stopPropagation();
      if (carried && !isEndOfDrag) void hands.place();
    },
  };
}
