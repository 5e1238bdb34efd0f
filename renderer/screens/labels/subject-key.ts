import type { LabelSubject } from "../../../main/contract/shapes/label";

/** One text for one thing, for routes and lists. */
export function subjectKey(subject: LabelSubject): string {
  return JSON.stringify(subject);
}

/** The subject behind a key of a route; undefined for a key of another making. */
export function subjectOf(key: string): LabelSubject | undefined {
  try {
    // Routes are made by this window alone, from subjects that the program gave.
    return JSON.parse(key) as LabelSubject;
  } catch {
    return undefined;
  }
}
