import { useEffect, useState } from "react";

const tickMs = 250;

/** Whole seconds until an instant, counted down; zero when it has passed or there is none. */
export function useSecondsUntil(instant: number | null): number {
  const [now, setNow] = useState(() => Date.now());
  const isAhead = instant !== null && instant > now;
  useEffect(() => {
    setNow(Date.now());
  }, [instant]);
  useEffect(() => {
    if (!isAhead) return undefined;
    const timer = setInterval(() => {
      setNow(Date.now());
    }, tickMs);
    return () => {
      clearInterval(timer);
    };
  }, [isAhead]);
  return isAhead ? Math.ceil((instant - now) / 1_000) : 0;
}
