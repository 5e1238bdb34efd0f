import type { Entity } from "../contract/events";
import type { ActionRequest } from "../contract/shapes/action";
import { withSecret } from "../domain/action-request";
import { describeAction } from "../domain/action-words";
import type { ActionRecord, Repositories } from "../ports/store";
import type { ActionTarget, App, Change } from "./app";

/**
 * Runs `work` as one transaction in the name of the operator. Events and the courier's waking follow the commit; when `work`
 * throws, nothing is stored and nothing is told.
 */
export async function change<T>(app: App, call: string, work: (change: Change) => Promise<T>): Promise<T> {
  const changes = new Map<string, { entity: Entity; id: string }>();
  const newActions: ActionRecord[] = [];
  const endedForms: { readonly form: string; readonly operator: string }[] = [];
  const { operator } = app.session;
  const value = await app.store.write(
    async (repositories, note) => {
      changes.clear();
      newActions.length = 0;
      endedForms.length = 0;
      const at = app.clock.now();
      const touch = (entity: Entity, id: string) => changes.set(`${entity} ${id}`, { entity, id });
      return work({
        repositories,
        at,
        operator,
        touch,
        journal(entry) {
          note(entry);
          touch("journal", entry.entityId);
        },
        async endFormDraft(form) {
          await repositories.formDrafts.remove(form, operator);
          endedForms.push({ form, operator });
        },
        async enqueue(target, requests) {
          const records: ActionRecord[] = [];
          for (const request of requests) {
            records.push(await addAction(app, repositories, { target, request, at, operator }));
          }
          for (const record of records) touch("action", record.id);
          newActions.push(...records);
          return records;
        },
      });
    },
    { operator, call },
  );
  for (const { form, operator } of endedForms) app.keptDrafts.forms.forget(form, operator);
  if (changes.size > 0) app.publish({ name: "records.changed", changes: [...changes.values()] });
  if (newActions.length > 0) app.courier.wake();
  return value;
}

/** The program in the name of somebody else than who is signed in: of whoever signs in just now, or of Rackside itself. */
export function inNameOf(app: App, operator: string): App {
  return { ...app, session: { ...app.session, operator } };
}

interface NewAction {
  readonly target: ActionTarget;
  readonly request: ActionRequest;
  readonly at: number;
  readonly operator: string;
}

function addAction(
  app: App,
  repositories: Repositories,
  { target, request, at, operator }: NewAction,
): Promise<ActionRecord> {
  return repositories.actions.add({
    id: app.makeId(),
    revision: 1,
    sequence: 0,
    lane: laneOf(target),
    kind: request.kind,
    summary: describeAction(request),
    state: "waiting",
    moduleId: target.moduleId,
    serviceId: target.serviceId,
    taskId: target.taskId,
    serverId: target.serverId,
    attempts: 0,
    createdAt: at,
    nextAttemptAt: null,
    startedAt: null,
    endedAt: null,
    trouble: null,
    outcome: "",
    percent: null,
    createdBy: operator,
    heldBy: null,
    request: JSON.stringify(withSecret(request, (secret) => app.vault.seal(secret))),
    seen: target.seen ? JSON.stringify(target.seen) : null,
    operationId: null,
    deadlineAt: null,
    progress: null,
  });
}

/** Actions of one lane go out one behind the other. A service has one server, so the service is the lane wherever there is one. */
export function laneOf(target: Pick<ActionTarget, "moduleId" | "serviceId" | "serverId">): string {
  return target.serviceId === null
    ? `server:${target.moduleId}:${String(target.serverId)}`
    : `service:${target.serviceId}`;
}
