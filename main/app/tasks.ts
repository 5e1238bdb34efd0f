import type { CallOutput, ParsedInput } from "../contract/calls";
import type { TaskDetail, TaskRow } from "../contract/shapes/task";
import type { ActionRecord, Repositories } from "../ports/store";
import type { App } from "./app";
import { existing, notAllowed } from "./app";
import { publicAction } from "./actions";
import { change } from "./change";
import { openDraft, publicCard } from "./cards";
import { isNamedMember } from "./directory";
import { findPlan } from "./rack-plans";

/** The queue; what waits for a department that the operator is a member of comes first. */
export async function listTasks(app: App, input: ParsedInput<"task.list">): Promise<CallOutput<"task.list">> {
  const { operator } = app.session;
  return app.store.read(async (repositories) => {
    const firstDepartmentIds = (await repositories.departments.list())
      .filter((department) => isNamedMember(operator, department))
      .map(({ id }) => id);
    const page = await repositories.tasks.page({ ...input, firstDepartmentIds }, input);
    return { ...page, rows: [...page.rows], counts: await repositories.tasks.counts(input.departmentId) };
  });
}

/** One task with everything its card shows; the draft is the asking operator's own. */
export async function getTask(app: App, { id }: ParsedInput<"task.get">): Promise<TaskDetail> {
  return app.store.read(async (repositories) => {
    const task = existing(await repositories.tasks.findRow(id), "task", id);
    const service = existing(await repositories.services.findRow(task.serviceId), "service", task.serviceId);
    const customer = existing(await repositories.customers.find(service.customerId), "customer", service.customerId);
    const card = existing(await repositories.cards.find(service.id), "card", service.id);
    const { operator } = app.session;
    const draft = app.keptDrafts.cards.find(id, operator) ?? (await repositories.drafts.find(id, operator));
    const steps = await stepsOfTask(repositories, task);
    return {
      task,
      service,
      customerEmail: customer.email,
      card: publicCard(card),
      draft: draft ? openDraft(app, draft) : null,
      steps: steps.map(publicAction),
      plan: await findPlan(repositories, service.id),
    };
  });
}

/** The steps that a task's card shows: for a set-up everything that was done for the service, connections included. */
export function stepsOfTask(
  { actions }: Repositories,
  { id, kind, serviceId }: Pick<TaskRow, "id" | "kind" | "serviceId">,
): Promise<readonly ActionRecord[]> {
  return kind === "set-up" ? actions.listByService(serviceId) : actions.listByTask(id);
}

/** Takes a task: an exclusive claim, decided by one statement of the store. The loser learns who was faster. */
export async function acceptTask(app: App, { id }: ParsedInput<"task.accept">): Promise<TaskRow> {
  return change(app, "task.accept", async (unit) => {
    const { tasks } = unit.repositories;
    const won = await tasks.claim(id, unit.operator, unit.at);
    const task = existing(await tasks.findRow(id), "task", id);
    if (won === undefined) {
      if (task.state === "in-work" && task.performer === unit.operator) return task;
      if (task.performer !== null && task.state === "in-work")
        throw notAllowed("task-taken", `${task.performer} has accepted this task already`);
      throw notAllowed("task-state", "This task cannot be accepted any more");
    }
    unit.touch("task", id);
    unit.journal({
      entity: "task",
      entityId: id,
      serviceId: task.serviceId,
      summary: `T-${String(task.number)} accepted`,
    });
    return task;
  });
}

/** Gives a task back to the queue. Drafts stay with the operator who typed them. */
export async function releaseTask(app: App, { id, revision }: ParsedInput<"task.release">): Promise<TaskRow> {
  return change(app, "task.release", async (unit) => {
    const { tasks } = unit.repositories;
    const task = existing(await tasks.find(id), "task", id);
    if (task.state !== "in-work") throw notAllowed("task-state", "Only a task in work can be given back");
    await tasks.save({ ...task, revision, state: "open", performer: null, acceptedAt: null });
    unit.touch("task", id);
    const held = task.performer === unit.operator ? "" : `, taken from ${task.performer ?? "nobody"}`;
    unit.journal({
      entity: "task",
      entityId: id,
      serviceId: task.serviceId,
      summary: `T-${String(task.number)} given back${held}`,
    });
    return existing(await tasks.findRow(id), "task", id);
  });
}
