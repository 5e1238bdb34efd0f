export type Method = (...values: readonly unknown[]) => Promise<unknown>;

/** The repository with every method in another wrapping. */
export function withEveryMethod<T extends object>(repository: T, wrap: (method: Method) => Method): T {
  const wrapped = Object.entries(repository).map(([name, method]) => [name, wrap(method as Method)] as const);
  return Object.fromEntries(wrapped) as T;
}
