import { useLayoutEffect, useRef, useState, type RefObject } from "react";
import { flushSync } from "react-dom";

/** Below this width a row takes two lines. */
const leastWidth = 680;

/** Whether there is room for columns. */
export function useIsTable(): { readonly ref: RefObject<HTMLDivElement | null>; readonly isTable: boolean } {
  const ref = useRef<HTMLDivElement>(null);
  const [isTable, setIsTable] = useState(false);
  useLayoutEffect(() => {
    const measured = ref.current;
    if (!measured) return undefined;
    const measure = (): void => {
      setIsTable(measured.clientWidth >= leastWidth);
    };
    measure();
    const observer = new ResizeObserver(() => {
      // Before the frame is drawn: a frame of squeezed columns would flash.
      flushSync(measure);
    });
    observer.observe(measured);
    return () => {
      observer.disconnect();
    };
  }, []);
  return { ref, isTable };
}
