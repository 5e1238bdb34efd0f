import type { Labelled } from "../contract/shapes/label";

type Text = Pick<Labelled, "title" | "place">;

/**
 * The label of a thing that is now called and placed like this. One that was printed with another text needs a new one, and the reason says what changed. A
 * place that is not known any more is no move.
 */
export function relabelled<T extends Labelled>(label: T, now: Text): T {
  const title = now.title === "" ? label.title : now.title;
  const place = now.place === "" ? label.place : now.place;
  if (title === label.title && place === label.place) return label;
  const changed = { ...label, title, place };
  if (label.printedAt === null) return changed;
  const reasons = [
    ...(title === label.title ? [] : [`Renamed from ${label.title}`]),
    ...(place === label.place ? [] : [label.place === "" ? `Placed in ${place}` : `Moved from ${label.place}`]),
  ];
  return { ...changed, needsLabel: true, reason: reasons.join("; ") };
}

/** The label that somebody says is needed, or is not needed any more. */
export function marked<T extends Labelled>(label: T, needsLabel: boolean, reason: string): T {
  if (!needsLabel) return { ...label, needsLabel, reason: "" };
  return { ...label, needsLabel, reason: label.needsLabel && label.reason !== "" ? label.reason : reason };
}
