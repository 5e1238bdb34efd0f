import { useMemo } from "react";
import type { FormDraftStatus } from "../stores/forms";
import { useDraftedForm } from "./use-drafted-form";
import { useKeptForm, type KeptForm } from "./use-kept-form";

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

/** An edited copy that is also a draft in the profile; `discard` drops what was entered, `revert` follows a save. */
export interface DraftedCopy<Draft> extends EditedCopy<Draft> {
  readonly discard: () => void;
  readonly status: FormDraftStatus | undefined;
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
  return useCopy(useKeptForm<Kept<Draft> | null>(key, null), saved, draftOf);
}

/** The same for a form whose entries outlive the program. */
export function useDraftedCopy<Saved extends Versioned, Draft extends object>(
  key: string,
  saved: Saved | null,
  draftOf: (saved: Saved | null) => Draft,
): DraftedCopy<Draft> {
  const kept = useDraftedForm<Kept<Draft> | null>(key, null);
  const copy = useCopy(kept, saved, draftOf);
  return { ...copy, status: copy.isDirty ? kept.draft : undefined, discard: kept.discard };
}

function useCopy<Saved extends Versioned, Draft extends object>(
  kept: KeptForm<Kept<Draft> | null>,
  saved: Saved | null,
  draftOf: (saved: Saved | null) => Draft,
): EditedCopy<Draft> {
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
