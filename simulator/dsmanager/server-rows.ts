import type { PanelCall } from "./panel-call";
import { readText } from "./panel-call";
import type { ListFunction } from "./panel-function";
import type { DsmanagerServer } from "./site-document";
import { progressPercent } from "./works";
import type { DsmanagerWorld } from "./world";
import { element, type Fields, type XmlNode } from "./xml";

export const serverListFunction: ListFunction = {
  name: "server",
  rows: (_call, world) => world.site.servers.map((server) => viewServer(world, server)),
  instead: viewProgress,
};

/** A server as a row: flags are empty elements that exist only when they are true. */
function viewServer(world: DsmanagerWorld, server: DsmanagerServer): Fields {
  const index = world.index();
  const operation = index.operationOf(server.id)?.task.kind;
  const type = index.serverTypes.get(server.typeId)?.name ?? "";
  const owner = server.ownerId === null ? "" : (index.users.get(server.ownerId)?.name ?? "");
  return {
    id: server.id,
    ...world.dialect.serverColumns({
      name: server.name,
      hostname: server.hostname,
      type,
      owner,
      status: statusOf(server, operation !== undefined),
    }),
    ip: server.addresses[0]?.ip ?? "",
    rack: `${index.racks.get(server.rackId)?.name ?? ""} ${String(server.unit)}`.trim(),
    height: server.height,
    mac: server.mac,
    serial: server.serial,
    location: server.locationId,
    ostemplate: server.image,
    poweron: server.controllerAnswers && server.runs,
    poweroff: server.controllerAnswers && !server.runs,
    powererror: !server.controllerAnswers,
    disabled: server.isDisabled,
    blocked: server.isBlocked,
    hwproblem: server.hasHardwareFault,
    diag_in_progress: operation === "diagnostics",
    install_in_progress: operation === "install",
    operation_failed: server.failure,
  };
}

function statusOf(server: DsmanagerServer, isBusy: boolean): "on" | "off" | "suspended" | "installing" | "error" {
  if (isBusy) return "installing";
  if (server.failure !== null || !server.controllerAnswers) return "error";
  if (server.isDisabled) return "suspended";
  return server.runs ? "on" : "off";
}

/** The hint of a flag, as the panel's window shows it beside the row: how far an operation is. */
function viewProgress(call: PanelCall, world: DsmanagerWorld): readonly XmlNode[] | null {
  if (readText(call, "clickstat") !== "title") return null;
  const operation = world.index().operationOf(Number(readText(call, "elid")));
  const hinted = { install_in_progress: "install", diag_in_progress: "diagnostics" }[readText(call, "hint_field")];
  const isAskedFor = operation !== undefined && operation.task.kind === hinted;
  return [element("value", isAskedFor ? `${String(progressPercent(world.now(), operation))}%` : "")];
}
