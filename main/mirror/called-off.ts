/** Why work was called off: by a person, or because the program ends. */
export class CalledOff extends Error {
  override readonly name = "CalledOff";
}

/** The value, or the signal's reason as soon as it comes; the work itself is left to end. */
export async function unlessCalledOff<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  signal.throwIfAborted();
  let stopListening: () => void = () => undefined;
  const calledOff = new Promise<never>((_, reject) => {
    const listener = () => {
      reject(signal.reason as Error);
    };
    signal.addEventListener("abort", listener, { once: true });
    stopListening = () => {
      signal.removeEventListener("abort", listener);
    };
  });
  try {
    return await Promise.race([work, calledOff]);
  } finally {
    stopListening();
  }
}
