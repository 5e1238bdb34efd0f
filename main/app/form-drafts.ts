import type { CallOutput, ParsedInput } from "../contract/calls";
import type { App, Change } from "./app";

/** What the operator at the console was typing into a form; null when nothing is kept. */
export async function getFormDraft(
  app: App,
  { form }: ParsedInput<"form-draft.get">,
): Promise<CallOutput<"form-draft.get">> {
  return (await app.store.read((repositories) => repositories.formDrafts.find(form, app.session.operator))) ?? null;
}

/** Keeps what is being typed; nothing is checked, a draft may be half a word. */
export async function saveFormDraft(
  app: App,
  input: ParsedInput<"form-draft.save">,
): Promise<CallOutput<"form-draft.save">> {
  const draft = { ...input, operator: app.session.operator, savedAt: app.clock.now() };
  await app.store.write((repositories) => repositories.formDrafts.put(draft));
  return { savedAt: draft.savedAt };
}

export async function discardFormDraft(
  app: App,
  { form }: ParsedInput<"form-draft.discard">,
): Promise<Record<string, never>> {
  await app.store.write((repositories) => repositories.formDrafts.remove(form, app.session.operator));
  return {};
}

/** Ends the draft of a form in the transaction that takes what it held: a crash in between would offer it a second time. */
export async function endFormDraft(unit: Change, form: string | undefined): Promise<void> {
  if (form !== undefined) await unit.repositories.formDrafts.remove(form, unit.operator);
}
