import type { CallOutput, ParsedInput } from "../contract/calls";
import type { Action } from "../contract/shapes/action";
import { editableOf } from "../domain/action-request";
import type { ActionRecord } from "../ports/store";
import type { App } from "./app";

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
  return { ...action, editable: editableOf(record) };
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

export function touchOwners(
  touch: (entity: "task" | "service", id: string) => void,
  action: Pick<ActionRecord, "taskId" | "serviceId">,
): void {
  if (action.taskId !== null) touch("task", action.taskId);
  if (action.serviceId !== null) touch("service", action.serviceId);
}
