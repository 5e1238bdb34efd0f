import type { Console } from "../compose";
import type { Call } from "./practice-call";
import type { PracticeCatalogue, PracticeColocationPanel, PracticePanels } from "./practice-catalogue";

interface Days {
  readonly call: Call;
  readonly console: Console;
  readonly panels: PracticePanels;
  readonly catalogue: PracticeCatalogue;
  /** Sets the profile's clock so many hours behind the real one. */
  standBehindHours(hours: number): void;
}

/** Plays the three days before the practice starts, so that there are services in every state and a queue to begin with. */
export async function playDays(days: Days): Promise<void> {
  await days.console.start();
  await runServices(days);
  await days.console.drain();
  days.standBehindHours(20);
  await changeServices(days);
  await days.console.drain();
  await leaveWaiting(days);
}

async function runServices(days: Days): Promise<void> {
  const [first, second] = days.panels.panels;
  const { catalogue } = days;
  const { tariffs } = catalogue;
  days.console.vouchFor({ name: "Anna", role: "technician", onlyCalls: null });
  await setUp(days, first, 0, { tariffId: tariffs.first, customer: 0, label: "bfs-edge-1" });
  await setUp(days, first, 1, { tariffId: tariffs.large, customer: 1, label: "nwi-render-1" });
  await setUp(days, second, 0, { tariffId: tariffs.second, customer: 2, label: "uralsvet-db" });
}

/** One service suspended, one to be closed. */
async function changeServices({ call, standBehindHours }: Days): Promise<void> {
  const { rows } = await call("service.list", { state: "active" });
  const byLabel = (label: string) => rows.find((row) => row.label === label);
  const suspended = byLabel("uralsvet-db");
  if (suspended) await call("service.suspend", { id: suspended.id, revision: suspended.revision });
  const closing = byLabel("nwi-render-1");
  if (closing)
    await call("service.close", { id: closing.id, revision: closing.revision, reason: "Customer moves out" });
  standBehindHours(5);
}

/** What a technician finds at the start of a shift: orders to set up, and a dedicated server that is being installed. */
async function leaveWaiting(days: Days): Promise<void> {
  const { call, standBehindHours } = days;
  const { tariffs } = days.catalogue;
  await placeOrder(days, tariffs.first, 3, "kestrel-node-7");
  standBehindHours(2);
  await placeOrder(days, tariffs.second, 2, "uralsvet-web");
  const taken = await placeOrder(days, tariffs.first, 4, "helmi-nas", { ip: 2 });
  await call("task.accept", { id: taken.taskId });
  standBehindHours(1 / 2);
  await placeOrder(days, tariffs.large, 1, "nwi-render-2", { ip: 4, unit: 4 });
  await placeOrder(days, tariffs.dsmanagerColocation, 3, "kestrel-legacy");
  standBehindHours(1 / 6);
  await placeOrder(days, tariffs.first, 0, "bfs-edge-2");
  standBehindHours(0);
  await placeOrder(days, tariffs.dedicated, 4, "helmi-build-1", { ip: 2 }, { os: "debian12" });
}

async function placeOrder(
  { call, catalogue }: Days,
  tariffId: string,
  customer: number,
  label: string,
  amounts = {},
  choices = {},
) {
  const customerId = catalogue.customerIds[customer] ?? "";
  return call("order.place", { tariffId, customerId, periodMonths: 1, label, amounts, choices });
}

/** Orders a service and sets it up on a server of the panel. */
async function setUp(
  days: Days,
  panel: PracticeColocationPanel | undefined,
  index: number,
  order: { tariffId: string; customer: number; label: string },
): Promise<string> {
  const serverId = panel?.serversForCards[index];
  if (!panel || serverId === undefined) throw new Error("The practice site has too few servers without owner");
  const { call } = days;
  const { taskId, serviceId } = await placeOrder(days, order.tariffId, order.customer, order.label);
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
