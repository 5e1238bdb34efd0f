import type { CallInput, CallName, CallOutput } from "../contract/calls";
import type { Console } from "../compose";
import type { Store } from "../ports/store";
import type { ShiftedClock } from "./shifted-clock";

/** One simulated panel of the practice site. */
export interface PracticePanel {
  readonly name: string;
  readonly url: string;
  readonly username: string;
  readonly password: string;
  readonly locationId: number;
  /** Servers without an owner that pending orders can be linked to. */
  readonly serversForCards: readonly number[];
}

interface PracticeParts {
  readonly console: Console;
  readonly store: Store;
  readonly clock: ShiftedClock;
  readonly panels: readonly PracticePanel[];
  readonly operator: string;
}

const seededSetting = "practice.seeded";
const hourMs = 3_600_000;

/** Fills a new practice profile through the console's own calls; on a later start it only points the modules at the panels' new ports. */
export async function preparePractice(parts: PracticeParts): Promise<void> {
  const isSeeded = (await parts.store.read((repositories) => repositories.settings.find(seededSetting))) !== undefined;
  if (isSeeded) return relocateModules(parts);
  await seed(parts);
  parts.clock.standBehind(0);
  await parts.store.write((repositories) => repositories.settings.put(seededSetting, "yes"));
}

async function relocateModules({ store, panels }: PracticeParts): Promise<void> {
  await store.write(async (repositories) => {
    for (const module of await repositories.modules.list()) {
      const panel = panels.find((one) => one.name === module.name);
      if (panel && panel.url !== module.url) await repositories.modules.save({ ...module, url: panel.url });
    }
  });
}

type Call = <Name extends CallName>(name: Name, input: CallInput<Name>) => Promise<CallOutput<Name>>;

async function seed(parts: PracticeParts): Promise<void> {
  const { console, clock, operator } = parts;
  const call: Call = async (name, input) => {
    const result = await console.dispatch(name, input);
    if (!result.ok) throw new Error(`${name}: ${result.fault.message}`);
    // `dispatch` parsed it with the output schema of this very name.
    return result.value as CallOutput<typeof name>;
  };
  clock.standBehind(72 * hourMs);
  const moduleIds = await addModules(call, parts.panels);
  const tariffs = await addTariffs(call, moduleIds);
  const customerIds = await addCustomers(call);
  const shop = { call, parts, tariffs, customerIds };
  await console.start();
  await runServices(shop);
  await console.drain();
  clock.standBehind(20 * hourMs);
  await changeServices(shop);
  await console.drain();
  await leaveWaiting(shop);
  await call("operator.switch", { name: operator });
}

async function addModules(call: Call, panels: readonly PracticePanel[]): Promise<string[]> {
  const ids: string[] = [];
  for (const [index, panel] of panels.entries()) {
    const dataCentre = await call("data-centre.add", { name: panel.name });
    const department = await call("department.add", { name: `${panel.name} floor` });
    const module = await call("module.add", {
      type: "dcimanager6-colocation",
      name: panel.name,
      connection: { url: panel.url, username: panel.username, password: panel.password },
      dataCentreId: dataCentre.id,
      departmentId: department.id,
      locationId: panel.locationId,
      sort: (index + 1) * 10,
    });
    ids.push(module.id);
  }
  return ids;
}

interface TariffIds {
  readonly first: string;
  readonly second: string;
  readonly large: string;
}

async function addTariffs(call: Call, moduleIds: readonly string[]): Promise<TariffIds> {
  const periods = (priceMinor: number) => [
    { months: 1, priceMinor, setUpMinor: 4_900 },
    { months: 12, priceMinor: priceMinor * 11, setUpMinor: 0 },
  ];
  const ip = {
    name: "ip",
    measure: "pcs",
    included: 1,
    maximum: 16,
    step: 1,
    stepPriceMinor: 300,
    isActive: true,
  } as const;
  const ipv6 = {
    name: "ipv6",
    measure: "pcs",
    included: 1,
    maximum: 16,
    step: 1,
    stepPriceMinor: 0,
    isActive: true,
  } as const;
  const add = async (name: string, priceMinor: number, ids: string[]) =>
    (
      await call("tariff.add", {
        name,
        currency: "EUR",
        moduleIds: ids,
        periods: periods(priceMinor),
        resources: [ip, ipv6],
      })
    ).id;
  const [first, second] = moduleIds;
  return {
    first: await add("Colo 1U", 5_900, first === undefined ? [] : [first]),
    second: await add("Размещение 1U", 4_500, second === undefined ? [] : [second]),
    large: await add("Colo 4U redundant", 21_900, [...moduleIds]),
  };
}

async function addCustomers(call: Call): Promise<string[]> {
  const people = [
    ["Baltic Freight Systems", "it@balticfreight.example"],
    ["Northwind Imaging", "ops@northwind.example"],
    ["ООО «Уралсвет»", "noc@uralsvet.example"],
    ["Kestrel Analytics", "infra@kestrel.example"],
    ["Helmi Oy", "palvelimet@helmi.example"],
  ] as const;
  const ids: string[] = [];
  for (const [name, email] of people) ids.push((await call("customer.add", { name, email })).id);
  return ids;
}

interface Shop {
  readonly call: Call;
  readonly parts: PracticeParts;
  readonly tariffs: TariffIds;
  readonly customerIds: readonly string[];
}

async function placeOrder(
  { call, customerIds }: Shop,
  tariffId: string,
  customer: number,
  label: string,
  amounts = {},
) {
  return call("order.place", { tariffId, customerId: customerIds[customer] ?? "", periodMonths: 1, label, amounts });
}

/** Orders a service and sets it up on a server of the panel. */
async function setUp(
  shop: Shop,
  panel: PracticePanel | undefined,
  index: number,
  order: { tariffId: string; customer: number; label: string },
): Promise<string> {
  const serverId = panel?.serversForCards[index];
  if (!panel || serverId === undefined) throw new Error("The practice site has too few servers without owner");
  const { call } = shop;
  const { taskId, serviceId } = await placeOrder(shop, order.tariffId, order.customer, order.label);
  const { revision } = await call("task.accept", { id: taskId });
  const moduleId = (await call("service.get", { id: serviceId })).service.moduleId;
  const { facts } = await call("server.get", { moduleId, serverId });
  const card = {
    url: "",
    identifier: String(serverId),
    username: "admin",
    password: "practice-only",
    rack: facts.rackName,
    label: order.label,
  };
  await call("task.close", { id: taskId, revision, card });
  return serviceId;
}

async function runServices(shop: Shop): Promise<void> {
  const [first, second] = shop.parts.panels;
  const { call, tariffs } = shop;
  await call("operator.switch", { name: "Anna" });
  await setUp(shop, first, 0, { tariffId: tariffs.first, customer: 0, label: "bfs-edge-1" });
  await setUp(shop, first, 1, { tariffId: tariffs.large, customer: 1, label: "nwi-render-1" });
  await setUp(shop, second, 0, { tariffId: tariffs.second, customer: 2, label: "uralsvet-db" });
}

/** One service suspended, one to be closed. */
async function changeServices({ call, parts }: Shop): Promise<void> {
  const { rows } = await call("service.list", { state: "active" });
  const byLabel = (label: string) => rows.find((row) => row.label === label);
  const suspended = byLabel("uralsvet-db");
  if (suspended) await call("service.suspend", { id: suspended.id, revision: suspended.revision });
  const closing = byLabel("nwi-render-1");
  if (closing)
    await call("service.close", { id: closing.id, revision: closing.revision, reason: "Customer moves out" });
  parts.clock.standBehind(5 * hourMs);
}

/** What a technician finds at the start of a shift. */
async function leaveWaiting(shop: Shop): Promise<void> {
  const { call, parts, tariffs } = shop;
  await placeOrder(shop, tariffs.first, 3, "kestrel-node-7");
  parts.clock.standBehind(2 * hourMs);
  await placeOrder(shop, tariffs.second, 2, "uralsvet-web");
  const taken = await placeOrder(shop, tariffs.first, 4, "helmi-nas", { ip: 2 });
  await call("task.accept", { id: taken.taskId });
  parts.clock.standBehind(hourMs / 2);
  await placeOrder(shop, tariffs.large, 1, "nwi-render-2", { ip: 4, unit: 4 });
  parts.clock.standBehind(hourMs / 6);
  await placeOrder(shop, tariffs.first, 0, "bfs-edge-2");
}
