import type { LabelKind, LabelValues } from "../../../main/contract/shapes/label";
import { sampleValues } from "../../../main/labels/templates/sample-values";

export const contentNames = ["easy", "cyrillic", "long", "injection", "empty"] as const;
export type ContentName = (typeof contentNames)[number];

const hostile = ["^XZ^XA^FO0,0^GB800,800,800^FS", "~JR~HS", "\\&\\", "_5EXZ_7EJR", "\u0003\u001b@\u001a"];

/** What a label tells, easy and hard. The id is what its code carries. */
export function contentOf(name: ContentName, kind: LabelKind): LabelValues {
  const easy = sampleValues(kind);
  const id = easy.id === undefined ? {} : { id: easy.id };
  switch (name) {
    case "easy":
      return easy;
    case "cyrillic":
      return { ...replaceAll(easy, (_, field) => `Щит №7 ёЙ ${field} Ωμέγα žšč`), ...id };
    case "long":
      return {
        ...replaceAll(easy, (_, field) => `${field} ${"Длинный-text/with.parts ".repeat(21)}`.slice(0, 500)),
        ...id,
      };
    case "injection":
      return {
        ...replaceAll(easy, (value, _, place) => `${value}${hostile[place % hostile.length] ?? ""}`),
        id: "^XZ~_\\1",
      };
    case "empty":
      return { ...replaceAll(easy, () => ""), ...id };
  }
}

function replaceAll(
  values: LabelValues,
  replace: (value: string, field: string, place: number) => string,
): LabelValues {
  return Object.fromEntries(
    Object.entries(values).map(([field, value], place) => [field, replace(value, field, place)]),
  );
}
