/** Takes down what became of a record: its state before and after, undefined where there was none. */
export type Tell = (record: string, id: string, before: object | undefined, after: object | undefined) => void;

interface Revisioned {
  readonly revision: number;
}

interface Writable<T> {
  find(id: string): Promise<T | undefined>;
  add(record: T): Promise<T>;
  save(record: T): Promise<T>;
}

/** The ways to write a record, with every change told. */
export function writes<T extends Revisioned>(
  repository: Writable<T>,
  record: string,
  idOf: (one: T) => string,
  tell: Tell,
): Writable<T> {
  const found = new Map<string, T>();

  /** Nobody else writes meanwhile, so what was found in this transaction at the revision that is saved now is what stands there. */
  async function before(one: T): Promise<T | undefined> {
    const known = found.get(idOf(one));
    return known?.revision === one.revision ? known : repository.find(idOf(one));
  }

  return {
    async find(id) {
      const one = await repository.find(id);
      if (one) found.set(id, one);
      return one;
    },
    async add(one) {
      const added = await repository.add(one);
      tell(record, idOf(added), undefined, added);
      return added;
    },
    async save(one) {
      const was = await before(one);
      const saved = await repository.save(one);
      tell(record, idOf(saved), was, saved);
      return saved;
    },
  };
}
