import { z } from "zod";
import { actionRequestShape } from "../contract/shapes/action";
import type { ActionEdit, ActionRequest, ActionState, ActionTrouble } from "../contract/shapes/action";

/** The request of an outbox row; undefined when the text does not parse. */
export function parseRequest(text: string): ActionRequest | undefined {
  try {
    const parsed = actionRequestShape.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** The request with its secret, where it has one, turned into another text: sealed, opened or blanked. */
export function withSecret(request: ActionRequest, turn: (secret: string) => string): ActionRequest {
  if (request.kind === "install-os") return { ...request, password: turn(request.password) };
  if (request.kind !== "add-connection" || request.connection.to !== "ipmi") return request;
  return { ...request, connection: { ...request.connection, password: turn(request.connection.password) } };
}

/** The secret that a request carries, sealed as it is stored; undefined where it carries none. */
export function secretOf(request: ActionRequest): string | undefined {
  if (request.kind === "install-os") return request.password;
  return request.kind === "add-connection" && request.connection.to === "ipmi"
    ? request.connection.password
    : undefined;
}

/** The text of an outbox row without the secret in it. A text that does not parse stays as it is. */
export function withoutSecret(text: string): string {
  const request = parseRequest(text);
  return request ? JSON.stringify(withSecret(request, () => "-")) : text;
}

interface Editable {
  readonly state: ActionState;
  readonly trouble: ActionTrouble | null;
  readonly request: string;
}

/** Troubles after which the panel may have carried the order out under its old values. */
const mayHaveHappened: ReadonlySet<ActionTrouble["kind"]> = new Set([
  "unknown-outcome",
  "malformed",
  "operation-failed",
  "timed-out",
]);

/**
 * What of a step can be changed, with its present values; null when nothing can. Only a step that is not with the panel: an owner and
 * a number of addresses are brought about by comparing, so they can always be changed; a server or a cable may be there already.
 */
export function editableOf({ state, trouble, request }: Editable): ActionEdit | null {
  if (state !== "waiting" && state !== "needs-attention") return null;
  const edit = editOf(parseRequest(request));
  if (edit === null || edit.kind === "set-owner" || edit.kind === "assign-addresses") return edit;
  return trouble && mayHaveHappened.has(trouble.kind) ? null : edit;
}

function editOf(request: ActionRequest | undefined): ActionEdit | null {
  switch (request?.kind) {
    case "set-owner":
      return { kind: "set-owner", ownerEmail: request.ownerEmail };
    case "assign-addresses":
      return { kind: "assign-addresses", count: request.count };
    case "create-server":
      return { kind: "create-server", name: request.server.name, units: request.server.units };
    case "add-connection":
      return editOfConnection(request);
    default:
      return null;
  }
}

function editOfConnection({ connection }: Extract<ActionRequest, { kind: "add-connection" }>): ActionEdit | null {
  switch (connection.to) {
    case "switch":
      return { kind: "connect-switch", switchId: connection.switchId, portId: connection.portId };
    case "pdu":
      return { kind: "connect-pdu", pduId: connection.pduId, portId: connection.portId };
    case "ipmi":
      return null;
  }
}

/** The request with the values of an edit; undefined when the edit is one of another kind of step. */
export function applyEdit(request: ActionRequest, edit: ActionEdit): ActionRequest | undefined {
  if (editOf(request)?.kind !== edit.kind) return undefined;
  switch (edit.kind) {
    case "set-owner":
      return request.kind === "set-owner" ? { ...request, ownerEmail: edit.ownerEmail } : undefined;
    case "assign-addresses":
      return request.kind === "assign-addresses" ? { ...request, count: edit.count } : undefined;
    case "create-server": {
      const { name, units } = edit;
      return request.kind === "create-server" ? { ...request, server: { ...request.server, name, units } } : undefined;
    }
    case "connect-switch":
      return {
        kind: "add-connection",
        connection: { to: "switch", switchId: edit.switchId, portId: edit.portId },
      };
    case "connect-pdu":
      return { kind: "add-connection", connection: { to: "pdu", pduId: edit.pduId, portId: edit.portId } };
  }
}

const lastOrderShape = z.object({ lastKey: z.string(), noted: z.string().optional() });

/**
 * What a step keeps of its progress, as JSON, when a person has it tried again. A trouble met while reading tells nothing of the order given before
 * it, so that order is remembered; after any other trouble the person has looked at its outcome. An order that was refused stands in no progress.
 */
export function orderToRemember({
  progress,
  trouble,
}: {
  readonly progress: string | null;
  readonly trouble: ActionTrouble | null;
}): string | null {
  if (progress === null || (trouble?.kind !== "malformed" && trouble?.kind !== "refused")) return null;
  try {
    const parsed = lastOrderShape.safeParse(JSON.parse(progress));
    return parsed.success ? JSON.stringify(parsed.data) : null;
  } catch {
    return null;
  }
}
