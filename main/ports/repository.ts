export interface Page<T> {
  readonly rows: readonly T[];
  readonly total: number;
}
export interface PageRequest {
  readonly offset: number;
  readonly limit: number;
}

/** A page of a list that is kept sorted: behind `after`, the `next` of an earlier page, and `offset` rows further on. */
export interface KeysetRequest extends PageRequest {
  /** Null, or a text that is no place of the list: from the start. */
  readonly after: string | null;
}
export interface KeysetPage<T> extends Page<T> {
  /** Where the next page begins; null at the end. */
  readonly next: string | null;
  /** A search found more than a list looks through: `rows` and `total` are of the newest ones. */
  readonly isCapped: boolean;
}

/** A record that carries its revision: `add` stores revision 1; `save` names the revision it was based on and stores the next. */
export interface RecordRepository<T extends { readonly id: string; readonly revision: number }> {
  find(id: string): Promise<T | undefined>;
  list(): Promise<readonly T[]>;
  /** Throws StoreFailure `duplicate` or `broken-reference`. `revision` of the argument is ignored; answers the stored record. */
  add(record: T): Promise<T>;
  /** Saves when the stored revision equals `record.revision`, else throws StoreFailure `stale`. Answers the stored record, revision + 1. */
  save(record: T): Promise<T>;
  /** Throws StoreFailure `broken-reference` while something points at it. */
  remove(id: string): Promise<void>;
}
