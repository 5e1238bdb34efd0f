import type { LabelKind, LabelSubject } from "../../../main/contract/shapes/label";

const kinds = {
  service: "server",
  server: "server",
  rack: "rack",
  "switch-port": "port",
  "pdu-port": "port",
  cable: "cable",
  text: "text",
} as const satisfies Readonly<Record<LabelSubject["kind"], LabelKind>>;

/** The kind of template that a subject's label is made by. */
export function labelKindOf(subject: LabelSubject): LabelKind {
  return kinds[subject.kind];
}

/** The kinds among some subjects, each once, in the order of their first one. */
export function kindsAmong(subjects: readonly LabelSubject[]): readonly LabelKind[] {
  return [...new Set(subjects.map(labelKindOf))];
}
