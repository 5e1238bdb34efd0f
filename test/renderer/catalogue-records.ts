import type { Enumeration } from "../../main/contract/shapes/enumeration";
import type { ModuleRow } from "../../main/contract/shapes/module";
import type { Resource, TariffRow } from "../../main/contract/shapes/tariff";

export function buildResource(change: Partial<Resource> = {}): Resource {
  return {
    name: "ip",
    title: "Public IPv4 addresses",
    valueType: "integer",
    measure: "pcs",
    enumerationId: null,
    included: 1,
    minimum: 0,
    maximum: 16,
    step: 1,
    billing: "ordered",
    changeBy: "anyone",
    stepPrices: [{ months: 1, priceMinor: 300 }],
    isActive: true,
    ...change,
  };
}

export function buildTariff(change: Partial<TariffRow> = {}): TariffRow {
  return {
    id: "tariff-1",
    revision: 4,
    version: 1,
    productType: "colocation",
    name: "Colo 1U",
    internalName: "",
    currency: "EUR",
    moduleIds: ["module-1"],
    periods: [{ months: 1, priceMinor: 5900, setUpMinor: 0 }],
    resources: [buildResource()],
    isActive: true,
    currentServices: 0,
    earlierServices: 0,
    ...change,
  };
}

export function buildModule(change: Partial<ModuleRow> = {}): ModuleRow {
  return {
    id: "module-1",
    revision: 1,
    type: "dcimanager6-colocation",
    productType: "colocation",
    dialect: null,
    name: "Riga-1",
    url: "https://dci.example.net",
    username: "admin@example.net",
    locationId: null,
    sort: 10,
    isActive: true,
    routeOverrides: {},
    certificate: null,
    dataCentreId: "data-centre-1",
    departmentId: "department-1",
    configurationTakenAt: null,
    pendingChanges: 0,
    tariffCount: 0,
    serviceCount: 0,
    ...change,
  };
}

export function buildEnumeration(change: Partial<Enumeration> = {}): Enumeration {
  return {
    id: "enumeration-1",
    revision: 2,
    name: "Operating system",
    internalName: "os",
    items: [
      { internalName: "debian12", name: "Debian 12" },
      { internalName: "Ubuntu2404", name: "Ubuntu 24.04" },
    ],
    ...change,
  };
}
