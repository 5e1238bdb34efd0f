import type { AddressFamily } from "../foundation/address-range";
import type { SiteAddress, SitePool } from "../site/site-document";
import { answerList } from "./list-answer";
import { accepted, refuseWhenBusy, startOperation } from "./operations";
import { optionalText, requiredNumber, type PanelRequest } from "./panel-request";
import { pickFree, rangeOf } from "./pools";
import { refuse, refuseUnknown } from "./refusal";
import type { Route } from "./router";
import { getRow, type World } from "./world";

const noFreeAddresses = "There are no free IP addresses in the pool";

export const addressRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "dci/v3/server/:server/ip",
    answer: (request, world) => {
      const server = getRow(world.index().servers, "Server", request.id("server"));
      const rows = world.index().addressesOf(server.id);
      return answerList(request.query, { rows, view: (address) => viewAddress(world, address) });
    },
  },
  {
    method: "POST",
    path: "dci/v3/server/:server/ip",
    bodyFields: ["ip_pool", "family", "count", "domain"],
    answer: assignAddresses,
  },
  { method: "DELETE", path: "dci/v3/server/:server/ip/:address", answer: releaseAddress },
];

/** An address as a row of its server. */
export function viewAddress(world: World, address: SiteAddress): unknown {
  const range = rangeOf(world, address);
  return {
    id: address.id,
    name: address.address,
    domain: address.domain,
    family: address.family,
    gateway: range?.gateway ?? "",
    network: range?.network ?? "",
    status: address.status,
    status_info: {},
  };
}

function assignAddresses(request: PanelRequest, world: World): unknown {
  const server = getRow(world.index().servers, "Server", request.id("server"));
  const { body } = request;
  const poolId = requiredNumber(body, "ip_pool");
  const pool = world.index().pools.get(poolId);
  if (pool === undefined) throw refuse(1003, `Pool ${String(poolId)} does not exist`, { field: "ip_pool" });
  const family = readFamily(body["family"]);
  const count = requiredNumber(body, "count");
  if (count < 1 || count > 256) throw refuse(1003, "Field count must be from 1 to 256", { field: "count" });
  refuseWhenBusy(world, server.id);

  const names = takeFromPool(world, pool, family, count);
  const rows = names.map((address): SiteAddress => ({
    id: world.nextId("address"),
    address,
    family,
    poolId,
    serverId: server.id,
    domain: optionalText(body, "domain") || server.domain,
    status: "allocating",
  }));
  world.site.addresses.push(...rows);
  world.changed();
  const operationId = startOperation(world, {
    serverId: server.id,
    name: "ip_assign",
    stage: "allocate",
    work: { kind: "allocate", addressIds: rows.map(({ id }) => id) },
    durationMs: world.timings.allocateMs,
    failsWith: pool.pretendsEmpty === "late" ? noFreeAddresses : null,
  });
  return accepted(rows[0]?.id ?? world.nextId("address"), operationId);
}

/** A pool that fails late accepts even what it does not have. */
function takeFromPool(world: World, pool: SitePool, family: AddressFamily, count: number): readonly string[] {
  const names = pool.pretendsEmpty === "at-once" ? [] : pickFree(world, pool, family, count);
  if (names.length < count && pool.pretendsEmpty !== "late") {
    throw refuse(2020, noFreeAddresses, { ip_pool: pool.id, family });
  }
  return names;
}

function releaseAddress(request: PanelRequest, world: World): unknown {
  const server = getRow(world.index().servers, "Server", request.id("server"));
  const addressId = request.id("address");
  const address = world
    .index()
    .addressesOf(server.id)
    .find(({ id }) => id === addressId);
  if (address === undefined) throw refuseUnknown("IP address", addressId);
  refuseWhenBusy(world, server.id);
  address.status = "releasing";
  const operationId = startOperation(world, {
    serverId: server.id,
    name: "ip_release",
    stage: "release",
    work: { kind: "release", addressId },
    durationMs: world.timings.releaseMs,
  });
  return accepted(addressId, operationId);
}

function readFamily(value: unknown): AddressFamily {
  if (value === "ipv4" || value === "ipv6") return value;
  throw refuse(1003, "Field family must be ipv4 or ipv6", { field: "family" });
}
