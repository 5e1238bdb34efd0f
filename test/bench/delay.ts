export function delay(delayMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delayMs));
}

/** Asks until there is an answer; one that throws is asked again as well. */
export async function until<Value>(
  limitMs: number,
  ask: () => Value | undefined | Promise<Value | undefined>,
): Promise<Value> {
  const endAt = Date.now() + limitMs;
  for (;;) {
    const answer = await Promise.resolve()
      .then(ask)
      .catch(() => undefined);
    if (answer !== undefined) return answer;
    if (Date.now() > endAt) throw new Error(`Nothing came within ${limitMs} ms`);
    await delay(5);
  }
}
