import { expect } from "vitest";
import { StoreFailure } from "../../main/ports/failure";

/** The StoreFailure that a promise is rejected with. */
export async function failureOf(promise: Promise<unknown>): Promise<StoreFailure> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StoreFailure);
  return error as StoreFailure;
}
