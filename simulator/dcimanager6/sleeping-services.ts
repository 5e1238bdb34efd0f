/** Services that sleep and answer 503 until they were called often enough. */
export interface SleepingServices {
  /** Counts a call of a service; true while it still sleeps. */
  isAsleep(service: string): boolean;
  /** Puts a service back to sleep for so many calls. */
  sleep(service: string, calls: number): void;
}

/** Every service begins asleep for `calls` calls. */
export function createSleepingServices(calls: number): SleepingServices {
  const left = new Map<string, number>();
  return {
    isAsleep: (service) => {
      const remaining = left.get(service) ?? calls;
      left.set(service, Math.max(0, remaining - 1));
      return remaining > 0;
    },
    sleep: (service, times) => {
      left.set(service, times);
    },
  };
}
