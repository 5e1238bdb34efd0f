import { useState } from "react";
import type { Fault } from "../../../main/contract/faults";
import type { Remark, TariffContent, TariffRow } from "../../../main/contract/shapes/tariff";
import { useCommand } from "../../hooks/use-command";
import { useDraftedCopy, type DraftedCopy } from "../../hooks/use-edited-copy";
import { focusFirstProblem } from "../../parts/focus-problem";
import { issuesByField } from "../../parts/field-issues";
import { useConsole } from "../../stores/console-store";
import { createFieldMessages, type FieldMessages } from "./field-messages";
import { provisionalContent } from "./tariff-changes";
import { emptyTariffDraft, tariffContentOf, tariffDraftOf, type TariffDraft } from "./tariff-draft";
import { tariffForm } from "./tariff-form";
import { tariffProblems } from "./tariff-problems";
import { useProblemText } from "./use-problem-text";
import { useTariffRemarks } from "./use-tariff-remarks";

export interface TariffEditing {
  readonly copy: DraftedCopy<TariffDraft>;
  /** The tariff as typed, for questions; null while a field is wrong. */
  readonly content: TariffContent | null;
  readonly remarks: readonly Remark[] | undefined;
  readonly messages: FieldMessages;
  /** The form was to be saved and could not be. */
  readonly wasRefused: boolean;
  readonly fault: Fault | null;
  readonly isRunning: boolean;
  readonly submit: () => Promise<void>;
}

const draftOf = (tariff: TariffRow | null): TariffDraft => (tariff ? tariffDraftOf(tariff) : emptyTariffDraft());

/** The entries of the editor, what stands by them, and the way to save them. `tariff` is null for a new one. */
export function useTariffEditor(tariff: TariffRow | null): TariffEditing {
  const open = useConsole((state) => state.open);
  const id = tariff?.id ?? null;
  const form = tariffForm(id);
  const copy = useDraftedCopy(form, tariff, draftOf);
  const [wasRefused, setWasRefused] = useState(false);
  const add = useCommand("tariff.add");
  const save = useCommand("tariff.save");
  const fault = add.fault ?? save.fault;
  const isRunning = add.isRunning || save.isRunning;

  const problems = tariffProblems(copy.draft);
  const content = provisionalContent(copy.draft);
  const remarks = useTariffRemarks(id, content);
  const wordsOf = useProblemText(copy.draft.currency);
  const messages = createFieldMessages({
    problems,
    saysMissing: wasRefused,
    issues: issuesByField(fault),
    remarks: remarks ?? [],
    wordsOf,
  });

  const submit = async (): Promise<void> => {
    if (isRunning || copy.isBehind) return;
    const isComplete = Object.keys(problems).length === 0;
    const input = { ...tariffContentOf(copy.draft), form };
    const result = !isComplete
      ? null
      : tariff
        ? await save.run({ id: tariff.id, revision: copy.revision, ...input })
        : await add.run({ ...input, createAllAddOns: false });
    setWasRefused(!result?.ok);
    if (!result?.ok) {
      focusFirstProblem();
      return;
    }
    copy.revert();
    open("tariffs", result.value.id);
  };
  return { copy, content, remarks, messages, wasRefused, fault, isRunning, submit };
}
