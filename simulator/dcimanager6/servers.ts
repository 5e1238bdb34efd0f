import type { SiteServer } from "../site/site-document";
import { answerList } from "./list-answer";
import { accepted, refuseWhenBusy, startOperation } from "./operations";
import { hasField, numberOrNull, optionalText, requiredNumber, requiredText, type PanelRequest } from "./panel-request";
import { refuse } from "./refusal";
import type { Route } from "./router";
import { serverColumn, viewServer } from "./server-view";
import { getRow, type World } from "./world";

export const serverRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "dci/v3/server",
    answer: ({ query }, world) =>
      answerList(query, {
        rows: world.site.servers,
        view: (server) => viewServer(world, server),
        column: serverColumn(world),
      }),
  },
  { method: "GET", path: "dci/v3/server/configuration", answer: listConfigurations },
  {
    method: "GET",
    path: "dci/v3/server/:server",
    answer: (request, world) => viewServer(world, readServer(request, world)),
  },
  { method: "POST", path: "dci/v3/server/:server", bodyFields: ["name", "notes"], answer: editServer },
  { method: "POST", path: "dci/v3/server/:server/owner", bodyFields: ["owner"], answer: setOwner },
  { method: "POST", path: "dci/v3/server/:server/install", bodyFields: ["os_template"], answer: installTemplate },
];

function readServer(request: PanelRequest, world: World): SiteServer {
  return getRow(world.index().servers, "Server", request.id("server"));
}

function editServer(request: PanelRequest, world: World): unknown {
  const server = readServer(request, world);
  const { body } = request;
  const name = hasField(body, "name") ? requiredText(body, "name") : server.name;
  const notes = hasField(body, "notes") ? optionalText(body, "notes", 4096) : server.notes;
  if (name !== server.name || notes !== server.notes) {
    server.name = name;
    server.notes = notes;
    world.record("server-edited", server.id, { name, notes });
    world.changed();
  }
  return { id: server.id };
}

function setOwner(request: PanelRequest, world: World): unknown {
  const server = readServer(request, world);
  const ownerId = numberOrNull(request.body, "owner");
  if (ownerId !== null && !world.index().users.has(ownerId)) {
    throw refuse(1003, `User ${String(ownerId)} does not exist`, { field: "owner" });
  }
  if (ownerId !== server.ownerId) {
    server.ownerId = ownerId;
    world.record("owner-set", server.id, { owner: ownerId });
    world.changed();
  }
  return { id: server.id };
}

function installTemplate(request: PanelRequest, world: World): unknown {
  const server = readServer(request, world);
  const templateId = requiredNumber(request.body, "os_template");
  if (!world.index().templates.has(templateId)) {
    throw refuse(1003, `Template ${String(templateId)} does not exist`, { field: "os_template" });
  }
  refuseWhenBusy(world, server.id);
  const operationId = startOperation(world, {
    serverId: server.id,
    name: "os_install",
    stage: "download",
    work: { kind: "install", templateId },
    durationMs: world.timings.installMs,
  });
  return accepted(server.id, operationId);
}

/** How many servers of each configuration are free to be sold. */
function listConfigurations(request: PanelRequest, world: World): unknown {
  const counts = new Map<string, number>();
  for (const { configuration, ownerId, isNew, state } of world.site.servers) {
    if (configuration === "" || ownerId !== null || isNew || state !== "active") continue;
    counts.set(configuration, (counts.get(configuration) ?? 0) + 1);
  }
  const rows = [...counts].map(([configuration, count]) => ({ configuration, free_server_count: count }));
  return answerList(request.query, { rows, view: (row) => row });
}
