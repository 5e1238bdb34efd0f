import type { SiteRack } from "../site/site-document";
import { optionalText, requiredNumber, requiredText, type Body, type PanelRequest } from "./panel-request";
import { unitStates } from "./racks";
import { refuse } from "./refusal";
import type { Route } from "./router";
import type { World } from "./world";

export const serverCreationRoutes: readonly Route[] = [
  {
    method: "POST",
    path: "dci/v3/server",
    bodyFields: ["name", "location", "rack", "unit", "type", "mac", "serial", "notes"],
    answer: createServer,
  },
];

function createServer({ body }: PanelRequest, world: World): unknown {
  const name = requiredText(body, "name");
  const locationId = requiredNumber(body, "location");
  if (!world.index().locations.has(locationId)) {
    throw refuse(1003, `Location ${String(locationId)} does not exist`, { field: "location" });
  }
  const rackId = requiredNumber(body, "rack");
  const rack = world.index().racks.get(rackId);
  if (rack?.locationId !== locationId) {
    throw refuse(1003, `Rack ${String(rackId)} does not exist in this location`, { field: "rack" });
  }
  const units = readUnits(body);
  refuseTakenUnits(world, rack, units);
  const mac = optionalText(body, "mac").toLowerCase();
  refuseMac(world, mac);

  const id = world.nextId("server");
  world.site.servers.push({
    id,
    name,
    domain: "",
    locationId,
    rackId,
    units,
    barcode: `BC${String(id).padStart(6, "0")}`,
    serial: optionalText(body, "serial"),
    mac,
    notes: optionalText(body, "notes", 4096),
    configuration: "",
    motherboard: "",
    ownerId: null,
    isNew: true,
    state: "active",
    stateInfo: "",
    runs: false,
    ipmi: null,
    templateId: null,
    operationId: null,
  });
  world.record("server-created", id, { name, rack: rackId, units: units.join(",") });
  world.changed();
  return { id };
}

function readUnits(body: Body): number[] {
  const value = body["unit"];
  const units: unknown[] = Array.isArray(value) ? value : [value];
  const numbers = units.filter((unit): unit is number => typeof unit === "number" && Number.isSafeInteger(unit));
  if (numbers.length === 0 || numbers.length !== units.length) {
    throw refuse(1003, "Field unit must be a unit number or a list of them", { field: "unit" });
  }
  return [...new Set(numbers)].sort((left, right) => left - right);
}

function refuseTakenUnits(world: World, rack: SiteRack, units: readonly number[]): void {
  const states = new Map(unitStates(world, rack).map((state) => [state.unit, state]));
  for (const unit of units) {
    const found = states.get(unit);
    if (found === undefined)
      throw refuse(1003, `Rack ${rack.name} has no unit ${String(unit)}`, { field: "unit", unit });
    if (found.state === "free") continue;
    const reason = found.server === null ? found.state : `occupied by ${found.server.name}`;
    throw refuse(1040, `Unit ${String(unit)} of rack ${rack.name} is ${reason}`, { field: "unit", unit });
  }
}

function refuseMac(world: World, mac: string): void {
  if (mac === "") return;
  if (!/^[\da-f]{2}(?::[\da-f]{2}){5}$/.test(mac)) {
    throw refuse(1003, "Field mac is not a MAC address", { field: "mac" });
  }
  const holder = world.site.servers.find((server) => server.mac === mac);
  if (holder !== undefined) {
    throw refuse(1041, `MAC address ${mac} is already used by server ${holder.name}`, {
      field: "mac",
      server: holder.id,
    });
  }
}
