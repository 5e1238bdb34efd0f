import type { ServerFacts } from "../contract/shapes/panel";
import type { ServerDetails } from "../ports/gateway";
import type { MirrorEntry } from "../ports/mirror-store";

/** A server as it goes into the mirror, with everything that somebody may look for it by. */
export function toEntry(facts: ServerFacts): MirrorEntry {
  const { name, domain, barcode, serial, mac, ipmiAddress, ownerEmail, rackName, units } = facts;
  const ports = facts.switchConnections.map(({ switchName, portName }) => `${switchName} ${portName}`);
  const outlets = facts.pduConnections.map(({ pduName, outlet }) => `${pduName} ${outlet}`);
  const place = rackName === "" ? "" : `${rackName} ${units.join(" ")}`;
  const words = [name, domain, barcode, serial, mac, mac.replace(/[^0-9a-f]/gi, ""), ipmiAddress, ownerEmail, place];
  const addresses = facts.addresses.map(({ address }) => address);
  const text = [...words, ...ports, ...outlets, ...addresses].filter((word) => word !== null && word !== "");
  return { facts, searchText: text.join("\n").toLowerCase() };
}

/** What a list tells of a server now, with what was read of it alone before. */
export function withDetails(facts: ServerFacts, details: ServerDetails): ServerFacts {
  const main = new Set(facts.addresses.map(({ address }) => address));
  const isMain = (address: string) => Number(main.has(address));
  return {
    ...facts,
    name: details.name || facts.name,
    mac: facts.mac || details.mac,
    serial: facts.serial || details.serial,
    notes: details.notes,
    ipmiAddress: details.ipmiAddress,
    ipmiConnectionId: details.ipmiConnectionId,
    // The list names the main address, and a panel that has given another one since says so there first.
    addresses: [...details.addresses].sort((left, right) => isMain(right.address) - isMain(left.address)),
    switchConnections: details.switchConnections,
    pduConnections: details.pduConnections,
  };
}
