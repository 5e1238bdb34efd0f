import type { Customer, DataCentre, Department } from "../../main/contract/shapes/directory";
import type { ConfigurationReport, Module } from "../../main/contract/shapes/module";
import type { NewJournalEntry } from "../../main/ports/store";
import type { Service } from "../../main/contract/shapes/service";
import { tariffContentShape } from "../../main/contract/shapes/tariff";
import type { Tariff, TariffVersion } from "../../main/contract/shapes/tariff";
import type { Task } from "../../main/contract/shapes/task";
import type { ActionRecord, CardRecord, Repositories, TokenRecord } from "../../main/ports/store";

export const department: Department = { id: "department-1", revision: 0, name: "Colocation", members: [] };
export const dataCentre: DataCentre = { id: "data-centre-1", revision: 0, name: "North" };
export const customer: Customer = {
  id: "customer-1",
  revision: 0,
  name: "ООО Вектор",
  email: "noc@vektor.example",
  note: "",
};

export const module: Module = {
  id: "module-1",
  revision: 0,
  type: "dcimanager6-colocation",
  productType: "colocation",
  dialect: null,
  name: "DCI North",
  url: "https://dci.example.net",
  username: "admin@example.net",
  certificate: null,
  dataCentreId: dataCentre.id,
  departmentId: department.id,
  locationId: 3,
  sort: 10,
  isActive: true,
  routeOverrides: { "server.get": "GET /server/{id}" },
  configurationTakenAt: null,
};

export const tariff: Tariff = {
  id: "tariff-1",
  revision: 0,
  version: 1,
  productType: "colocation",
  name: "Colocation 1U",
  internalName: "",
  currency: "EUR",
  moduleIds: [module.id],
  periods: [{ months: 1, priceMinor: 4900, setUpMinor: 0 }],
  resources: [
    {
      name: "ip",
      title: "IPv4 addresses",
      valueType: "integer",
      measure: "pcs",
      enumerationId: null,
      included: 1,
      minimum: 0,
      maximum: 8,
      step: 1,
      billing: "ordered",
      changeBy: "anyone",
      stepPrices: [{ months: 1, priceMinor: 200 }],
      isActive: true,
    },
  ],
  isActive: true,
};

export function configurationReport(overrides: Partial<ConfigurationReport> = {}): ConfigurationReport {
  const empty = { locations: [], racks: [], pools: [], switches: [], pdus: [], users: [], osImages: [], presets: [] };
  return { configuration: { takenAt: 5, ...empty }, lastChanges: [], checkedAt: 5, pendingChanges: [], ...overrides };
}

/** What the tariff says now, as its current version keeps it. */
export function tariffVersion({ id, version, ...record }: Tariff = tariff): TariffVersion {
  const content = tariffContentShape.parse(record);
  return { tariffId: id, version, content, createdAt: 500, createdBy: "Anna" };
}

export function service(number: number, overrides: Partial<Service> = {}): Service {
  return {
    id: `service-${String(number)}`,
    revision: 0,
    number,
    productType: "colocation",
    state: "ordered",
    customerId: customer.id,
    tariffId: tariff.id,
    tariffVersion: tariff.version,
    moduleId: module.id,
    moduleTrials: [{ moduleId: module.id, moduleName: module.name, isChosen: true, remarks: [] }],
    amounts: { ip: 2 },
    choices: {},
    periodMonths: 1,
    price: { currency: "EUR", lines: [{ subject: "period", quantity: 1, amountMinor: 4900 }], totalMinor: 4900 },
    pendingChange: null,
    serverId: null,
    label: "",
    addresses: [],
    note: "",
    createdAt: 1_000 + number,
    activatedAt: null,
    closedAt: null,
    ...overrides,
  };
}

export function task(number: number, overrides: Partial<Task> = {}): Task {
  return {
    id: `task-${String(number)}`,
    revision: 0,
    number,
    kind: "set-up",
    state: "open",
    serviceId: "service-1",
    departmentId: department.id,
    performer: null,
    acceptedAt: null,
    createdAt: 2_000 + number,
    endedAt: null,
    ...overrides,
  };
}

export function card(overrides: Partial<CardRecord> = {}): CardRecord {
  return {
    serviceId: "service-1",
    revision: 0,
    url: "",
    identifier: "",
    username: "",
    sealedPassword: null,
    rack: "",
    label: "",
    ...overrides,
  };
}

export function action(id: string, overrides: Partial<ActionRecord> = {}): ActionRecord {
  return {
    id,
    revision: 0,
    sequence: 0,
    lane: "server:7",
    kind: "set-power",
    summary: "Power off",
    state: "waiting",
    moduleId: module.id,
    serviceId: "service-1",
    taskId: null,
    serverId: 7,
    attempts: 0,
    createdAt: 3_000,
    nextAttemptAt: null,
    startedAt: null,
    endedAt: null,
    trouble: null,
    outcome: "",
    percent: null,
    createdBy: "Anna",
    heldBy: null,
    request: '{"kind":"set-power","power":"off"}',
    seen: null,
    operationId: null,
    deadlineAt: null,
    progress: null,
    ...overrides,
  };
}

export function journalEntry(id: string, overrides: Partial<NewJournalEntry> = {}): NewJournalEntry {
  return {
    id,
    at: 4_000,
    operator: "Anna",
    call: "task.accept",
    entity: "task",
    entityId: "task-1",
    serviceId: "service-1",
    summary: "Task T-1 accepted",
    workstation: "bench-1",
    via: "window",
    changes: [],
    ...overrides,
  };
}

export function tokenRecord(overrides: Partial<TokenRecord> = {}): TokenRecord {
  return {
    id: "token-1",
    name: "nightly",
    operatorId: "operator-1",
    hash: "a".repeat(64),
    calls: ["task.list", "backup.make"],
    createdAt: 600,
    expiresAt: null,
    lastUsedAt: null,
    ...overrides,
  };
}

/** A department, a data centre, a customer, a module, a tariff and service 1: what every task needs. */
export async function addSite(repositories: Repositories): Promise<void> {
  await repositories.departments.add(department);
  await repositories.dataCentres.add(dataCentre);
  await repositories.customers.add(customer);
  await repositories.modules.add(module);
  await repositories.tariffs.add(tariff);
  await repositories.tariffs.putVersion(tariffVersion());
  await repositories.services.add(service(1));
}
