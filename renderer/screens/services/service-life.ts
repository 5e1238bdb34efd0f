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

const changeable: ReadonlySet<ServiceState> = new Set<ServiceState>(["active", "suspended"]);
const closable: ReadonlySet<ServiceState> = new Set<ServiceState>([
  "processing",
  "active",
  "suspending",
  "suspended",
  "resuming",
  "changing",
]);

/** States that can be left again while nobody has carried anything out. */
export type WithdrawableState = Extract<ServiceState, "ordered" | "suspending" | "resuming" | "changing">;

/** Whether the configuration of a service in this state can be changed. */
export function mayChange(state: ServiceState): boolean {
  return changeable.has(state);
}

export function mayClose(state: ServiceState): boolean {
  return closable.has(state);
}

export function isWithdrawable(state: ServiceState): state is WithdrawableState {
  return state === "ordered" || state === "suspending" || state === "resuming" || state === "changing";
}
