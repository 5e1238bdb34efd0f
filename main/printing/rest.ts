import { backoff, timeUntil } from "../domain/backoff";
import type { Clock } from "../ports/host";

/** How long printers are left alone after they could not print. */
export interface Rest {
  /** Milliseconds until the printer may be tried; 0 when it may. */
  until(printerId: string, now: number): number;
  /** One more failure in a row: a longer rest. */
  lengthen(printerId: string): void;
  take(printerId: string, forMs: number): void;
  end(printerId: string): void;
  /** Everybody is tried at once; who fails again rests as long as before. */
  endAll(): void;
}

const firstMs = 2_000;
const limitMs = 60_000;

export function createRest(clock: Clock): Rest {
  const failures = new Map<string, number>();
  const ends = new Map<string, number>();
  const take = (printerId: string, forMs: number): void => void ends.set(printerId, clock.now() + forMs);
  return {
    until: (printerId, now) => timeUntil(ends.get(printerId) ?? 0, now),
    lengthen(printerId) {
      const count = (failures.get(printerId) ?? 0) + 1;
      failures.set(printerId, count);
      take(printerId, backoff(count, firstMs, limitMs));
    },
    take,
    end(printerId) {
      failures.delete(printerId);
      ends.delete(printerId);
    },
    endAll: () => ends.clear(),
  };
}
