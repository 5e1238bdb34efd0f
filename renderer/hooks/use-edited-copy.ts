import { useMemo } from "react";
import { useKeptForm } from "./use-kept-form";

interface Versioned {
  readonly revision: number;
}

export interface EditedCopy<Draft> {
  readonly draft: Draft;
  readonly change: (values: Partial<Draft>) => void;
  /** Something was entered that is not saved. */
  readonly isDirty: boolean;
  /** Somebody saved the record after the editing began. */
  readonly isBehind: boolean;
  /** The revision that the draft is based on. */
  readonly revision: number;
  /** Back to the saved record; also after a save, when the record is the draft. */
  readonly revert: () => void;
}

interface Kept<Draft> {
  readonly revision: number;
  readonly draft: Draft;
}

const firstRevision = 0;

/**
 * A draft of a record under edit. Untouched, it follows the record; once touched, it is kept as it is, whatever happens
 * to the record. `saved` is null for a record that does not exist yet. `draftOf` has to be a stable function.
 */
export function useEditedCopy<Saved extends Versioned, Draft extends object>(
  key: string,
  saved: Saved | null,
  draftOf: (saved: Saved | null) => Draft,
): EditedCopy<Draft> {
  const kept = useKeptForm<Kept<Draft> | null>(key, null);
  const savedDraft = useMemo(() => draftOf(saved), [draftOf, saved]);
  const savedRevision = saved?.revision ?? firstRevision;
  const isDirty = kept.values !== null && JSON.stringify(kept.values.draft) !== JSON.stringify(savedDraft);
  const base = isDirty ? kept.values : { revision: savedRevision, draft: savedDraft };

  return {
    ...base,
    isDirty,
    isBehind: base.revision < savedRevision,
    change: (values) => {
      kept.change((before) => {
        const from = before && before.revision >= base.revision ? before : base;
        return { revision: from.revision, draft: { ...from.draft, ...values } };
      });
    },
    revert: kept.forget,
  };
}
