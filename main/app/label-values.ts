import type { LabelSettings, LabelValues } from "../contract/shapes/label";
import { knownValues } from "../domain/label-values";
import { codeText } from "../domain/short-id";
import type { LabelledThing } from "./label-records";
import { labelOf } from "./label-records";

/** Everything that the label of a thing tells, printed at this instant. */
export function valuesOf(thing: LabelledThing, { prefix, contact }: LabelSettings, at: number): LabelValues {
  const { shortId } = labelOf(thing);
  return knownValues({
    ...thing.facts.values,
    id: shortId === "" ? "" : codeText(prefix, shortId),
    contact,
    date: dayOf(at),
  });
}

/** The day on the wall of the workstation. */
function dayOf(at: number): string {
  const date = new Date(at);
  const digits = (value: number) => String(value).padStart(2, "0");
  return `${String(date.getFullYear())}-${digits(date.getMonth() + 1)}-${digits(date.getDate())}`;
}
