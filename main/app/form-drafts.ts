import type { CallOutput, ParsedInput } from "../contract/calls";
import type { App, Change } from "./app";
import { isUnwritable } from "./kept-drafts";

/** What the operator at the console was typing into a form; null when nothing is kept. */
export async function getFormDraft(
  app: App,
  { form }: ParsedInput<"form-draft.get">,
): Promise<CallOutput<"form-draft.get">> {
  const { operator } = app.session;
  const inMemory = app.keptDrafts.forms.find(form, operator);
  return inMemory ?? (await app.store.read((repositories) => repositories.formDrafts.find(form, operator))) ?? null;
}

/** Keeps what is being typed, in memory while the disk does not take it. Nothing is checked: a draft may be half a word. */
export async function saveFormDraft(
  app: App,
  input: ParsedInput<"form-draft.save">,
): Promise<CallOutput<"form-draft.save">> {
  const draft = { ...input, operator: app.session.operator, savedAt: app.clock.now() };
  const { forms } = app.keptDrafts;
  try {
    await app.store.write((repositories) => repositories.formDrafts.put(draft));
  } catch (error) {
    if (!isUnwritable(error)) throw error;
    forms.keep(draft);
    return { savedAt: draft.savedAt, isKeptInMemory: true };
  }
  forms.forget(draft.form, draft.operator);
  return { savedAt: draft.savedAt, isKeptInMemory: false };
}

export async function discardFormDraft(
  app: App,
  { form }: ParsedInput<"form-draft.discard">,
): Promise<Record<string, never>> {
  const { operator } = app.session;
  await app.store.write((repositories) => repositories.formDrafts.remove(form, operator));
  app.keptDrafts.forms.forget(form, operator);
  return {};
}

/** Ends the draft of a form in the transaction that takes what it held: a crash in between would offer it a second time. */
export async function endFormDraft(unit: Change, form: string | undefined): Promise<void> {
  if (form !== undefined) await unit.endFormDraft(form);
}
