import type { CallName, CallOutput, ParsedInput } from "../contract/calls";
import type { ActionRequest } from "../contract/shapes/action";
import type { Module } from "../contract/shapes/module";
import type { ServerFacts } from "../contract/shapes/panel";
import { hasPanel } from "../domain/plan";
import type { App } from "./app";
import { existing, notAllowed } from "./app";
import { change } from "./change";
import { requireHolder } from "./cards";
import { noticeServer } from "./label-needs";
import { getModule, observe } from "./panel-access";
import type { Observed } from "./panel-access";
import { findHolder } from "./panel-servers";
import { receiptFor } from "./receipt";

type Receipt = CallOutput<"server.set-owner">;

export async function getServer(app: App, input: ParsedInput<"server.get">): Promise<Observed<ServerFacts>> {
  const module = await getModule(app, input.moduleId);
  const seen = await observe(app, module, `server ${String(input.serverId)}`, (gateway) =>
    gateway.getServer(input.serverId),
  );
  if (seen.isLive) await noticeServer(app, module.id, input.serverId);
  return seen;
}

export async function getRack(app: App, input: ParsedInput<"rack.get">): Promise<CallOutput<"rack.get">> {
  const module = await getModule(app, input.moduleId);
  return observe(app, module, `rack ${String(input.rackId)}`, (gateway) => gateway.getRack(input.rackId));
}

export async function listSwitchPorts(
  app: App,
  input: ParsedInput<"switch.ports">,
): Promise<CallOutput<"switch.ports">> {
  const module = await getModule(app, input.moduleId);
  return observe(app, module, `switch ${String(input.switchId)}`, async (gateway) => [
    ...(await gateway.listSwitchPorts(input.switchId)),
  ]);
}

export async function listPduPorts(app: App, input: ParsedInput<"pdu.ports">): Promise<CallOutput<"pdu.ports">> {
  const module = await getModule(app, input.moduleId);
  return observe(app, module, `pdu ${String(input.pduId)}`, async (gateway) => [
    ...(await gateway.listPduPorts(input.pduId)),
  ]);
}

export async function listUsers(app: App, input: ParsedInput<"user.list">): Promise<CallOutput<"user.list">> {
  const module = await getModule(app, input.moduleId);
  return observe(app, module, "users", async (gateway) => [...(await gateway.listUsers())]);
}

/** Registers the server of a set-up task in the panel; its id comes into the card when the panel has given one. */
export async function createServer(app: App, input: ParsedInput<"server.create">): Promise<Receipt> {
  return change(app, "server.create", async (unit) => {
    const task = existing(await unit.repositories.tasks.find(input.taskId), "task", input.taskId);
    requireHolder(task, unit.operator);
    if (task.kind !== "set-up") throw notAllowed("task-kind", "Only a set-up task registers a server");
    const service = existing(await unit.repositories.services.find(task.serviceId), "service", task.serviceId);
    const module = await unit.repositories.modules.find(service.moduleId);
    requirePanel(existing(module, "module", service.moduleId));
    const earlier = (await unit.repositories.actions.listByService(service.id)).find(
      (action) => action.kind === "create-server" && action.state !== "discarded",
    );
    if (earlier) throw notAllowed("already-registered", "A server is registered for this card already");
    const target = { moduleId: service.moduleId, serviceId: service.id, taskId: task.id, serverId: null };
    const actions = await unit.enqueue(target, [{ kind: "create-server", server: input.server }]);
    unit.touch("task", task.id);
    unit.journal({
      entity: "task",
      entityId: task.id,
      serviceId: service.id,
      summary: `${input.server.name} to be registered in the panel`,
    });
    return receiptFor(
      app,
      service.moduleId,
      actions.map((action) => action.id),
    );
  });
}

export function setOwner(app: App, input: ParsedInput<"server.set-owner">): Promise<Receipt> {
  return order(app, "server.set-owner", input, {
    kind: "set-owner",
    ownerEmail: input.ownerEmail,
    newUserName: null,
  });
}

export function addConnection(app: App, input: ParsedInput<"server.add-connection">): Promise<Receipt> {
  return order(app, "server.add-connection", input, { kind: "add-connection", connection: input.connection });
}

export function removeConnection(app: App, input: ParsedInput<"server.remove-connection">): Promise<Receipt> {
  return order(app, "server.remove-connection", input, {
    kind: "remove-connection",
    to: input.to,
    connectionId: input.connectionId,
  });
}

export function setPower(app: App, input: ParsedInput<"server.set-power">): Promise<Receipt> {
  return order(app, "server.set-power", input, { kind: "set-power", power: input.power });
}

function requirePanel(module: Module): void {
  if (!hasPanel(module)) throw notAllowed("no-panel", `${module.name} has no panel`);
}

interface ServerAddress {
  readonly moduleId: string;
  readonly serverId: number;
}

/** Puts one change of a server into the outbox, in the lane of the service that stands on it, through whichever module of the panel. */
async function order(
  app: App,
  call: CallName,
  { moduleId, serverId }: ServerAddress,
  request: ActionRequest,
): Promise<Receipt> {
  requirePanel(await getModule(app, moduleId));
  return change(app, call, async (unit) => {
    const service = await findHolder(unit.repositories, moduleId, serverId);
    const observation = await unit.repositories.observations.find(moduleId, `server ${String(serverId)}`);
    // Stored by `getServer` under the same subject.
    const facts = observation ? (JSON.parse(observation.body) as ServerFacts) : undefined;
    const seen = facts ? { owner: facts.ownerEmail ?? "", power: facts.power } : null;
    const target = { moduleId, serverId, serviceId: service?.id ?? null, taskId: null, seen };
    const actions = await unit.enqueue(target, [request]);
    const entry = service
      ? ({ entity: "service", entityId: service.id, serviceId: service.id } as const)
      : ({ entity: "module", entityId: moduleId, serviceId: null } as const);
    unit.journal({ ...entry, summary: `${actions[0]?.summary ?? ""}: server ${String(serverId)}` });
    if (service) unit.touch("service", service.id);
    return receiptFor(
      app,
      moduleId,
      actions.map((action) => action.id),
    );
  });
}
