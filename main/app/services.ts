import type { CallOutput, ParsedInput } from "../contract/calls";
import type { Service, ServiceDetail } from "../contract/shapes/service";
import { mayService } from "../domain/service";
import type { App } from "./app";
import { existing, notAllowed } from "./app";
import { publicAction } from "./actions";
import { change } from "./change";
import { openAutomaticTask } from "./closing";
import { receiptFor } from "./receipt";

export async function listServices(app: App, input: ParsedInput<"service.list">): Promise<CallOutput<"service.list">> {
  return app.store.read(async (repositories) => {
    const { rows, total } = await repositories.services.page(input, input);
    return { rows: [...rows], total };
  });
}

export async function getService(app: App, { id }: ParsedInput<"service.get">): Promise<ServiceDetail> {
  return app.store.read(async (repositories) => {
    const service = existing(await repositories.services.findRow(id), "service", id);
    const customer = existing(await repositories.customers.find(service.customerId), "customer", service.customerId);
    const tasks = await repositories.tasks.listByService(id);
    const history = await repositories.journal.page(id, { offset: 0, limit: 200 });
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

/** Shuts the ports of the service's server, automatically, through the outbox. */
export function suspendService(
  app: App,
  input: ParsedInput<"service.suspend">,
): Promise<CallOutput<"service.suspend">> {
  return switchPorts(app, "suspend", input);
}

/** Opens the ports of the service's server again. */
export function resumeService(app: App, input: ParsedInput<"service.resume">): Promise<CallOutput<"service.resume">> {
  return switchPorts(app, "resume", input);
}

async function switchPorts(
  app: App,
  kind: "suspend" | "resume",
  input: ParsedInput<"service.suspend">,
): Promise<CallOutput<"service.suspend">> {
  return change(app, `service.${kind}`, async (unit) => {
    const service = await getServiceFor(unit.repositories.services, kind, input.id);
    if (service.serverId === null) throw notAllowed("no-server", "The service has no server in the panel");
    const module = existing(await unit.repositories.modules.find(service.moduleId), "module", service.moduleId);
    const moved = await unit.repositories.services.save({
      ...service,
      revision: input.revision,
      state: kind === "suspend" ? "suspending" : "resuming",
    });
    unit.touch("service", service.id);
    await unit.journal({
      entity: "service",
      entityId: service.id,
      serviceId: service.id,
      summary: kind === "suspend" ? "Suspension ordered" : "Resumption ordered",
    });
    return receiptFor(app, module.id, await openAutomaticTask(app, unit, kind, moved, module));
  });
}

/** Creates the task for closing. Nothing happens on the panel until a person completes it. */
export async function closeService(
  app: App,
  input: ParsedInput<"service.close">,
): Promise<CallOutput<"service.close">> {
  return change(app, "service.close", async (unit) => {
    const { services, tasks, modules, actions } = unit.repositories;
    const service = await getServiceFor(services, "close", input.id);
    const running = (await actions.listByService(service.id)).find(
      (one) => one.state !== "done" && one.state !== "discarded",
    );
    if (running)
      throw notAllowed("steps-under-way", `"${running.summary}" has not ended. Let it end or discard it first`);
    const module = existing(await modules.find(service.moduleId), "module", service.moduleId);
    await services.save({ ...service, revision: input.revision, state: "closing" });
    const task = await tasks.add({
      id: app.makeId(),
      revision: 0,
      number: await tasks.nextNumber(),
      kind: "close",
      state: "open",
      serviceId: service.id,
      departmentId: module.departmentId,
      performer: null,
      acceptedAt: null,
      createdAt: unit.at,
      endedAt: null,
    });
    unit.touch("service", service.id);
    unit.touch("task", task.id);
    const summary = input.reason === "" ? "Closing ordered" : `Closing ordered: ${input.reason}`;
    await unit.journal({ entity: "service", entityId: service.id, serviceId: service.id, summary });
    return { taskId: task.id, taskNumber: task.number };
  });
}

async function getServiceFor(
  services: { find(id: string): Promise<Service | undefined> },
  verb: "suspend" | "resume" | "close",
  id: string,
): Promise<Service> {
  const service = existing(await services.find(id), "service", id);
  if (!mayService(verb, service.state)) {
    throw notAllowed(
      "service-state",
      `A service that is ${service.state} cannot be ${{ suspend: "suspended", resume: "resumed", close: "closed" }[verb]}`,
    );
  }
  return service;
}
