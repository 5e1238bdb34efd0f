import type { CallOutput, ParsedInput } from "../contract/calls";
import type { Action } from "../contract/shapes/action";
import { editableOf } from "../domain/action-request";
import type { ActionRecord, Repositories } from "../ports/store";
import type { App } from "./app";
import { existing } from "./app";

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
    const page = await repositories.actions.page(input, input);
    return { ...page, rows: await withNames(repositories, page.rows) };
  });
}

export async function getAction(app: App, { id }: ParsedInput<"action.get">): Promise<CallOutput<"action.get">> {
  return app.store.read(async (repositories) => {
    const record = existing(await repositories.actions.find(id), "action", id);
    const [action] = await withNames(repositories, [record]);
    return existing(action, "action", id);
  });
}

async function withNames(
  { modules, services }: Repositories,
  records: readonly ActionRecord[],
): Promise<CallOutput<"action.list">["rows"]> {
  const names = new Map((await modules.list()).map((module) => [module.id, module.name]));
  const numbers = new Map<string, number>();
  for (const id of new Set(records.map((record) => record.serviceId))) {
    const service = id === null ? undefined : await services.find(id);
    if (service) numbers.set(service.id, service.number);
  }
  return records.map((record) => ({
    ...publicAction(record),
    moduleName: names.get(record.moduleId) ?? "",
    serviceNumber: numbers.get(record.serviceId ?? "") ?? null,
  }));
}

export function touchOwners(
  touch: (entity: "task" | "service", id: string) => void,
  action: Pick<ActionRecord, "taskId" | "serviceId">,
): void {
  if (action.taskId !== null) touch("task", action.taskId);
  if (action.serviceId !== null) touch("service", action.serviceId);
}
