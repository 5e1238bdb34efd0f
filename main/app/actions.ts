import type { CallOutput, ParsedInput } from "../contract/calls";
import type { Action } from "../contract/shapes/action";
import type { ActionRecord } from "../ports/store";
import type { App } from "./app";
import { existing, notAllowed } from "./app";
import { change } from "./change";
import { settle } from "./settle";

/** An outbox row as it leaves the program: the request and its sealed secrets stay inside. */
export function publicAction(record: ActionRecord): Action {
  const {
    request: _request,
    seen: _seen,
    operationId: _operation,
    deadlineAt: _deadline,
    progress: _progress,
    ...action
  } = record;
  return action;
}

export async function listActions(app: App, input: ParsedInput<"action.list">): Promise<CallOutput<"action.list">> {
  return app.store.read(async (repositories) => {
    const { rows, total } = await repositories.actions.page(input.state, input);
    const modules = new Map((await repositories.modules.list()).map((module) => [module.id, module.name]));
    const numbers = new Map<string, number>();
    for (const id of new Set(rows.map((row) => row.serviceId))) {
      const service = id === null ? undefined : await repositories.services.find(id);
      if (service) numbers.set(service.id, service.number);
    }
    return {
      rows: rows.map((row) => ({
        ...publicAction(row),
        moduleName: modules.get(row.moduleId) ?? "",
        serviceNumber: row.serviceId === null ? null : (numbers.get(row.serviceId) ?? null),
      })),
      total,
    };
  });
}

/** Tries a step again now. After a conflict this means: do what was wanted, whatever is there now. */
export async function retryAction(app: App, { id }: ParsedInput<"action.retry">): Promise<Action> {
  const action = await change(app, "action.retry", async (unit) => {
    const before = existing(await unit.repositories.actions.find(id), "action", id);
    if (before.state === "done" || before.state === "discarded")
      throw notAllowed("action-ended", "This step has ended");
    if (before.state !== "needs-attention") {
      return unit.repositories.actions.save({ ...before, nextAttemptAt: null });
    }
    const after = await unit.repositories.actions.save({
      ...before,
      state: "uncertain",
      seen: before.trouble?.kind === "conflict" ? null : before.seen,
      trouble: null,
      nextAttemptAt: null,
      operationId: null,
      deadlineAt: null,
      progress: null,
    });
    unit.touch("action", id);
    touchOwners(unit.touch, after);
    await unit.journal({
      entity: "action",
      entityId: id,
      serviceId: after.serviceId,
      summary: `${after.summary}: tried again`,
    });
    return after;
  });
  app.courier.wake();
  return publicAction(action);
}

/** Gives a step up. The reason stays in the journal; what comes behind it in its lane goes on. */
export async function discardAction(app: App, { id, reason }: ParsedInput<"action.discard">): Promise<Action> {
  const action = await change(app, "action.discard", async (unit) => {
    const before = existing(await unit.repositories.actions.find(id), "action", id);
    if (before.state === "done" || before.state === "discarded")
      throw notAllowed("action-ended", "This step has ended");
    if (before.state === "sending") throw notAllowed("action-sending", "This step is being sent right now");
    const after = await unit.repositories.actions.save({
      ...before,
      state: "discarded",
      endedAt: unit.at,
      nextAttemptAt: null,
      outcome: `Given up: ${reason}`,
    });
    unit.touch("action", id);
    await settle(unit, after);
    await unit.journal({
      entity: "action",
      entityId: id,
      serviceId: after.serviceId,
      summary: `${after.summary}: given up. ${reason}`,
    });
    return after;
  });
  app.courier.wake();
  return publicAction(action);
}

export function touchOwners(
  touch: (entity: "task" | "service", id: string) => void,
  action: Pick<ActionRecord, "taskId" | "serviceId">,
): void {
  if (action.taskId !== null) touch("task", action.taskId);
  if (action.serviceId !== null) touch("service", action.serviceId);
}
