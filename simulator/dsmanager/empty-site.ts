import type { DsmanagerSite } from "./site-document";
import { colocationType, locationId, typesForHire, type DsmanagerSitePlan } from "./site-plan";

/** A site before its racks are filled; its ids begin where those of the DCImanager 6 practice sites do. */
export function emptySite(plan: DsmanagerSitePlan): DsmanagerSite {
  return {
    format: "dsmanager-1",
    name: plan.name,
    nextIds: { user: 200, server: 101, address: 5001, connection: 3001 },
    users: [
      { id: 41, name: "admin", realName: "Administrator", level: 29, password: "s3cret" },
      ...plan.customers.map((customer, place) => ({ id: 55 + place, level: 16 as const, password: null, ...customer })),
    ],
    locations: [{ id: locationId, name: plan.name }],
    racks: [],
    serverTypes: [...typesForHire, colocationType].map(({ id, name }) => ({ id, name })),
    images: [
      { id: 1, name: "debian12", type: "os" },
      { id: 2, name: "ubuntu2404", type: "os" },
      { id: 3, name: "almalinux9", type: "os" },
      { id: 4, name: "windows2022", type: "os" },
      // A near miss of the first, as people come to have when they retype names.
      { id: 5, name: "Debian 12", type: "os" },
      { id: 6, name: "sysrescue", type: "recovery" },
      { id: 7, name: "memtest", type: "diag" },
    ],
    servers: [],
    switches: [{ id: 10, name: "sw-mgmt", locationId, rackId: 7, ports: [] }],
    pdus: [],
    addressRanges: [...plan.addressRanges],
    exhausted: [],
    works: [],
    filters: {},
  };
}
