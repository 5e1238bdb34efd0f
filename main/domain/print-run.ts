import type { LabelValues } from "../contract/shapes/label";
import type { PrintRequest } from "../contract/shapes/printer";

type Copies = Pick<PrintRequest, "copies" | "bothSides">;

/** Labels that each thing gets. */
export function labelsPerThing({ copies, bothSides }: Copies): number {
  return copies * (bothSides ? 2 : 1);
}

/**
 * Values of every label of a run in the order of printing: all copies of a thing lie together, front before rear, so that they come out to be used
 * together. The first `skipped` labels are left out.
 */
export function* valuesOfRun(things: readonly LabelValues[], request: Copies, skipped = 0): Generator<LabelValues> {
  const sides: readonly (string | undefined)[] = request.bothSides ? ["front", "rear"] : [undefined];
  let left = skipped;
  for (const values of things)
    for (let copy = 0; copy < request.copies; copy += 1)
      for (const side of sides) {
        if (left > 0) left -= 1;
        else yield side === undefined ? values : { ...values, side };
      }
}

/** Indexes of the things whose last label is among those from `from` up to, but not including, `to`. */
export function thingsFinished(request: Copies, from: number, to: number): readonly number[] {
  const each = labelsPerThing(request);
  const first = Math.floor(from / each);
  return Array.from({ length: Math.max(0, Math.floor(to / each) - first) }, (_, index) => first + index);
}
