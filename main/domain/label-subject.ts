import type { LabelKind, LabelSubject } from "../contract/shapes/label";
import { assertNever } from "./assert-never";

/** A thing that has a short id; text has none. */
export type LabelledSubject = Exclude<LabelSubject, { kind: "text" }>;

/** The canonical text of a thing, such as `server:MODULE:17`: equal for equal subjects, another one for any other. */
export function keyOf(subject: LabelledSubject): string {
  switch (subject.kind) {
    case "service":
      return `service:${subject.serviceId}`;
    case "server":
      return `server:${subject.moduleId}:${String(subject.serverId)}`;
    case "rack":
      return `rack:${subject.moduleId}:${String(subject.rackId)}`;
    case "switch-port":
      return `switch-port:${subject.moduleId}:${String(subject.switchId)}:${String(subject.portId)}`;
    case "pdu-port":
      return `pdu-port:${subject.moduleId}:${String(subject.pduId)}:${String(subject.portId)}`;
    case "cable":
      return `cable:${subject.moduleId}:${String(subject.serverId)}:${subject.to}:${String(subject.connectionId)}`;
    default:
      return assertNever(subject);
  }
}

/** Which kind of label a subject gets. */
export function labelKindOf<Subject extends LabelSubject>(
  subject: Subject,
): Subject extends LabelledSubject ? Exclude<LabelKind, "text"> : LabelKind;
export function labelKindOf({ kind }: LabelSubject): LabelKind {
  switch (kind) {
    case "service":
    case "server":
      return "server";
    case "rack":
      return "rack";
    case "switch-port":
    case "pdu-port":
      return "port";
    case "cable":
      return "cable";
    case "text":
      return "text";
    default:
      return assertNever(kind);
  }
}
