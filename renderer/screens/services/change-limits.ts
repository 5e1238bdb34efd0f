import type { Resource } from "../../../main/contract/shapes/tariff";

/** Between what an amount of a running service may be set, and in which steps from the included amount on. */
export interface ChangeLimits {
  readonly lowest: number;
  readonly highest: number;
  readonly step: number;
  /** Why it cannot be set freely; null where it can. */
  readonly only: "up" | "down" | null;
}

type Limiting = Pick<Resource, "included" | "minimum" | "maximum" | "step" | "changeBy">;

/** The limits for staff: what only the customer may not change, staff may. */
export function changeLimits(resource: Limiting, current: number): ChangeLimits {
  const lowest = Math.max(resource.included, resource.minimum);
  const highest = resource.maximum;
  const { step } = resource;
  switch (resource.changeBy) {
    case "anyone":
    case "staff":
      return { lowest, highest, step, only: null };
    case "up-only":
      return { lowest: Math.max(lowest, current), highest, step, only: "up" };
    case "down-only":
      return { lowest, highest: Math.min(highest, current), step, only: "down" };
  }
}
