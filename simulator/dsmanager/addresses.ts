import { firstFree, parseAddress, parseRange, type AddressFamily } from "../foundation/address-range";
import { findRow, isConfirmed, readText, requiredText, type PanelCall } from "./panel-call";
import { done, type PanelFunction } from "./panel-function";
import { DsmanagerRefusal, refuseExisting, refuseMissing, refuseValue } from "./refusal";
import type { DsmanagerAddress, DsmanagerServer } from "./site-document";
import { nameHost } from "./work-results";
import { refuseWhenBusy } from "./works";
import type { DsmanagerWorld } from "./world";
import { element, fields, type Fields, type XmlNode } from "./xml";

export const addressFunctions: readonly PanelFunction[] = [
  {
    name: "iplist",
    rows: (call, world) => viewAddresses(findRow(world.index().servers, "server", call)),
  },
  { name: "iplist.edit", answer: editAddress },
  { name: "iplist.delete", answer: deleteAddress },
];

/** Each family stands under a heading, which is a row of its own. */
function viewAddresses({ addresses }: DsmanagerServer): readonly Fields[] {
  return (["ipv4", "ipv6"] as const).flatMap((family): readonly Fields[] => {
    const rows = addresses.filter((address) => address.family === family);
    if (rows.length === 0) return [];
    return [{ id: family, ip: family === "ipv4" ? "IPv4" : "IPv6", type: "group" }, ...rows.map(viewAddress)];
  });
}

function viewAddress({ id, ip, domain, family }: DsmanagerAddress): Fields {
  return { id, ip, domain, type: "public", family };
}

function editAddress(call: PanelCall, world: DsmanagerWorld): readonly XmlNode[] {
  const server = findRow(world.index().servers, "server", call, "plid");
  const address = readText(call, "elid") === "" ? null : findAddress(call, server);
  if (!isConfirmed(call)) return address === null ? [] : fields(viewAddress(address));
  refuseWhenBusy(world, server);
  return address === null ? addAddress(call, world, server) : renameAddress(call, world, server, address);
}

/** Gives the address asked for, or the lowest free one of its family. */
function addAddress(call: PanelCall, world: DsmanagerWorld, server: DsmanagerServer): readonly XmlNode[] {
  const wanted = readText(call, "ip").trim();
  const family = readFamily(call);
  const ip = wanted === "" ? pickAddress(world, family) : claimAddress(world, wanted, family);
  const id = world.nextId("address");
  server.addresses.push({ id, ip, family, domain: readText(call, "domain") || server.hostname });
  world.record("address-allocated", server.id, { id, address: ip, family });
  world.changed();
  return [element("ip", ip), element("id", id), element("ok")];
}

function pickAddress(world: DsmanagerWorld, family: AddressFamily): string {
  const taken = takenAddresses(world);
  const isExhausted = world.site.exhausted.includes(family);
  for (const range of isExhausted ? [] : world.site.addressRanges) {
    const span = parseRange(range);
    const free = span?.family === family ? firstFree(span, taken) : null;
    if (free !== null) return free;
  }
  throw new DsmanagerRefusal("limit", "ip", "There are no free IP addresses");
}

function claimAddress(world: DsmanagerWorld, wanted: string, family: AddressFamily): string {
  const address = parseAddress(wanted);
  const isOurs = world.site.addressRanges.some((range) => {
    const span = parseRange(range);
    return span?.family === address?.family && isWithin(span, address?.value);
  });
  if (address?.family !== family || !isOurs) throw refuseValue("ip", wanted);
  if (takenAddresses(world).has(wanted)) throw refuseExisting("ip", wanted);
  return wanted;
}

function isWithin(span: ReturnType<typeof parseRange>, value: bigint | undefined): boolean {
  return span !== null && value !== undefined && value >= span.first && value <= span.last;
}

/** The domain of the main address is the server's host name. */
function renameAddress(
  call: PanelCall,
  world: DsmanagerWorld,
  server: DsmanagerServer,
  address: DsmanagerAddress,
): readonly XmlNode[] {
  address.domain = requiredText(call, "domain");
  if (address === server.addresses[0]) nameHost(world, server, address.domain);
  world.changed();
  return done;
}

function deleteAddress(call: PanelCall, world: DsmanagerWorld): readonly XmlNode[] {
  const server = findRow(world.index().servers, "server", call, "plid");
  const address = findAddress(call, server);
  refuseWhenBusy(world, server);
  server.addresses = server.addresses.filter((other) => other !== address);
  world.record("address-released", server.id, { id: address.id, address: address.ip });
  world.changed();
  return done;
}

/** By its id, or by the address itself. */
function findAddress(call: PanelCall, { addresses }: DsmanagerServer): DsmanagerAddress {
  const elid = readText(call, "elid");
  const address = addresses.find(({ id, ip }) => String(id) === elid || ip === elid);
  if (address === undefined) throw refuseMissing("ip", elid);
  return address;
}

function takenAddresses(world: DsmanagerWorld): ReadonlySet<string> {
  return new Set(world.site.servers.flatMap(({ addresses }) => addresses.map(({ ip }) => ip)));
}

function readFamily(call: PanelCall): AddressFamily {
  const family = readText(call, "family");
  if (family !== "ipv4" && family !== "ipv6") throw refuseValue("family", family);
  if (readText(call, "iptype") !== "public") throw refuseValue("iptype", readText(call, "iptype"));
  return family;
}
