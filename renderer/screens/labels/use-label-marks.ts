import { useCallback, useMemo, useState } from "react";
import type { Labelled, LabelSubject } from "../../../main/contract/shapes/label";
import { subjectKey } from "./subject-key";

export interface LabelMarks {
  readonly count: number;
  readonly subjects: readonly LabelSubject[];
  readonly has: (key: string) => boolean;
  readonly toggle: (row: Labelled) => void;
  readonly clear: () => void;
}

/** Things that are marked to be printed together, in the order in which they were marked. */
export function useLabelMarks(): LabelMarks {
  const [marked, setMarked] = useState<ReadonlyMap<string, LabelSubject>>(new Map());
  const toggle = useCallback(({ subject }: Labelled) => {
    setMarked((before) => {
      const after = new Map(before);
      if (!after.delete(subjectKey(subject))) after.set(subjectKey(subject), subject);
      return after;
    });
  }, []);
  const clear = useCallback(() => {
    setMarked(new Map());
  }, []);
  return useMemo(
    () => ({
      count: marked.size,
      subjects: [...marked.values()],
      has: (key: string) => marked.has(key),
      toggle,
      clear,
    }),
    [marked, toggle, clear],
  );
}
