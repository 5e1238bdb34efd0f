import { refuseWhenBusy, accepted, startOperation } from "./operations";
import type { PanelRequest } from "./panel-request";
import { shownPower } from "./power-rules";
import { refuse } from "./refusal";
import type { Route } from "./router";
import { getRow, type World } from "./world";

type PowerAction = "power_on" | "power_off" | "power_reset";

const actions: readonly PowerAction[] = ["power_on", "power_off", "power_reset"];

export const powerRoutes: readonly Route[] = actions.map((action) => ({
  method: "POST",
  path: `dci/v3/server/:server/${action}`,
  answer: (request, world) => switchServer(request, world, action),
}));

/** The conditions are judged by the state that the panel shows, however old it is. */
function switchServer(request: PanelRequest, world: World, action: PowerAction): unknown {
  const server = getRow(world.index().servers, "Server", request.id("server"));
  refuseWhenBusy(world, server.id);
  const shown = shownPower(world.index(), server);
  if (action === "power_on" && shown === "on") {
    throw refuse(1013, "Server is already powered on", { id: server.id });
  }
  if (action === "power_off" && shown !== "on") {
    const reason = shown === "off" ? "Server is already powered off" : "Power state of the server is unknown";
    throw refuse(1014, reason, { id: server.id, power_status: shown });
  }
  if (server.ipmi === null && world.index().outletsOf(server.id).length === 0) {
    throw refuse(1015, "Server has neither a BMC nor a PDU connection", { id: server.id });
  }
  const operationId = startOperation(world, {
    serverId: server.id,
    name: action,
    stage: "wait_for_power",
    work: { kind: "power", action },
    durationMs: world.timings.powerMs,
  });
  return accepted(server.id, operationId);
}
