/** Everything in the measured profile follows from its number, so that two builds are the same byte for byte. */
const firstAt = Date.UTC(2019, 0, 1);
const minuteMs = 60_000;
const racksInARow = 40;

export const tasksPerCard = 0.1;
const serversOfPanel = 15_000;

/** UUIDv7 as the program makes them: sorting by id is sorting by time. */
export function idOf(kind: number, index: number): string {
  const at = (firstAt + index * minuteMs).toString(16).padStart(12, "0");
  return `${at.slice(0, 8)}-${at.slice(8)}-7${String(kind).padStart(3, "0")}-8000-${index.toString(16).padStart(12, "0")}`;
}

export const kinds = { service: 1, task: 2, customer: 3 } as const;

/** What every service points at. */
export interface Base {
  readonly moduleId: string;
  readonly tariffId: string;
  readonly departmentIds: readonly string[];
}

const firms = ["Northwind", "Вектор", "Contoso", "Балтика", "Globex", "Initech", "Umbrella", "Сигма", "Hooli", "Acme"];

export function customerAt(index: number) {
  const name = `${firms[index % firms.length] ?? ""} ${String(index)}`;
  const email = `noc@c${String(index)}.example.org`;
  return { id: idOf(kinds.customer, index), revision: 1, name, email, note: "", search_text: fold(name, email) };
}

export function labelAt(index: number): string {
  return `srv-${String.fromCharCode(97 + (index % 26))}${String(index % racksInARow)}-${String(index).padStart(7, "0")}`;
}

export function addressAt(index: number): string {
  return `10.${String((index >> 16) & 255)}.${String((index >> 8) & 255)}.${String(index & 255)}`;
}

export function rackAt(index: number): string {
  return `R${String(1 + (Math.floor(index / 20) % (serversOfPanel / 20))).padStart(4, "0")}`;
}

export function serialAt(index: number): string {
  return `CZ${((index * 7_919) % 100_000_000).toString(36).toUpperCase().padStart(6, "0")}`;
}

const isClosed = (index: number): boolean => index % 4 === 3;

export function serviceAt(index: number, base: Base, customers: number) {
  const createdAt = firstAt + index * minuteMs;
  const address = {
    addressId: index,
    address: addressAt(index),
    family: "ipv4",
    gateway: null,
    network: null,
    domain: null,
    status: "active",
    isReady: true,
  };
  return {
    id: idOf(kinds.service, index),
    revision: 1,
    number: index + 1,
    product_type: "colocation",
    state: isClosed(index) ? "closed" : "active",
    customer_id: idOf(kinds.customer, index % customers),
    tariff_id: base.tariffId,
    tariff_version: 1,
    module_id: base.moduleId,
    module_trials: "[]",
    amounts: "{}",
    choices: "{}",
    period_months: 1,
    price: `{"currency":"EUR","lines":[],"totalMinor":5900}`,
    pending_change: null,
    server_id: index + 1,
    label: labelAt(index),
    addresses: JSON.stringify([address]),
    note: "",
    created_at: createdAt,
    activated_at: createdAt + minuteMs,
    closed_at: isClosed(index) ? createdAt + 1_000 * minuteMs : null,
    search_text: "",
  };
}

export function cardAt(index: number) {
  return {
    service_id: idOf(kinds.service, index),
    revision: 1,
    url: `https://bmc-${String(index)}.example.org`,
    identifier: serialAt(index),
    username: "root",
    sealed_password: null,
    rack: rackAt(index),
    label: labelAt(index),
    search_text: "",
  };
}

const taskKinds = ["set-up", "assign-addresses", "suspend", "resume", "close"] as const;

/** One in fifty is still to be done. */
export function taskAt(index: number, base: Base) {
  const createdAt = firstAt + index * 10 * minuteMs;
  const isLive = index % 50 === 0;
  return {
    id: idOf(kinds.task, index),
    revision: 1,
    number: index + 1,
    kind: taskKinds[index % taskKinds.length] ?? "set-up",
    state: isLive ? "open" : "done",
    service_id: idOf(kinds.service, index / tasksPerCard),
    department_id: base.departmentIds[index % base.departmentIds.length] ?? "",
    performer: isLive ? null : "Olga",
    accepted_at: isLive ? null : createdAt + minuteMs,
    created_at: createdAt,
    ended_at: isLive ? null : createdAt + 60 * minuteMs,
  };
}

/** A server of the mirrored panel, as the panel's facts. */
export function serverAt(index: number) {
  return {
    serverId: index + 1,
    name: labelAt(index),
    domain: "",
    barcode: "",
    serial: serialAt(index),
    configuration: "2 × Xeon, 128 GB",
    locationId: 3,
    rackId: 1 + Math.floor(index / 20),
    rackName: rackAt(index),
    units: [1 + (index % 20) * 2],
    power: "on" as const,
    state: "active",
    stateExplanation: "",
    ownerEmail: `noc@c${String(index % 1_000)}.example.org`,
    operation: null,
    operatingSystem: "",
    mac: `02:00:${[index >> 24, index >> 16, index >> 8, index].map((part) => (part & 255).toString(16).padStart(2, "0")).join(":")}`,
    notes: "",
    ipmiAddress: null,
    ipmiConnectionId: null,
    addresses: [
      {
        addressId: index,
        address: addressAt(index),
        family: "ipv4" as const,
        gateway: null,
        network: null,
        domain: null,
        status: "active",
        isReady: true,
      },
    ],
    switchConnections: [],
    pduConnections: [],
    serverType: "",
    isDisabled: false,
    isBlocked: false,
    hasFault: false,
    isInDiagnostics: false,
  };
}

function fold(...parts: readonly string[]): string {
  return parts.join("\n").toLowerCase();
}
