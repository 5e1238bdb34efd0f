import type { ActionRequest } from "../contract/shapes/action";
import type { Service, ServiceState } from "../contract/shapes/service";
import type { TaskKind } from "../contract/shapes/task";
import { addressChanges, addressNeeds } from "./addresses";
import { freedHostname } from "./installation";
import { planOf } from "./plan";
import type { Planned } from "./plan";

const allowedFrom = {
  suspend: ["active"],
  resume: ["suspended"],
  change: ["active", "suspended"],
  close: ["processing", "active", "suspending", "suspended", "resuming", "changing"],
  /** An order, or a change, a suspension or a resumption that a person has not carried out yet. */
  withdraw: ["ordered", "suspending", "resuming", "changing"],
} as const satisfies Record<string, readonly ServiceState[]>;

/** May this be asked of a service in this state. */
export function mayService(verb: keyof typeof allowedFrom, state: ServiceState): boolean {
  return (allowedFrom[verb] as readonly ServiceState[]).includes(state);
}

/** The steps on the panel that belong to a task, in the order in which they must happen; none where everything is done by hand. */
export function stepsOf(
  module: Planned,
  kind: TaskKind,
  service: Pick<Service, "amounts" | "pendingChange">,
): ActionRequest[] {
  if (planOf(module, kind) === "by-hand") return [];
  switch (kind) {
    case "set-up":
      return [];
    case "assign-addresses":
      return addressNeeds(service.amounts).map(({ family, count }) => ({ kind: "assign-addresses", family, count }));
    case "suspend":
      return [switchOff(module, true)];
    case "resume":
      return [switchOff(module, false)];
    case "change":
      return service.pendingChange ? addressChanges(service.amounts, service.pendingChange.amounts) : [];
    case "close":
      return module.type === "dsmanager" ? handBack : closeOut;
  }
}

/** DSmanager suspends a server itself; DCImanager 6 has no such order, so the ports are shut. */
function switchOff({ type }: Planned, isSuspended: boolean): ActionRequest {
  return type === "dsmanager"
    ? { kind: "set-enabled", isEnabled: !isSuspended }
    : { kind: "set-ports", status: isSuspended ? "down" : "up" };
}

/** What DCImanager 6 does with a customer's server that leaves [documented: colocation with DCImanager 6, closing the service]. */
const closeOut: ActionRequest[] = [
  { kind: "cancel-operations" },
  { kind: "release-addresses", keepsFirst: false },
  { kind: "set-power", power: "off" },
  { kind: "set-ports", status: "down" },
];

/** The way of a provider's server back into the stock [seen in code: whmcs-dci5]. Enabled comes first: a disabled server takes no orders. */
const handBack: ActionRequest[] = [
  { kind: "cancel-operations" },
  { kind: "set-enabled", isEnabled: true },
  { kind: "set-power", power: "off" },
  { kind: "release-addresses", keepsFirst: true },
  { kind: "set-owner", ownerEmail: null, newUserName: null },
  { kind: "set-hostname", hostname: freedHostname },
];

export interface Opening {
  /** The preset that was sold. */
  readonly serverType: string;
  readonly customer: { readonly name: string; readonly email: string };
  /** Null when the tariff sells no operating system. */
  readonly installation: { readonly image: string; readonly hostname: string; readonly password: string } | null;
}

/** The steps that hand a provider's server over to a customer, in their order. */
export function openingSteps(
  service: Pick<Service, "amounts">,
  { serverType, customer, installation }: Opening,
): ActionRequest[] {
  return [
    { kind: "take-server", serverType },
    { kind: "set-owner", ownerEmail: customer.email, newUserName: customer.name },
    ...(installation ? [{ kind: "install-os" as const, ...installation }] : []),
    ...addressNeeds(service.amounts).map(({ family, count }) => ({ kind: "assign-addresses" as const, family, count })),
  ];
}

/** The service once a task of this kind has ended, at an instant in milliseconds UTC. */
export function serviceAfter(kind: TaskKind, service: Service, at: number): Service {
  switch (kind) {
    case "set-up":
    case "assign-addresses":
    case "resume":
      return { ...service, state: "active", activatedAt: service.activatedAt ?? at };
    case "suspend":
      return { ...service, state: "suspended" };
    case "change": {
      if (!service.pendingChange) return service;
      const { tariffVersion, amounts, choices, price, stateBefore } = service.pendingChange;
      return { ...service, tariffVersion, amounts, choices, price, state: stateBefore, pendingChange: null };
    }
    case "close":
      return { ...service, state: "closed", closedAt: at, addresses: [], pendingChange: null };
  }
}

/** The service as it was before a task that is withdrawn or given up. An order that is withdrawn is closed. */
export function serviceWithout(kind: TaskKind, service: Service, at: number): Service {
  switch (kind) {
    case "set-up":
    case "assign-addresses":
      return service.state === "ordered" ? { ...service, state: "closed", closedAt: at } : service;
    case "suspend":
      return { ...service, state: "active" };
    case "resume":
      return { ...service, state: "suspended" };
    case "change":
      return { ...service, state: service.pendingChange?.stateBefore ?? service.state, pendingChange: null };
    case "close":
      return service;
  }
}
