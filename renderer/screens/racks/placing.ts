import type { Elevation, RackFace, UnitRun } from "../../../main/contract/shapes/rack";
import type { RackRoute } from "../../parts/rack-route";
import { clampBottom, findObstacle, topOf, type Obstacle } from "./rack-layout";

/** The equipment of a service on its way to its units. */
export interface Carried {
  readonly moduleId: string;
  readonly serviceId: string;
  readonly title: string;
  readonly height: number;
  readonly faces: readonly RackFace[];
  /** Where it is planned so far; null for a card without units. */
  readonly from: (RackRoute & { readonly units: UnitRun }) | null;
}

export interface Placing {
  readonly carried: Carried;
  /** Null while the pointer is over no rack. */
  readonly at: (RackRoute & { readonly bottom: number }) | null;
  /** Follows the pointer with its button down. */
  readonly isDragged: boolean;
  readonly isSending: boolean;
  /** Why it was not placed here; empty while nobody tried. */
  readonly refusal: string;
}

type Rack = Pick<Elevation, "moduleId" | "size" | "blocks">;

/** The first thing that keeps it from standing there; null where it may. */
export function findPlacingObstacle(carried: Carried, rack: Rack, bottom: number): Obstacle | null {
  if (rack.moduleId !== carried.moduleId) return { kind: "other-panel" };
  return findObstacle(rack, { bottom, height: carried.height }, carried.faces, carried.serviceId);
}

/** Where a key moves it inside its rack; null for a key that means nothing here. */
export function bottomAfterKey(key: string, carried: Carried, rack: Rack, bottom: number): number | null {
  const clamp = (wanted: number): number => clampBottom(wanted, carried.height, rack.size);
  switch (key) {
    case "ArrowUp":
      return clamp(bottom + 1);
    case "ArrowDown":
      return clamp(bottom - 1);
    case "Home":
      return clamp(rack.size);
    case "End":
      return 1;
    case "PageUp":
      return nextFit(carried, rack, bottom, 1);
    case "PageDown":
      return nextFit(carried, rack, bottom, -1);
    default:
      return null;
  }
}

/** The next units in that direction that are free; the same ones where there are none. */
function nextFit(carried: Carried, rack: Rack, bottom: number, step: 1 | -1): number {
  for (
    let next = bottom + step;
    next >= 1 && topOf({ bottom: next, height: carried.height }) <= rack.size;
    next += step
  ) {
    if (findPlacingObstacle(carried, rack, next) === null) return next;
  }
  return bottom;
}
