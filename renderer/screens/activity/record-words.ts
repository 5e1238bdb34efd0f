import { phrase } from "../../text/phrase";

/** What kind of record an entry of the journal is about: `label-template` is a label template. */
export function recordWords(record: string): string {
  return phrase(record.replaceAll("-", " "));
}
