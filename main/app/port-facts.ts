import type { LabelValues } from "../contract/shapes/label";
import type { PduPort, ServerFacts, SwitchPort } from "../contract/shapes/panel";
import type { LabelledSubject } from "../domain/label-subject";
import { cableEnd, placeValues } from "../domain/label-values";
import type { PanelMemory } from "./label-facts";

interface Found {
  readonly values: LabelValues;
  readonly rackId: number | null;
}
type PortSubject = Extract<LabelledSubject, { kind: "switch-port" | "pdu-port" }>;
type CableSubject = Extract<LabelledSubject, { kind: "cable" }>;

interface Device {
  readonly name: string;
  readonly rackName: string;
  readonly locationId: number | null;
}

/** What a port's label tells: the port with its device, and what is plugged into it as far as that is known. */
export async function portValues(memory: PanelMemory, subject: PortSubject): Promise<Found | undefined> {
  const { device, port } =
    subject.kind === "switch-port" ? await switchPort(memory, subject) : await pduPort(memory, subject);
  if (!device && !port) return undefined;
  const { name: deviceName, rackName, locationId } = device ?? { name: "", rackName: "", locationId: null };
  const portName = port?.name ?? "";
  const serverId = port?.serverId ?? null;
  const far = serverId === null ? undefined : await memory.observed<ServerFacts>(`server ${String(serverId)}`);
  return {
    values: {
      name: `${deviceName} ${portName}`.trim(),
      ...placeValues({ site: memory.siteOf(locationId), rack: rackName, units: [] }),
      port: portName,
      device: deviceName,
      near: cableEnd({ rack: rackName, units: [] }, deviceName, portName),
      far: far ? serverEnd(far) : (port?.serverName ?? ""),
    },
    rackId: null,
  };
}

async function switchPort(memory: PanelMemory, subject: Extract<PortSubject, { kind: "switch-port" }>) {
  const ports = await memory.observed<readonly SwitchPort[]>(`switch ${String(subject.switchId)}`);
  return {
    device: switchOf(memory, subject.switchId),
    port: ports?.find((one) => one.portId === subject.portId),
  };
}

async function pduPort(memory: PanelMemory, subject: Extract<PortSubject, { kind: "pdu-port" }>) {
  const ports = await memory.observed<readonly PduPort[]>(`pdu ${String(subject.pduId)}`);
  const port = ports?.find((one) => one.portId === subject.portId);
  return { device: pduOf(memory, subject.pduId), port: port && { ...port, name: port.outlet } };
}

/** What a cable's label tells: both its ends. Undefined when the server has no such connection. */
export async function cableValues(memory: PanelMemory, subject: CableSubject): Promise<Found | undefined> {
  const server = await memory.observed<ServerFacts>(`server ${String(subject.serverId)}`);
  const end = server && farEnd(memory, server, subject);
  if (!end) return undefined;
  const { device, deviceName, port, isManagement } = end;
  const place = { site: memory.siteOf(server.locationId), rack: server.rackName, units: server.units };
  return {
    values: {
      name: `${server.name} - ${deviceName} ${port}`,
      ...placeValues(place),
      port,
      device: deviceName,
      near: isManagement ? `${serverEnd(server)} BMC` : serverEnd(server),
      far: cableEnd({ rack: device?.rackName ?? "", units: [] }, deviceName, port),
    },
    rackId: server.rackId,
  };
}

function farEnd(memory: PanelMemory, server: ServerFacts, { to, connectionId }: CableSubject) {
  if (to === "switch") {
    const found = server.switchConnections.find((one) => one.connectionId === connectionId);
    if (!found) return undefined;
    const { switchId, switchName, portName, isManagement } = found;
    return { device: switchOf(memory, switchId), deviceName: switchName, port: portName, isManagement };
  }
  const found = server.pduConnections.find((one) => one.connectionId === connectionId);
  if (!found) return undefined;
  const { pduId, pduName, outlet } = found;
  return { device: pduOf(memory, pduId), deviceName: pduName, port: outlet, isManagement: false };
}

function switchOf({ configuration }: PanelMemory, switchId: number): Device | undefined {
  return configuration?.switches.find((one) => one.switchId === switchId);
}

function pduOf({ configuration }: PanelMemory, pduId: number): Device | undefined {
  const pdu = configuration?.pdus.find((one) => one.pduId === pduId);
  return pdu && { ...pdu, locationId: null };
}

function serverEnd({ rackName, units, name }: ServerFacts): string {
  return cableEnd({ rack: rackName, units }, name);
}
