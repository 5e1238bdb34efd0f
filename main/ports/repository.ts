export interface Page<T> {
  readonly rows: readonly T[];
  readonly total: number;
}
export interface PageRequest {
  readonly offset: number;
  readonly limit: number;
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
