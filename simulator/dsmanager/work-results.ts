import type { DsmanagerServer, WorkTask } from "./site-document";
import type { DsmanagerWorld } from "./world";

/** Carries out what a work was for. */
export function completeTask(world: DsmanagerWorld, serverId: number | null, task: WorkTask): void {
  const server = serverId === null ? undefined : world.index().servers.get(serverId);
  if (task.kind === "port") {
    switchPort(world, serverId, task);
    return;
  }
  if (server === undefined) return;
  switch (task.kind) {
    case "install":
      server.image = task.image;
      server.failure = null;
      server.runs = true;
      world.record("os-installed", server.id, { image: task.image, hostname: task.hostname });
      if (task.hostname !== "") nameHost(world, server, task.hostname);
      return;
    case "power":
      switchPower(world, server, task.to);
      return;
    case "diagnostics":
      server.failure = null;
      return;
  }
}

/** A server's host name is the domain of its main address. */
export function nameHost(world: DsmanagerWorld, server: DsmanagerServer, hostname: string): void {
  const main = server.addresses[0];
  if (main !== undefined) main.domain = hostname;
  if (server.hostname === hostname) return;
  server.hostname = hostname;
  world.record("hostname-set", server.id, { hostname });
}

function switchPower(world: DsmanagerWorld, server: DsmanagerServer, to: "on" | "off" | "reset"): void {
  const ran = server.runs;
  server.runs = to !== "off";
  if (to === "reset" || ran !== server.runs) world.record(`power-${to}`, server.id);
}

function switchPort(world: DsmanagerWorld, serverId: number | null, task: WorkTask & { kind: "port" }): void {
  const devices = task.device === "switch" ? world.site.switches : world.site.pdus;
  const device = devices.find(({ ports }) => ports.some(({ id }) => id === task.portId));
  const port = device?.ports.find(({ id }) => id === task.portId);
  if (device === undefined || port === undefined || port.isOn === task.isOn) return;
  port.isOn = task.isOn;
  world.record(task.isOn ? "port-up" : "port-down", serverId, {
    [task.device]: device.id,
    port: port.id,
    description: port.identity,
    isIpmi: port.cable?.isIpmi ?? false,
  });
}
