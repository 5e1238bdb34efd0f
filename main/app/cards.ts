import type { CallOutput, ParsedInput } from "../contract/calls";
import type { Module } from "../contract/shapes/module";
import type { Service } from "../contract/shapes/service";
import type { Card, CardFields, Draft, Task } from "../contract/shapes/task";
import { checkCard, checkCardLengths, findRack, parseServerId, unknownRackMessage } from "../domain/card";
import { hasPanel } from "../domain/plan";
import { VaultLocked } from "../ports/host";
import type { SecretVault } from "../ports/host";
import type { CardRecord, Repositories } from "../ports/store";
import type { App, Change } from "./app";
import { existing, invalidInput, notAllowed } from "./app";
import { change } from "./change";
import { forecast } from "./forecasts";
import { hasEnded } from "./giving-up";
import { isUnwritable } from "./kept-drafts";
import { followService } from "./label-needs";
import { getModule } from "./panel-access";
import { checkServer } from "./server-checks";

/** A card as it leaves the program: without its password. */
export function publicCard(card: CardRecord): Card {
  const { sealedPassword, ...fields } = card;
  return { ...fields, hasPassword: sealedPassword !== null };
}

/** The draft with its password readable again, for the operator who typed it; without it while the vault is closed. */
export function openDraft(app: App, draft: Draft): Draft {
  const { password } = draft.fields;
  return { ...draft, fields: { ...draft.fields, password: password === "" ? "" : openedOrEmpty(app.vault, password) } };
}

function openedOrEmpty(vault: SecretVault, sealed: string): string {
  try {
    return vault.open(sealed);
  } catch (error) {
    if (error instanceof VaultLocked) return "";
    throw error;
  }
}

/**
 * Keeps what is being typed, in memory while the disk does not take it. Nothing is checked: a draft may be half a word. While the vault is closed all
 * but a new password is kept, and `locked` says so.
 */
export async function saveDraft(app: App, { taskId, fields }: ParsedInput<"draft.save">): Promise<Draft> {
  const { isOpen } = app.vault.state();
  const { operator } = app.session;
  const password = isOpen && fields.password !== "" ? app.vault.seal(fields.password) : "";
  let draft: Draft = { taskId, operator, fields: { ...fields, password }, savedAt: app.clock.now() };
  let isKeptInMemory = false;
  try {
    await app.store.write(async (repositories) => {
      const task = existing(await repositories.tasks.find(taskId), "task", taskId);
      if (task.endedAt !== null) throw notAllowed("task-state", "This task has ended");
      const unseen = await unseenPassword(app, repositories, taskId);
      if (unseen !== null) draft = { ...draft, fields: { ...draft.fields, password: unseen } };
      await repositories.drafts.put(draft);
    });
    app.keptDrafts.cards.forget(taskId, operator);
  } catch (error) {
    if (!isUnwritable(error)) throw error;
    app.keptDrafts.cards.keep(draft);
    isKeptInMemory = true;
  }
  if (!isOpen && fields.password !== "")
    throw new VaultLocked("Everything but the password is kept. Open the site's secrets to keep the password too");
  return { ...draft, fields, ...(isKeptInMemory && { isKeptInMemory }) };
}

/** What the operator typed before the vault was closed and cannot see now: what they type next must not lose it. Sealed; null when there is none. */
async function unseenPassword(app: App, { drafts }: Repositories, taskId: string): Promise<string | null> {
  if (app.vault.state().isOpen) return null;
  const { operator } = app.session;
  const draft = app.keptDrafts.cards.find(taskId, operator) ?? (await drafts.find(taskId, operator));
  return draft === undefined || draft.fields.password === "" ? null : draft.fields.password;
}

export async function discardDraft(app: App, { taskId }: ParsedInput<"draft.discard">): Promise<Record<string, never>> {
  const { operator } = app.session;
  await app.store.write((repositories) => repositories.drafts.remove(taskId, operator));
  app.keptDrafts.cards.forget(taskId, operator);
  app.publish({ name: "records.changed", changes: [{ entity: "draft", id: taskId }] });
  return {};
}

/** The card's password in the clear; who asked stands in the journal. */
export async function revealPassword(
  app: App,
  { taskId }: ParsedInput<"card.reveal">,
): Promise<CallOutput<"card.reveal">> {
  return change(app, "card.reveal", async (unit) => {
    const { task, card } = await taskWithCard(unit.repositories, taskId);
    unit.journal({
      entity: "task",
      entityId: taskId,
      serviceId: task.serviceId,
      summary: "Password of the card shown",
    });
    return { password: card.sealedPassword === null ? "" : app.vault.open(card.sealedPassword) };
  });
}

/** How long a copied password stays on the clipboard. */
const clipboardMs = 30_000;

/** Puts the card's password on the workstation's clipboard, past the window; who did stands in the journal. */
export async function copyPassword(
  app: App,
  { taskId }: ParsedInput<"card.copy-password">,
): Promise<CallOutput<"card.copy-password">> {
  const { copySecret } = app.host;
  if (copySecret === undefined)
    throw notAllowed("no-clipboard", "There is no clipboard here. Show the password instead");
  const password = await change(app, "card.copy-password", async (unit) => {
    const { task, card } = await taskWithCard(unit.repositories, taskId);
    if (card.sealedPassword === null) throw notAllowed("no-password", "The card has no password yet");
    unit.journal({
      entity: "task",
      entityId: taskId,
      serviceId: task.serviceId,
      summary: "Password of the card copied",
    });
    return app.vault.open(card.sealedPassword);
  });
  copySecret(password, clipboardMs);
  return { clearsAfterMs: clipboardMs };
}

/** Stores the card's fields and drops the draft; the task goes on. */
export async function saveCard(app: App, input: ParsedInput<"card.save">): Promise<CallOutput<"card.save">> {
  const { operator } = app.session;
  const stored = await change(app, "card.save", async (unit) => {
    const { task, card } = await taskWithCard(unit.repositories, input.taskId);
    requireHolder(task, unit.operator);
    const tooLong = checkCardLengths(input.fields);
    if (tooLong.length > 0) throw invalidInput(tooLong);
    const saved = await storeCard(app, unit, task, { ...card, revision: input.revision }, input.fields);
    await followService(unit, task.serviceId);
    unit.journal({ entity: "task", entityId: task.id, serviceId: task.serviceId, summary: "Card saved" });
    return { id: saved.serviceId, revision: saved.revision };
  });
  app.keptDrafts.cards.forget(input.taskId, operator);
  return stored;
}

export async function forecastCard(
  app: App,
  { taskId, rack }: ParsedInput<"card.forecast">,
): Promise<CallOutput<"card.forecast">> {
  const service = await app.store.read(async (repositories) => {
    const task = existing(await repositories.tasks.find(taskId), "task", taskId);
    return existing(await repositories.services.find(task.serviceId), "service", task.serviceId);
  });
  return forecast(app, await getModule(app, service.moduleId), service.amounts, rack);
}

export function requireHolder(task: Task, operator: string): void {
  if (task.state !== "in-work") throw notAllowed("task-state", "Accept the task first");
  if (task.performer !== operator) throw notAllowed("task-taken", `${task.performer ?? "Somebody"} holds this task`);
}

/** Everything about a card that stops it from being closed; asks the panel about rack and server where it can be reached. */
export async function checkCardForClosing(
  app: App,
  module: Module,
  service: Service,
  fields: CardFields,
): Promise<void> {
  const stored = await app.store.read(async (repositories) => ({
    report: await repositories.modules.findConfiguration(module.id),
    actions: await repositories.actions.listByService(service.id),
  }));
  const isBeingRegistered = stored.actions.some((action) => action.kind === "create-server" && !hasEnded(action));
  const issues = checkCard(fields, { type: module.type, mayLackIdentifier: isBeingRegistered });
  const racks = stored.report?.configuration.racks ?? [];
  if (fields.rack.trim() !== "" && racks.length > 0 && !findRack(racks, fields.rack, module.locationId)) {
    issues.push({ path: "card.rack", message: unknownRackMessage(racks, fields.rack) });
  }
  const serverId = hasPanel(module) ? parseServerId(fields.identifier) : null;
  const problem = serverId === null ? undefined : await checkServer(app, module, service, serverId);
  if (problem !== undefined) issues.push({ path: "card.identifier", message: problem });
  if (issues.length > 0) throw invalidInput(issues);
}

export async function taskWithCard(
  repositories: Repositories,
  taskId: string,
): Promise<{ task: Task; card: CardRecord }> {
  const task = existing(await repositories.tasks.find(taskId), "task", taskId);
  return { task, card: existing(await repositories.cards.find(task.serviceId), "card", task.serviceId) };
}

/** Writes the fields into the card and drops every draft of the operator for it. An empty password keeps the stored one. */
export async function storeCard(
  app: App,
  unit: Change,
  task: Task,
  card: CardRecord,
  fields: CardFields,
): Promise<CardRecord> {
  const { password, ...plain } = fields;
  const trimmed = Object.fromEntries(Object.entries(plain).map(([name, text]) => [name, text.trim()]));
  const unseen = await unseenPassword(app, unit.repositories, task.id);
  const saved = await unit.repositories.cards.save({
    ...card,
    ...trimmed,
    sealedPassword: password === "" ? (unseen ?? card.sealedPassword) : app.vault.seal(password),
  });
  await unit.repositories.drafts.remove(task.id, unit.operator);
  unit.touch("task", task.id);
  return saved;
}
