import { useEffect, useRef } from "react";
import type { Card, CardFields, Draft, TaskDetail, TaskRow } from "../../../main/contract/shapes/task";
import { useConsole } from "../../stores/console-store";
import type { CardDraft } from "../../stores/drafts";

export interface CardForm {
  readonly fields: CardFields;
  readonly change: (field: keyof CardFields, value: string) => void;
  /** Something was typed here since the card was opened. */
  readonly isTouched: boolean;
  readonly replace: (fields: CardFields) => void;
  /** Saves at once; a field that loses the focus calls it. */
  readonly flush: () => void;
  /** How safe the shown text is; null while the card is as stored. */
  readonly safety: CardDraft["state"] | null;
  /** When the text that is shown was typed, if it comes from an earlier draft and was not touched since. */
  readonly restoredFrom: number | null;
}

/** The card's fields as typed: what was typed here wins over the stored draft, the draft over the card. */
export function useCardForm({ task, card, draft: stored }: TaskDetail): CardForm {
  const draft = useConsole((state) => state.drafts[task.id]);
  const { typeDraft, flushDraft } = useConsole.getState();
  const fields = draft?.fields ?? fieldsOf(card, stored?.fields);
  const change = (field: keyof CardFields, value: string): void => {
    typeDraft(task.id, { ...fields, [field]: value });
  };

  // A server registered from here gets its id while the card may be open with an empty field.
  const knownIdentifier = useRef(card.identifier);
  useEffect(() => {
    const isNew = card.identifier !== knownIdentifier.current;
    knownIdentifier.current = card.identifier;
    if (isNew && draft?.fields.identifier === "") {
      typeDraft(task.id, { ...draft.fields, identifier: card.identifier });
    }
  }, [card.identifier, draft, task.id, typeDraft]);

  useEffect(() => () => void flushDraft(task.id), [flushDraft, task.id]);

  return {
    fields,
    change,
    isTouched: draft !== undefined,
    replace: (next) => {
      typeDraft(task.id, next);
    },
    flush: () => void flushDraft(task.id),
    safety: safetyOf(draft, stored),
    restoredFrom: draft === undefined && stored !== null ? stored.savedAt : null,
  };
}

/** The program tells of a draft that was in its memory when it has stored it; the task's draft then says so. */
function safetyOf(draft: CardDraft | undefined, stored: Draft | null): CardDraft["state"] | null {
  if (draft === undefined) return stored?.isKeptInMemory ? "in-memory" : null;
  if (draft.state !== "in-memory" || stored === null || stored.isKeptInMemory) return draft.state;
  return stored.savedAt >= (draft.savedAt ?? Infinity) ? "saved" : draft.state;
}

function fieldsOf(card: Card, stored: CardFields | undefined): CardFields {
  if (stored) return { ...stored, identifier: stored.identifier === "" ? card.identifier : stored.identifier };
  const { url, identifier, username, rack, label } = card;
  return { url, identifier, username, password: "", rack, label };
}

/** The server that a card's identifier names in the panel of its module; null where there is none, or no panel. */
export function linkedServerId({ moduleType }: Pick<TaskRow, "moduleType">, identifier: string): number | null {
  return moduleType === "manual" ? null : serverIdIn(identifier);
}

/** The server's id in an identifier as typed; null when it is not a positive whole number. */
export function serverIdIn(text: string): number | null {
  return /^[1-9]\d{0,14}$/.test(text.trim()) ? Number(text.trim()) : null;
}
