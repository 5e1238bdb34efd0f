import type { CallOutput, ParsedInput } from "../contract/calls";
import type { Module } from "../contract/shapes/module";
import type { Service, ServiceDetail } from "../contract/shapes/service";
import { planOf } from "../domain/plan";
import { mayService } from "../domain/service";
import type { App, Change } from "./app";
import { existing, notAllowed } from "./app";
import { publicAction } from "./actions";
import { change } from "./change";
import { openAutomaticTask, startSteps } from "./closing";
import { abandonTasks, hasEnded } from "./giving-up";
import { openTask } from "./open-task";
import { receiptFor } from "./receipt";

export async function listServices(app: App, input: ParsedInput<"service.list">): Promise<CallOutput<"service.list">> {
  return app.store.read(async (repositories) => {
    const page = await repositories.services.page(input, input);
    return { ...page, rows: [...page.rows] };
  });
}

export async function getService(app: App, { id }: ParsedInput<"service.get">): Promise<ServiceDetail> {
  return app.store.read(async (repositories) => {
    const service = existing(await repositories.services.findRow(id), "service", id);
    const customer = existing(await repositories.customers.find(service.customerId), "customer", service.customerId);
    const tasks = await repositories.tasks.listByService(id);
    const history = await repositories.journal.page({ serviceId: id }, { offset: 0, limit: 200 });
    return {
      service,
      customerEmail: customer.email,
      actions: (await repositories.actions.listByService(id)).map(publicAction),
      taskIds: tasks.map((task) => task.id),
      openTaskId: tasks.find((task) => task.endedAt === null)?.id ?? null,
      history: [...history.rows],
    };
  });
}

/** Suspends a service: the panel is told to, or a person of the department is. */
export function suspendService(
  app: App,
  input: ParsedInput<"service.suspend">,
): Promise<CallOutput<"service.suspend">> {
  return switchService(app, "suspend", input);
}

/** Resumes a suspended service in the same way. */
export function resumeService(app: App, input: ParsedInput<"service.resume">): Promise<CallOutput<"service.resume">> {
  return switchService(app, "resume", input);
}

async function switchService(
  app: App,
  kind: "suspend" | "resume",
  input: ParsedInput<"service.suspend">,
): Promise<CallOutput<"service.suspend">> {
  return change(app, `service.${kind}`, async (unit) => {
    const { service, module } = await getServiceFor(unit, kind, input.id);
    const isByHand = planOf(module, kind) === "by-hand";
    if (!isByHand && service.serverId === null) throw notAllowed("no-server", "The service has no server in the panel");
    const moved = await unit.repositories.services.save({
      ...service,
      revision: input.revision,
      state: kind === "suspend" ? "suspending" : "resuming",
    });
    unit.touch("service", service.id);
    await note(unit, service, kind === "suspend" ? "Suspension ordered" : "Resumption ordered");
    if (isByHand) {
      await openTask(app, unit, { kind, service, module, state: "open" });
      return receiptFor(app, module.id, []);
    }
    const { actionIds } = await openAutomaticTask(app, unit, kind, moved, module);
    return receiptFor(app, module.id, actionIds);
  });
}

/**
 * Creates the task for closing. Where it is done by itself the steps begin; otherwise nothing happens on the panel until a person completes it.
 * Work that waits for a person, a step that stopped included, ends with it; steps that are under way have to end first.
 */
export async function closeService(
  app: App,
  input: ParsedInput<"service.close">,
): Promise<CallOutput<"service.close">> {
  return change(app, "service.close", async (unit) => {
    const { service, module } = await getServiceFor(unit, "close", input.id);
    await requireStandstill(unit, service);
    await abandonTasks(unit, service, "the service is being closed");
    const closing = await unit.repositories.services.save({
      ...service,
      revision: input.revision,
      state: "closing",
      pendingChange: null,
    });
    unit.touch("service", service.id);
    await note(unit, service, input.reason === "" ? "Closing ordered" : `Closing ordered: ${input.reason}`);
    const isAutomatic = planOf(module, "close") === "by-itself";
    const state = isAutomatic ? "running" : "open";
    const task = await openTask(app, unit, { kind: "close", service, module, state });
    if (isAutomatic) await startSteps(unit, task, closing, module);
    return { taskId: task.id, taskNumber: task.number };
  });
}

/** A lane that has stopped waits for a person anyway; one that moves does something on the panel right now or as soon as it can. */
async function requireStandstill({ repositories }: Change, { id }: Service): Promise<void> {
  const unfinished = (await repositories.actions.listByService(id)).filter((step) => !hasEnded(step));
  const [head] = unfinished;
  if (head && head.state !== "needs-attention")
    throw notAllowed("steps-under-way", `"${head.summary}" has not ended. Let it end or discard it first`);
}

async function getServiceFor(
  { repositories }: Change,
  verb: "suspend" | "resume" | "close",
  id: string,
): Promise<{ readonly service: Service; readonly module: Module }> {
  const service = existing(await repositories.services.find(id), "service", id);
  if (!mayService(verb, service.state)) {
    throw notAllowed(
      "service-state",
      `A service that is ${service.state} cannot be ${{ suspend: "suspended", resume: "resumed", close: "closed" }[verb]}`,
    );
  }
  const module = existing(await repositories.modules.find(service.moduleId), "module", service.moduleId);
  return { service, module };
}

async function note(unit: Change, { id }: Service, summary: string): Promise<void> {
  unit.journal({ entity: "service", entityId: id, serviceId: id, summary });
}
