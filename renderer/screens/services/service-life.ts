import type { ServiceState } from "../../../main/contract/shapes/service";

export interface LifeStage {
  /** The state to name at this place of the line. */
  readonly state: ServiceState;
  readonly position: "past" | "now" | "ahead" | "skipped";
}

/** A suspended service stands where an active one does: suspension is a pause, not a step towards the end. */
const places: readonly (readonly [ServiceState, ...ServiceState[]])[] = [
  ["ordered"],
  ["processing"],
  ["active", "suspending", "suspended", "resuming", "changing"],
  ["closing"],
  ["closed"],
];

/** The line of a service's life, from order to end, with where it is now. */
export function serviceLife(state: ServiceState, wasActivated: boolean): readonly LifeStage[] {
  const current = places.findIndex((place) => place.includes(state));
  const isWithdrawn = state === "closed" && !wasActivated;
  return places.map((place, index) => {
    if (index === current) return { state, position: "now" };
    if (index > current) return { state: place[0], position: "ahead" };
    return { state: place[0], position: isWithdrawn && index > 0 ? "skipped" : "past" };
  });
}

/** Whether the configuration of a service in this state can be changed. */
export function mayChange(state: ServiceState): boolean {
  return state === "active" || state === "suspended";
}
