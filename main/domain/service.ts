import type { ActionRequest } from "../contract/shapes/action";
import type { Service, ServiceState } from "../contract/shapes/service";
import type { TaskKind } from "../contract/shapes/task";
import { addressNeeds } from "./addresses";

const allowedFrom = {
  suspend: ["active"],
  resume: ["suspended"],
  close: ["active", "suspended", "processing"],
  cancel: ["ordered"],
} as const satisfies Record<string, readonly ServiceState[]>;

/** May this be asked of a service in this state. */
export function mayService(verb: keyof typeof allowedFrom, state: ServiceState): boolean {
  return (allowedFrom[verb] as readonly ServiceState[]).includes(state);
}

/** The steps on the panel that belong to a task, in the order in which they must happen. */
export function stepsOf(kind: TaskKind, service: Pick<Service, "amounts">): ActionRequest[] {
  switch (kind) {
    case "set-up":
      return [];
    case "assign-addresses":
      return addressNeeds(service.amounts).map(({ family, count }) => ({ kind: "assign-addresses", family, count }));
    case "suspend":
      return [{ kind: "set-ports", status: "down" }];
    case "resume":
      return [{ kind: "set-ports", status: "up" }];
    case "close":
      return [
        { kind: "cancel-operations" },
        { kind: "release-addresses" },
        { kind: "set-power", power: "off" },
        { kind: "set-ports", status: "down" },
      ];
  }
}

/** Where a service is once all steps of such a task have ended. */
export function stateAfter(kind: TaskKind): ServiceState {
  switch (kind) {
    case "set-up":
      return "processing";
    case "assign-addresses":
    case "resume":
      return "active";
    case "suspend":
      return "suspended";
    case "close":
      return "closed";
  }
}
