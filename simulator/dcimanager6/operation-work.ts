import type { OperationWork, SiteOperation, SiteServer } from "../site/site-document";
import { bmcAnswers } from "./power-rules";
import type { World } from "./world";

/** Carries out what an operation was for. */
export function completeWork(world: World, { serverId, work }: Pick<SiteOperation, "serverId" | "work">): void {
  const server = serverId === null ? undefined : world.index().servers.get(serverId);
  switch (work.kind) {
    case "power":
      if (server !== undefined) switchPower(world, server, work.action);
      return;
    case "allocate":
      finishAllocation(world, work.addressIds);
      return;
    case "release":
      finishRelease(world, work.addressId);
      return;
    case "port":
      switchPort(world, work.portId, work.admin);
      return;
    case "install":
      if (server === undefined) return;
      server.templateId = work.templateId;
      server.runs = true;
      world.record("os-installed", server.id, { template: work.templateId });
      return;
    case "nothing":
      return;
  }
}

/** Takes back what was prepared for an operation that failed or was cancelled. */
export function undoWork(world: World, work: OperationWork): void {
  if (work.kind === "allocate") {
    world.site.addresses = world.site.addresses.filter(({ id }) => !work.addressIds.includes(id));
  }
  if (work.kind === "release") {
    const address = world.site.addresses.find(({ id }) => id === work.addressId);
    if (address !== undefined) address.status = "allocated";
  }
}

function switchPower(world: World, server: SiteServer, action: "power_on" | "power_off" | "power_reset"): void {
  const outlets = world.index().outletsOf(server.id);
  const goesOff = action === "power_off";
  const relay = goesOff ? "off" : "on";
  // Off goes through the BMC; the outlets are cut only where no BMC answers.
  if (!goesOff || !bmcAnswers(world.index(), server)) {
    for (const { outlet } of outlets) outlet.relay = relay;
  }
  const ran = server.runs;
  server.runs = !goesOff;
  if (action === "power_reset" || ran !== server.runs) {
    world.record(goesOff ? "power-off" : action === "power_on" ? "power-on" : "power-reset", server.id);
  }
}

function finishAllocation(world: World, addressIds: readonly number[]): void {
  for (const id of addressIds) {
    const address = world.index().addresses.get(id);
    if (address === undefined) continue;
    address.status = "allocated";
    world.record("address-allocated", address.serverId, {
      id,
      address: address.address,
      family: address.family,
      pool: address.poolId,
    });
  }
}

function finishRelease(world: World, addressId: number): void {
  const address = world.index().addresses.get(addressId);
  if (address === undefined) return;
  world.site.addresses = world.site.addresses.filter(({ id }) => id !== addressId);
  world.record("address-released", address.serverId, { id: addressId, address: address.address });
}

function switchPort(world: World, portId: number, admin: "up" | "down"): void {
  const placed = world.index().ports.get(portId);
  if (placed === undefined || placed.port.admin === admin) return;
  placed.port.admin = admin;
  world.record(admin === "up" ? "port-up" : "port-down", placed.port.cable?.serverId ?? null, {
    switch: placed.switch.id,
    port: portId,
    description: placed.port.description,
    isIpmi: placed.port.cable?.isIpmi ?? false,
  });
}
