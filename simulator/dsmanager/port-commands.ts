import type { PlacedPort } from "./site-index";
import { startWork } from "./works";
import type { DsmanagerWorld } from "./world";

/** Switches a port or an outlet; the last command takes the place of one that is still under way. */
export function commandPort(world: DsmanagerWorld, { kind, port }: PlacedPort, isOn: boolean): void {
  world.site.works = world.site.works.filter(
    ({ task }) => task.kind !== "port" || task.device !== kind || task.portId !== port.id,
  );
  world.changed();
  if (port.isOn === isOn) return;
  startWork(world, {
    serverId: port.cable?.serverId ?? null,
    task: { kind: "port", connectionId: port.cable?.connectionId ?? null, device: kind, portId: port.id, isOn },
    durationMs: world.timings.portMs,
  });
}
