import type { SearchKind } from "../contract/shapes/search";

/** Something that a search found, with the texts that tell of it. */
export interface Finding {
  readonly kind: SearchKind;
  /** Of the record; for a thing of a panel its id there as text. */
  readonly id: string;
  readonly moduleId: string | null;
  /** The server itself, or the one behind an address. */
  readonly serverId: number | null;
  readonly title: string;
  /** Where it is and whose it is. */
  readonly place: readonly string[];
  /** What else of it can be searched for. */
  readonly texts: readonly string[];
}

export interface Findings {
  readonly found: readonly Finding[];
  /** The one thing that the text names whole, such as the server behind an address; undefined when it names none, or several. */
  readonly exact: Finding | undefined;
}

/** The index over everything that has a name. It is as true as the records themselves. */
export interface SearchRepository {
  /**
   * What every word of the text is in: whole words first, then beginnings and pieces of words, the latest first; at most `limit` of each of the kinds.
   * Pieces of one or two letters are found at the beginning of a word only.
   */
  find(text: string, kinds: readonly SearchKind[], limit: number): Promise<Findings>;
}
