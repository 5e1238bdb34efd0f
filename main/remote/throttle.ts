/** Runs a piece of work when one of the places is free; first come, first served. */
export type Throttle = <T>(work: () => Promise<T>) => Promise<T>;

/** At most `places` pieces of work run at the same time. */
export function createThrottle(places: number): Throttle {
  const waiting: (() => void)[] = [];
  let free = places;

  async function enter(): Promise<void> {
    if (free > 0) {
      free -= 1;
      return;
    }
    await new Promise<void>((admit) => waiting.push(admit));
  }

  function leave(): void {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }

  return async (work) => {
    await enter();
    try {
      return await work();
    } finally {
      leave();
    }
  };
}
