import type { Outlet, SitePdu, SiteRack, SiteSwitch, SwitchPort, UnitMark } from "./site-document";
import type { RackPlan } from "./site-plan";

/** The network and power equipment of one rack, and what of it is still to be cabled. */
export interface RackPlaces {
  readonly switches: readonly SiteSwitch[];
  readonly pdus: readonly SitePdu[];
  /** Above this unit stand the switches. */
  readonly highestUnit: number;
  /** The next free data port; null when there is none. */
  takePort(): SwitchPort | null;
  /** The next free outlet of the PDU that feeds this power supply. */
  takeOutlet(supply: number): Outlet | null;
}

export interface RackIds {
  readonly switchId: number;
  readonly pduId: number;
  readonly nextPortId: () => number;
  readonly nextOutletId: () => number;
}

const portsPerSwitch = 24;
const outletsPerPdu = 24;

/** Equips a rack: switches in its top units, a patch panel below them, PDUs upright beside the rails. */
export function fillRack(rack: SiteRack, plan: RackPlan, locationId: number, ids: RackIds): RackPlaces {
  const tag = rack.name.toLowerCase();
  const switches = Array.from({ length: plan.switches }, (_, place): SiteSwitch => ({
    id: ids.switchId + place,
    name: `sw-${tag}-${String(place + 1)}`,
    locationId,
    rackId: rack.id,
    ports: Array.from({ length: portsPerSwitch }, (__, port) => createPort(ids.nextPortId(), port + 1)),
  }));
  const pdus = Array.from({ length: plan.pdus }, (_, place): SitePdu => ({
    id: ids.pduId + place,
    name: `pdu-${tag}-${place === 0 ? "a" : "b"}`,
    locationId,
    rackId: rack.id,
    outlets: Array.from({ length: outletsPerPdu }, (__, outlet) => createOutlet(ids.nextOutletId(), outlet + 1)),
  }));
  const highestUnit = rack.size - plan.switches - 1;
  rack.marks = [...reservedUnits(highestUnit), ...serviceUnits(highestUnit + 1, rack.size)];
  const freePorts = switches.flatMap((device) => device.ports);
  const freeOutlets = pdus.map((pdu) => [...pdu.outlets]);
  return {
    switches,
    pdus,
    highestUnit: highestUnit - 1,
    takePort: () => freePorts.shift() ?? null,
    takeOutlet: (supply) => freeOutlets[supply % freeOutlets.length]?.shift() ?? null,
  };
}

function createPort(id: number, number: number): SwitchPort {
  return { id, description: `GigabitEthernet1/0/${String(number)}`, admin: "down", cable: null };
}

function createOutlet(id: number, number: number): Outlet {
  return { id, identity: String(number), relay: "on", polled: "on", cable: null };
}

function reservedUnits(unit: number): UnitMark[] {
  return [{ unit, state: "reserved", until: "2026-12-31" }];
}

function serviceUnits(first: number, last: number): UnitMark[] {
  return Array.from({ length: last - first + 1 }, (_, step) => ({ unit: first + step, state: "service", until: null }));
}
