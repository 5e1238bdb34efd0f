import { useCallback, useState } from "react";
import type { Draft } from "./template-edit";

export interface TemplateHistory {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Keeps the state before a change; changes of one gesture have one key and are one step back. */
  readonly remember: (before: Draft, gesture: string) => void;
  readonly undo: (present: Draft) => void;
  readonly redo: (present: Draft) => void;
}

interface Steps {
  readonly past: readonly Draft[];
  readonly future: readonly Draft[];
  readonly gesture: string;
}

const nothing: Steps = { past: [], future: [], gesture: "" };
const longestPast = 200;

/** Steps back and forth of an editor whose values live elsewhere; `apply` puts a state in their place. */
export function useTemplateHistory(apply: (draft: Draft) => void): TemplateHistory {
  const [steps, setSteps] = useState(nothing);
  const remember = useCallback((before: Draft, gesture: string) => {
    setSteps((present) => {
      if (gesture !== "" && gesture === present.gesture) return { ...present, future: [] };
      return { past: [...present.past, before].slice(-longestPast), future: [], gesture };
    });
  }, []);
  return {
    canUndo: steps.past.length > 0,
    canRedo: steps.future.length > 0,
    remember,
    undo: (present) => {
      const previous = steps.past.at(-1);
      if (previous === undefined) return;
      setSteps({ past: steps.past.slice(0, -1), future: [present, ...steps.future], gesture: "" });
      apply(previous);
    },
    redo: (present) => {
      const [next, ...future] = steps.future;
      if (next === undefined) return;
      setSteps({ past: [...steps.past, present], future, gesture: "" });
      apply(next);
    },
  };
}
