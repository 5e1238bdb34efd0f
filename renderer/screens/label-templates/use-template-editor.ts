import { useState } from "react";
import type { Fault } from "../../../main/contract/faults";
import type { Template, TemplateContent } from "../../../main/contract/shapes/label";
import { useCommand } from "../../hooks/use-command";
import { useDraftedCopy, type DraftedCopy } from "../../hooks/use-edited-copy";
import { useRight } from "../../hooks/use-right";
import { focusFirstProblem } from "../../parts/focus-problem";
import { useConsole } from "../../stores/console-store";
import type { Draft } from "./template-edit";
import { useTemplateHistory, type TemplateHistory } from "./use-template-history";

export interface TemplateEditing {
  readonly copy: DraftedCopy<Draft>;
  readonly history: TemplateHistory;
  readonly selectedId: string | null;
  readonly isReadOnly: boolean;
  readonly fault: Fault | null;
  readonly isRunning: boolean;
  readonly select: (id: string | null) => void;
  /** Puts the next state in place; changes of one gesture are one step back. */
  readonly put: (next: Draft, gesture?: string) => void;
  readonly submit: () => Promise<void>;
}

export const emptyTemplate: TemplateContent = { name: "", kind: "server", width: 62, height: 29, elements: [] };

const draftOf = (saved: Template | null): Draft =>
  saved === null
    ? emptyTemplate
    : { name: saved.name, kind: saved.kind, width: saved.width, height: saved.height, elements: saved.elements };

/** The draft of a template with its steps back and forth, and the way to save it. `template` is null for a new one. */
export function useTemplateEditor(template: Template | null): TemplateEditing {
  const form = `label-template ${template?.id ?? "new"}`;
  const copy = useDraftedCopy(form, template, draftOf);
  const history = useTemplateHistory(copy.change);
  const [selectedId, select] = useState<string | null>(null);
  const add = useCommand("label-template.add");
  const save = useCommand("label-template.save");
  const isRunning = add.isRunning || save.isRunning;
  const mayEdit = useRight("label-template.save");
  const isReadOnly = !mayEdit || (template?.isBuiltIn ?? false);
  const submit = async (): Promise<void> => {
    if (isRunning || isReadOnly || copy.isBehind) return;
    const input = { ...copy.draft, elements: [...copy.draft.elements], form };
    const result =
      template === null ? await add.run(input) : await save.run({ ...input, id: template.id, revision: copy.revision });
    if (!result.ok) {
      focusFirstProblem();
      return;
    }
    copy.revert();
    useConsole.getState().open("labelTemplates", result.value.id);
  };
  return {
    copy,
    history,
    selectedId,
    isReadOnly,
    fault: add.fault ?? save.fault,
    isRunning,
    select,
    put: (next, gesture = "") => {
      history.remember(copy.draft, gesture);
      copy.change(next);
    },
    submit,
  };
}
