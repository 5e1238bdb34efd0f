import type { DsmanagerRack, DsmanagerSite, Port } from "./site-document";

/** What of a rack's equipment is still to be cabled; null when nothing is left. */
export interface RackEquipment {
  takePort(): Port | null;
  takeOutlet(): Port | null;
  /** The management switch of the site grows with its servers. */
  addManagementPort(): Port | null;
}

const sparePorts = 6;

/** Equips a rack with a switch and a PDU, each with a few places to spare. */
export function equipRack(site: DsmanagerSite, rack: DsmanagerRack, place: number, servers: number): RackEquipment {
  const tag = rack.name.toLowerCase();
  const count = servers + sparePorts;
  // Ids go on from rack to rack, so that no port of a site shares its number with another.
  const ports = createPorts(901 + place * count, count, (number) => `Gi1/0/${String(number)}`);
  const outlets = createPorts(41 + place * count, count, String);
  const { id: rackId, locationId } = rack;
  site.switches.push({ id: 11 + place, name: `sw-${tag}`, locationId, rackId, ports });
  site.pdus.push({ id: 3 + place, name: `pdu-${tag}`, rackId, ports: outlets });
  const freePorts = [...ports];
  const freeOutlets = [...outlets];
  const management = site.switches[0]?.ports ?? [];
  return {
    takePort: () => freePorts.shift() ?? null,
    takeOutlet: () => freeOutlets.shift() ?? null,
    addManagementPort: () => {
      const number = management.length + 1;
      const port: Port = { id: 100_000 + number, identity: `Fa0/${String(number)}`, isOn: true, cable: null };
      management.push(port);
      return port;
    },
  };
}

function createPorts(firstId: number, count: number, identityOf: (number: number) => string): Port[] {
  return Array.from({ length: count }, (_, step) => ({
    id: firstId + step,
    identity: identityOf(step + 1),
    isOn: true,
    cable: null,
  }));
}
