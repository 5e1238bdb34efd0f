import { findRow, type PanelCall } from "./panel-call";
import { done, type FormFunction } from "./panel-function";
import { commandPort } from "./port-commands";
import type { DsmanagerServer } from "./site-document";
import { cancelOperation, refuseWhenBusy, startWork } from "./works";
import type { DsmanagerWorld } from "./world";

export const serverCommandFunctions: readonly FormFunction[] = [
  commandOf("server.poweron", (world, server) => {
    switchPower(world, server, "on");
  }),
  commandOf("server.poweroff", (world, server) => {
    switchPower(world, server, "off");
  }),
  commandOf("server.reboot", (world, server) => {
    switchPower(world, server, "reset");
  }),
  commandOf("server.enable", (world, server) => {
    setEnabled(world, server, true);
  }),
  commandOf("server.disable", (world, server) => {
    setEnabled(world, server, false);
  }),
  {
    name: "server.opercancel",
    answer: (call, world) => {
      cancelOperation(world, findRow(world.index().servers, "server", call));
      return done;
    },
  },
];

/** A command on a server that nothing else may be working on. */
function commandOf(name: string, act: (world: DsmanagerWorld, server: DsmanagerServer) => void): FormFunction {
  return {
    name,
    answer: (call: PanelCall, world) => {
      const server = findRow(world.index().servers, "server", call);
      refuseWhenBusy(world, server);
      act(world, server);
      return done;
    },
  };
}

/** What already is so stays so; a silent controller takes the command and does nothing. */
function switchPower(world: DsmanagerWorld, server: DsmanagerServer, to: "on" | "off" | "reset"): void {
  if (!server.controllerAnswers) return;
  // The last command counts: it takes the place of one that is still under way.
  world.site.works = world.site.works.filter(({ serverId, task }) => serverId !== server.id || task.kind !== "power");
  if (to !== "reset" && server.runs === (to === "on")) {
    world.changed();
    return;
  }
  startWork(world, { serverId: server.id, task: { kind: "power", to }, durationMs: world.timings.powerMs });
}

/** Shuts or opens all ports but those of management; the power stays as it is. */
function setEnabled(world: DsmanagerWorld, server: DsmanagerServer, isEnabled: boolean): void {
  if (server.isDisabled === !isEnabled) return;
  server.isDisabled = !isEnabled;
  world.record(isEnabled ? "server-enabled" : "server-disabled", server.id);
  for (const cabled of world.index().cablesOf(server.id)) {
    if (cabled.kind === "switch" && !cabled.cable.isIpmi) commandPort(world, cabled, isEnabled);
  }
  world.changed();
}
