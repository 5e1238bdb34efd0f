import type { Labelled } from "../contract/shapes/label";

type Text = Pick<Labelled, "title" | "place">;

/**
 * The label of a thing that is now called and placed like this. One that was printed with another text needs a new one, and the reason says what changed. A
 * place that is not known any more, or only known better, is no move.
 */
export function relabelled<T extends Labelled>(label: T, now: Text): T {
  const title = now.title === "" ? label.title : now.title;
  const place = now.place.length < label.place.length && isSamePlace(label.place, now.place) ? label.place : now.place;
  if (title === label.title && place === label.place) return label;
  const changed = { ...label, title, place };
  const reasons = [
    ...(title === label.title ? [] : [`Renamed from ${label.title}`]),
    ...(isSamePlace(label.place, place) ? [] : [`Moved from ${label.place}`]),
  ];
  if (label.printedAt === null || reasons.length === 0) return changed;
  return { ...changed, needsLabel: true, reason: reasons.join("; ") };
}

/** Whether two places are one, of which one text says less: `RIX-1 A12` and `RIX-1 A12 U14`. */
export function isSamePlace(left: string, right: string): boolean {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  return short === "" || short === long || long.startsWith(`${short} `);
}

/** The label that somebody says is needed, or is not needed any more. */
export function marked<T extends Labelled>(label: T, needsLabel: boolean, reason: string): T {
  if (!needsLabel) return { ...label, needsLabel, reason: "" };
  return { ...label, needsLabel, reason: label.needsLabel && label.reason !== "" ? label.reason : reason };
}
