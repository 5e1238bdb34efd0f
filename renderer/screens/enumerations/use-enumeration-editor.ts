import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Fault } from "../../../main/contract/faults";
import type { Enumeration } from "../../../main/contract/shapes/enumeration";
import { useCommand } from "../../hooks/use-command";
import { useDraftedCopy, type DraftedCopy } from "../../hooks/use-edited-copy";
import { focusFirstProblem } from "../../parts/focus-problem";
import { issuesByField } from "../../parts/field-issues";
import { useConsole } from "../../stores/console-store";
import {
  emptyEnumerationDraft,
  enumerationContentOf,
  enumerationDraftOf,
  enumerationProblems,
  type EnumerationDraft,
} from "./enumeration-draft";

export interface EnumerationEditing {
  readonly copy: DraftedCopy<EnumerationDraft>;
  readonly errorAt: (path: string) => string | undefined;
  /** The items can be held against a panel: each has a name of its own. */
  readonly isComparable: boolean;
  readonly fault: Fault | null;
  readonly isRunning: boolean;
  readonly submit: () => Promise<void>;
}

const draftOf = (saved: Enumeration | null): EnumerationDraft =>
  saved ? enumerationDraftOf(saved) : emptyEnumerationDraft;

/** The entries of the editor, what stands by them, and the way to save them. `enumeration` is null for a new one. */
export function useEnumerationEditor(enumeration: Enumeration | null): EnumerationEditing {
  const { t } = useTranslation();
  const open = useConsole((state) => state.open);
  const form = `enumeration ${enumeration?.id ?? "new"}`;
  const copy = useDraftedCopy(form, enumeration, draftOf);
  const [wasRefused, setWasRefused] = useState(false);
  const add = useCommand("enumeration.add");
  const save = useCommand("enumeration.save");
  const fault = add.fault ?? save.fault;
  const isRunning = add.isRunning || save.isRunning;
  const problems = enumerationProblems(copy.draft);
  const issues = issuesByField(fault);

  const submit = async (): Promise<void> => {
    if (isRunning || copy.isBehind) return;
    const content = enumerationContentOf(copy.draft);
    const input = { ...content, items: [...content.items], form };
    const isComplete = Object.keys(problems).length === 0;
    const result = !isComplete
      ? null
      : enumeration
        ? await save.run({ ...input, id: enumeration.id, revision: copy.revision })
        : await add.run(input);
    setWasRefused(!result?.ok);
    if (!result?.ok) {
      focusFirstProblem();
      return;
    }
    copy.revert();
    open("enumerations", result.value.id);
  };
  return {
    copy,
    errorAt: (path) => {
      const problem = problems[path];
      if (problem && (wasRefused || problem !== "required")) return t(`enumerations.problem.${problem}`);
      return issues[path];
    },
    isComparable: Object.keys(problems).every((path) => !path.startsWith("items")),
    fault,
    isRunning,
    submit,
  };
}
