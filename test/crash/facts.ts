import { newServerShape } from "../../main/contract/shapes/action";
import type { ActionRequest } from "../../main/contract/shapes/action";
import type { CallInput, CallName, CallOutput } from "../../main/contract/calls";
import { operator, sealForTest } from "./assignment";
import type { CallSubject } from "./assignment";

/** What must be found under a key of the profile: any of these texts. */
export interface Fact {
  readonly key: string;
  readonly accepted: readonly string[];
}

/** A call that changes something; `value` is undefined while it is not acknowledged. */
export interface Deed {
  readonly call: CallName;
  readonly input: unknown;
  readonly value: unknown;
  readonly about: CallSubject;
}

type FactsOf<Name extends CallName> = (
  input: CallInput<Name>,
  value: CallOutput<Name> | undefined,
  about: CallSubject,
) => Fact[];

type Fields = CallInput<"card.save">["fields"];

const nothing = "nothing";

/** The same text for the same content, whatever the order of the fields. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([left], [right]) => (left < right ? -1 : 1)))
      : part,
  );
}

export function draftText(fields: Fields): string {
  return canonical({ ...fields, password: fields.password === "" ? "" : sealForTest(fields.password) });
}

const fact = (key: string, ...accepted: readonly string[]): Fact => ({ key, accepted });
const serviceState = (id: string | undefined, ...states: readonly string[]) =>
  fact(`service ${id ?? ""} state`, ...states);
const taskState = (id: string | undefined, ...states: readonly string[]) => fact(`task ${id ?? ""} state`, ...states);
const actionsOf = (
  receipt: { readonly actionIds: readonly string[] } | undefined,
  requests: readonly ActionRequest[],
) => (receipt?.actionIds ?? []).map((id) => fact(`action ${id}`, ...requests.map(canonical)));

function cardFacts(serviceId: string | undefined, fields: Fields): Fact[] {
  const { password, identifier: _identifier, ...rest } = fields;
  return [fact(`card ${serviceId ?? ""}`, canonical({ ...rest, sealedPassword: sealForTest(password) }))];
}

const closeOut: readonly ActionRequest[] = [
  { kind: "cancel-operations" },
  { kind: "release-addresses", keepsFirst: false },
  { kind: "set-power", power: "off" },
  { kind: "set-ports", status: "down" },
];
const assignments: readonly ActionRequest[] = [1, 2, 3].flatMap((count) => [
  { kind: "assign-addresses", family: "ipv4", count },
  { kind: "assign-addresses", family: "ipv6", count },
]);

const factsByCall: { readonly [Name in CallName]?: FactsOf<Name> } = {
  "customer.add": ({ name, email }, value) => (value ? [fact(`customer ${value.id}`, canonical({ name, email }))] : []),
  "module.add": ({ name, connection }, value) =>
    value
      ? [fact(`module ${value.id}`, canonical({ name, url: connection?.url, username: connection?.username }))]
      : [],
  "tariff.add": ({ name }, value) => (value ? [fact(`tariff ${value.id}`, canonical({ name }))] : []),
  "order.place": ({ customerId, tariffId, amounts, note }, value) =>
    value
      ? [
          fact(`service ${value.serviceId}`, canonical({ customerId, tariffId, amounts, note })),
          serviceState(value.serviceId, "ordered"),
          taskState(value.taskId, "open"),
        ]
      : [],
  "order.cancel": ({ serviceId }, _value, { taskId }) => [
    serviceState(serviceId, "closed"),
    taskState(taskId, "cancelled"),
  ],
  "task.accept": ({ id }) => [taskState(id, `in-work by ${operator}`)],
  "task.release": ({ id }) => [taskState(id, "open")],
  "task.close": ({ id, card }, value, { serviceId }) =>
    card
      ? [
          taskState(id, "done"),
          fact(`draft ${id}`, nothing),
          ...cardFacts(serviceId, card),
          fact(`label ${serviceId ?? ""}`, card.label),
          serviceState(serviceId, "processing", "active"),
          ...actionsOf(value, assignments),
        ]
      : [taskState(id, "running", "done"), serviceState(serviceId, "closing", "closed"), ...actionsOf(value, closeOut)],
  "draft.save": ({ taskId, fields }) => [fact(`draft ${taskId}`, draftText(fields))],
  "draft.discard": ({ taskId }) => [fact(`draft ${taskId}`, nothing)],
  "card.save": ({ taskId, fields }, _value, { serviceId }) => [
    fact(`draft ${taskId}`, nothing),
    ...cardFacts(serviceId, fields),
  ],
  "service.suspend": ({ id }, value) => [
    serviceState(id, "suspending", "suspended"),
    ...actionsOf(value, [{ kind: "set-ports", status: "down" }]),
  ],
  "service.resume": ({ id }, value) => [
    serviceState(id, "resuming", "active"),
    ...actionsOf(value, [{ kind: "set-ports", status: "up" }]),
  ],
  "service.close": ({ id }, value) => [
    serviceState(id, "closing"),
    ...(value ? [taskState(value.taskId, "open")] : []),
  ],
  "server.create": ({ server }, value) =>
    actionsOf(value, [{ kind: "create-server", server: newServerShape.parse(server) }]),
  "server.set-owner": ({ ownerEmail }, value) =>
    actionsOf(value, [{ kind: "set-owner", ownerEmail, newUserName: null }]),
  "server.set-power": ({ power }, value) => actionsOf(value, [{ kind: "set-power", power }]),
  "server.add-connection": ({ connection }, value) =>
    connection.to === "ipmi" ? [] : actionsOf(value, [{ kind: "add-connection", connection }]),
  "action.discard": ({ id }) => [fact(`discarded ${id}`, "discarded")],
};

/** What the profile must hold once this call was acknowledged, as far as input and value tell. */
export function factsOf({ call, input, value, about }: Deed): Fact[] {
  // The table has each function under the name of its own call, and input and value come from that call.
  const describe = factsByCall[call] as ((input: unknown, value: unknown, about: CallSubject) => Fact[]) | undefined;
  return describe?.(input, value, about) ?? [];
}

/** Under which id the journal has the line of a call; undefined for calls that leave none. */
export function journalKeyOf({ call, input, value, about }: Deed): string | undefined {
  switch (call) {
    case "task.accept":
    case "task.release":
    case "task.close":
      return `${call} ${(input as CallInput<"task.close">).id}`;
    case "card.save":
    case "server.create":
      return `${call} ${about.taskId ?? ""}`;
    case "order.place": {
      const placed = value as CallOutput<"order.place"> | undefined;
      return placed && `${call} ${placed.serviceId}`;
    }
    case "order.cancel":
    case "service.suspend":
    case "service.resume":
    case "service.close":
    case "server.set-owner":
    case "server.set-power":
    case "server.add-connection":
      return `${call} ${about.serviceId ?? ""}`;
    case "action.discard":
      return `${call} ${(input as CallInput<"action.discard">).id}`;
    default:
      return undefined;
  }
}
