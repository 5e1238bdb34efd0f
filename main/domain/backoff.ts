/** Growing delays in milliseconds: doubles from `firstMs` with each failure, never above `limitMs`. `failures` counts from 1. */
export function backoff(failures: number, firstMs: number, limitMs: number): number {
  return Math.min(limitMs, firstMs * 2 ** Math.min(Math.max(failures - 1, 0), 30));
}
