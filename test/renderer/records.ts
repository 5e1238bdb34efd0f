import type { Action } from "../../main/contract/shapes/action";
import type { ConsoleDescription } from "../../main/contract/shapes/console";
import type { MessageRow } from "../../main/contract/shapes/message";
import type { ModuleRow } from "../../main/contract/shapes/module";
import type { ServiceRow } from "../../main/contract/shapes/service";
import type { Operator } from "../../main/contract/shapes/operator";
import type { Resource, TariffRow } from "../../main/contract/shapes/tariff";
import type { TaskDetail, TaskRow } from "../../main/contract/shapes/task";
import type { VaultState } from "../../main/contract/shapes/vault";

const at = Date.UTC(2026, 0, 15, 12);

export function buildVault(change: Partial<VaultState> = {}): VaultState {
  return {
    protection: "os-keychain",
    backend: "gnome_libsecret",
    availableBackend: "gnome_libsecret",
    isOpen: true,
    reason: "",
    hasRecoveryCode: true,
    keyMadeAt: at,
    ...change,
  };
}

/** A site where Olga is signed in as an administrator. */
export function buildDescription(change: Partial<ConsoleDescription> = {}): ConsoleDescription {
  return {
    version: "0.1.0",
    profile: "site",
    profileDirectory: "/profiles/site",
    access: "signed-in",
    operator: "Olga",
    role: "administrator",
    host: "window",
    runtime: "test",
    vault: buildVault(),
    lockAfterMinutes: 10,
    startedAt: at,
    moduleCount: 1,
    ...change,
  };
}

export function buildOperator(change: Partial<Operator> = {}): Operator {
  return {
    id: "operator-olga",
    revision: 1,
    name: "Olga",
    role: "administrator",
    isActive: true,
    signInKind: "passphrase",
    lastSignedInAt: at,
    ...change,
  };
}

export function buildTask(change: Partial<TaskRow> = {}): TaskRow {
  return {
    id: "task-1",
    revision: 3,
    number: 17,
    kind: "set-up",
    state: "in-work",
    serviceId: "service-1",
    departmentId: "department-1",
    performer: "Olga",
    acceptedAt: at,
    createdAt: at,
    endedAt: null,
    serviceNumber: 5,
    serviceLabel: "edge-1",
    customerName: "Baltic Freight",
    tariffName: "Colo 1U",
    moduleId: "module-1",
    moduleName: "Riga-1",
    moduleType: "dcimanager6-colocation",
    productType: "colocation",
    dataCentreName: "Riga",
    departmentName: "Riga floor",
    rack: "",
    serverId: null,
    stepsDone: 0,
    stepsTotal: 0,
    needsAttention: false,
    ...change,
  };
}

export function buildService(change: Partial<ServiceRow> = {}): ServiceRow {
  return {
    id: "service-1",
    revision: 1,
    number: 5,
    productType: "colocation",
    state: "processing",
    customerId: "customer-1",
    tariffId: "tariff-1",
    tariffVersion: 1,
    moduleId: "module-1",
    moduleTrials: [],
    amounts: { unit: 1, ip: 2 },
    choices: {},
    periodMonths: 1,
    price: { currency: "EUR", lines: [], totalMinor: 0 },
    pendingChange: null,
    serverId: null,
    label: "edge-1",
    addresses: [],
    note: "",
    createdAt: at,
    activatedAt: null,
    closedAt: null,
    customerName: "Baltic Freight",
    tariffName: "Colo 1U",
    moduleName: "Riga-1",
    moduleType: "dcimanager6-colocation",
    dataCentreName: "Riga",
    isTariffOutdated: false,
    needsAttention: false,
    ...change,
  };
}

export function buildTaskDetail(change: Partial<TaskDetail> = {}): TaskDetail {
  return {
    task: buildTask(),
    service: buildService(),
    customerEmail: "ops@baltic.example",
    card: {
      serviceId: "service-1",
      revision: 1,
      url: "",
      identifier: "",
      username: "",
      hasPassword: false,
      rack: "",
      label: "edge-1",
    },
    draft: null,
    steps: [],
    plan: null,
    ...change,
  };
}

export function buildAction(change: Partial<Action> = {}): Action {
  return {
    id: "action-1",
    revision: 1,
    sequence: 1,
    lane: "module-1 server:101",
    kind: "set-power",
    summary: "Power off",
    state: "waiting",
    moduleId: "module-1",
    serviceId: "service-1",
    taskId: "task-1",
    serverId: 101,
    attempts: 0,
    createdAt: at,
    nextAttemptAt: null,
    startedAt: null,
    endedAt: null,
    trouble: null,
    outcome: "",
    percent: null,
    createdBy: "Olga",
    heldBy: null,
    editable: null,
    ...change,
  };
}

export function buildModule(change: Partial<ModuleRow> = {}): ModuleRow {
  return {
    id: "module-1",
    revision: 1,
    type: "dsmanager",
    productType: "dedicated",
    dialect: "dsmanager",
    name: "ds-1",
    url: "https://ds.example.net",
    username: "admin",
    locationId: null,
    sort: 10,
    isActive: true,
    routeOverrides: {},
    certificate: null,
    dataCentreId: "data-centre-1",
    departmentId: "department-1",
    configurationTakenAt: at,
    pendingChanges: 0,
    tariffCount: 0,
    serviceCount: 0,
    ...change,
  };
}

export function buildTariff(change: Partial<TariffRow> = {}): TariffRow {
  return {
    id: "tariff-1",
    revision: 1,
    version: 1,
    productType: "colocation",
    name: "Colo 1U",
    internalName: "",
    currency: "EUR",
    moduleIds: ["module-1"],
    periods: [{ months: 1, priceMinor: 5_900, setUpMinor: 0 }],
    resources: [],
    isActive: true,
    currentServices: 1,
    earlierServices: 0,
    ...change,
  };
}

export function buildResource(change: Partial<Resource> = {}): Resource {
  return {
    name: "ip",
    title: "IPv4 addresses",
    valueType: "integer",
    measure: "pcs",
    enumerationId: null,
    included: 1,
    minimum: 0,
    maximum: 16,
    step: 1,
    billing: "ordered",
    changeBy: "staff",
    stepPrices: [],
    isActive: true,
    ...change,
  };
}

export function buildMessage(change: Partial<MessageRow> = {}): MessageRow {
  return {
    id: "message-1",
    at,
    departmentId: "department-1",
    serviceId: "service-1",
    taskId: "task-1",
    actionId: "action-1",
    subject: "edge-1: the system could not be installed",
    reason: "No boot device",
    departmentName: "Riga floor",
    serviceNumber: 5,
    taskNumber: 17,
    isRead: false,
    ...change,
  };
}
