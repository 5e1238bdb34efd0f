import type { Random } from "./random";
import type { SiteDocument, SiteServer } from "./site-document";
import type { SitePlan } from "./site-plan";

/** Most servers are let, and have addresses; a few are free, faulty or busy. */
export function occupyServer(site: SiteDocument, plan: SitePlan, random: Random, server: SiteServer): void {
  const [firstCustomer, ...otherCustomers] = plan.customers;
  if (firstCustomer === undefined || random.chance(0.25)) {
    if (random.chance(0.15)) failDiagnostics(site, server);
    return;
  }
  server.ownerId = random.pick([firstCustomer, ...otherCustomers]).id;
  server.templateId = random.pick([1, 2]);
  const wanted = 1 + random.below(3);
  for (let count = 0; count < wanted && site.addresses.length < plan.addressLimit; count += 1) {
    site.addresses.push({
      id: site.nextIds.address++,
      address: plan.addressOf(site.addresses.length),
      family: "ipv4",
      poolId: plan.addressPoolId,
      serverId: server.id,
      domain: server.domain,
      status: "allocated",
    });
  }
  addOperation(site, server, random.chance(0.03) ? "running" : "ok");
}

function failDiagnostics(site: SiteDocument, server: SiteServer): void {
  addOperation(site, server, "failed");
  server.state = "operation_failed";
  server.stateInfo = "Diagnostics found a faulty memory module";
  server.notes = "memory to be replaced";
}

function addOperation(site: SiteDocument, server: SiteServer, status: "ok" | "running" | "failed"): void {
  const id = site.nextIds.operation++;
  site.operations.push({
    id,
    serverId: server.id,
    name: status === "failed" ? "diagnostics" : "os_install",
    stage: status === "failed" ? "memory" : "download",
    status,
    message: status === "failed" ? "Diagnostics found a faulty memory module" : null,
    startedAt: 0,
    endsAt: status === "running" ? null : 0,
    failsWith: null,
    work: { kind: "nothing" },
  });
  server.operationId = id;
}
