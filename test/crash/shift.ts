import type { CallInput, CallName, CallOutput } from "../../main/contract/calls";
import type { Console } from "../../main/compose";
import type { ServiceRow } from "../../main/contract/shapes/service";
import type { TaskRow } from "../../main/contract/shapes/task";
import { createRandom } from "../../simulator/site/random";
import type { Random } from "../../simulator/site/random";
import { resource } from "../builders/resource";
import type { CallSubject } from "./assignment";
import type { ReachPoint, Tell } from "./commit-points";
import { crashSite } from "./site";
import type { Assignment } from "./assignment";

export interface Workplace {
  readonly console: Console;
  readonly tell: Tell;
  readonly reach: ReachPoint;
  readonly seed: number;
  readonly panel: Assignment["panel"];
  backUp(): Promise<string>;
}

/** A person at the console: calls, and tells the parent of every call that was acknowledged. */
interface Person {
  readonly place: Workplace;
  readonly random: Random;
  /** The call's value, or undefined when it was refused. */
  order<Name extends CallName>(
    name: Name,
    input: CallInput<Name>,
    about?: CallSubject,
  ): Promise<CallOutput<Name> | undefined>;
  ask<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>>;
}

/** People who work side by side, each with services of their own so that what they do to one of them has an order. */
const people = 6;
let calls = 0;

/** Works until the process is killed. */
export async function work(place: Workplace): Promise<void> {
  const first = createPerson(place, createRandom(place.seed));
  while (!(await prepare(first))) await pause(20);
  await Promise.all(
    Array.from({ length: people }, async (_, index) => {
      const person = createPerson(place, createRandom(place.seed * people + index + 1));
      for (;;) await step(person, index);
    }),
  );
}

/** Deals with every step that needs a person until nothing waits any more; gives up after a while and tells what is left. */
export async function drain(place: Workplace): Promise<void> {
  const person = createPerson(place, createRandom(place.seed));
  const giveUpAt = Date.now() + 60_000;
  for (;;) {
    await answerTroubles(person, () => true);
    const { rows } = await person.ask("action.list", { state: "unfinished", limit: 200 });
    if (rows.length > 0 && Date.now() < giveUpAt) {
      await pause(20);
      continue;
    }
    const unfinished = rows.map((row) => `${row.id} ${row.summary}: ${row.state}, ${row.trouble?.message ?? ""}`);
    place.tell({ is: "drained", unfinished });
    return;
  }
}

function createPerson(place: Workplace, random: Random): Person {
  const { console, tell, reach } = place;
  return {
    place,
    random,
    async order(name, input, about = {}) {
      const id = (calls += 1);
      tell({ is: "begun", id, call: name, input, about });
      const result = await console.dispatch(name, input);
      if (!result.ok) {
        tell({ is: "refused", id, kind: result.fault.kind, message: `${name}: ${result.fault.message}` });
        return undefined;
      }
      reach("call answered");
      tell({ is: "acknowledged", id, value: result.value });
      reach("call told");
      // `dispatch` parsed it with the output schema of this very name.
      return result.value as CallOutput<typeof name>;
    },
    async ask(name, input) {
      const result = await console.dispatch(name, input);
      if (!result.ok) throw new Error(`${name}: ${result.fault.message}`);
      return result.value as CallOutput<typeof name>;
    },
  };
}

/** A module, a tariff and a customer; goes on where a kill interrupted it. True when all is there. */
async function prepare({ order, ask, place }: Person): Promise<boolean> {
  const department = (await ask("department.list", {}))[0] ?? (await order("department.add", { name: "Floor" }));
  const dataCentre = (await ask("data-centre.list", {}))[0] ?? (await order("data-centre.add", { name: "Riga-1" }));
  const { rows } = await ask("customer.list", {});
  for (const { email, name } of crashSite.customers.slice(rows.length)) await order("customer.add", { name, email });
  if (!department || !dataCentre) return false;
  const module =
    (await ask("module.list", {}))[0] ??
    (await order("module.add", {
      type: "dcimanager6-colocation",
      name: "dc-1",
      connection: place.panel,
      dataCentreId: dataCentre.id,
      departmentId: department.id,
      locationId: crashSite.locationId,
    }));
  if (!module) return false;
  if ((await ask("tariff.list", {})).length > 0) return true;
  const tariff = await order("tariff.add", {
    name: "Colo 1U",
    currency: "EUR",
    moduleIds: [module.id],
    periods: [{ months: 1, priceMinor: 5_900, setUpMinor: 0 }],
    resources: [resource("ip"), resource("ipv6")],
  });
  return tariff !== undefined;
}

/** One thing that needs doing, chosen by chance. */
async function step(person: Person, index: number): Promise<void> {
  const { random, ask } = person;
  const isMine = (service: { readonly number: number }) => service.number % people === index;
  if (random.chance(0.02)) return backUpNow(person);
  if (random.chance(0.3)) await answerTroubles(person, (number) => (number ?? 0) % people === index);
  const services = (await ask("service.list", { limit: 200 })).rows;
  const alive = services.filter((service) => isMine(service) && service.state !== "closed");
  if (alive.length < 4 && services.length < crashSite.mostServices && (alive.length === 0 || random.chance(0.5))) {
    return placeOrder(person);
  }
  const tasks = (await ask("task.list", { limit: 200 })).rows.filter((task) => isMine({ number: task.serviceNumber }));
  const task = tasks[random.below(tasks.length)];
  const service = alive[random.below(alive.length)];
  if (task && task.state !== "running" && random.chance(0.7)) await workOnTask(person, task);
  else if (service) await workOnService(person, service);
}

async function backUpNow({ place }: Person): Promise<void> {
  const file = await place.backUp();
  place.reach("backup made");
  place.tell({ is: "backed-up", file });
}

async function answerTroubles(
  { order, ask }: Person,
  isMine: (serviceNumber: number | null) => boolean,
): Promise<void> {
  const { rows } = await ask("action.list", { state: "needs-attention", limit: 200 });
  for (const row of rows.filter((one) => isMine(one.serviceNumber))) {
    const about = row.serviceId === null ? {} : { serviceId: row.serviceId };
    // A reset that may have happened is not repeated, and a server without BMC and outlet cannot be switched at all.
    const isHopeless = row.kind === "set-power" && crashSite.isRegisteredFromCard(row.serviceNumber ?? 1);
    if (row.trouble?.kind === "unknown-outcome" || isHopeless) {
      await order("action.discard", { id: row.id, reason: "Looked at the server" }, about);
    } else await order("action.retry", { id: row.id }, about);
  }
}

async function placeOrder({ order, ask, random }: Person): Promise<void> {
  const tariff = (await ask("tariff.list", {}))[0];
  const customers = (await ask("customer.list", {})).rows;
  const customer = customers[random.below(customers.length)];
  if (!tariff || !customer) return;
  const amounts = { ip: 1 + random.below(3), ipv6: 1 + random.below(2) };
  await order("order.place", {
    tariffId: tariff.id,
    customerId: customer.id,
    periodMonths: 1,
    amounts,
    note: random.code(20),
  });
}

async function workOnTask(person: Person, task: TaskRow): Promise<void> {
  const { order, random } = person;
  const about = { serviceId: task.serviceId, taskId: task.id };
  if (task.state === "open") {
    if (task.kind === "set-up" && random.chance(0.04)) {
      await order("order.cancel", { serviceId: task.serviceId, reason: "Changed their mind" }, about);
    } else await order("task.accept", { id: task.id }, about);
    return;
  }
  const at = { id: task.id, revision: task.revision };
  if (random.chance(0.05)) return void (await order("task.release", at, about));
  if (task.kind === "close") return void (await order("task.close", at, about));
  return fillCard(person, task, about);
}

async function fillCard({ order, ask, random }: Person, task: TaskRow, about: CallSubject): Promise<void> {
  const fields = {
    url: `https://${random.code(8).toLowerCase()}.example`,
    identifier: random.code(3),
    username: random.code(6),
    password: random.code(12),
    rack: random.pick(["A12", "B0", "Стойка"]),
    label: random.code(1 + random.below(100)),
  };
  for (let typed = random.below(4); typed > 0; typed -= 1) {
    await order("draft.save", { taskId: task.id, fields: { ...fields, label: random.code(typed * 30) } }, about);
  }
  if (random.chance(0.1)) await order("draft.discard", { taskId: task.id }, about);
  const { card, steps, task: current } = await ask("task.get", { id: task.id });
  if (random.chance(0.2)) {
    const identifier = card.identifier;
    await order(
      "card.save",
      { taskId: task.id, revision: card.revision, fields: { ...fields, identifier, rack: "A12" } },
      about,
    );
  }
  const isRegistered = crashSite.isRegisteredFromCard(task.serviceNumber);
  if (isRegistered && !steps.some((step) => step.kind === "create-server")) {
    await order("server.create", { taskId: task.id, server: crashSite.newServer(task.serviceNumber) }, about);
    return;
  }
  if (random.chance(0.4)) return;
  const identifier = isRegistered ? card.identifier : String(crashSite.serverOf(task.serviceNumber));
  const closing = { id: task.id, revision: current.revision, card: { ...fields, identifier, rack: "A12" } };
  await order("task.close", closing, about);
}

async function workOnService({ order, ask, random }: Person, { id }: ServiceRow): Promise<void> {
  const { service } = await ask("service.get", { id });
  const at = { id, revision: service.revision };
  const about = { serviceId: id };
  if (service.state === "suspended") {
    await order(random.chance(0.8) ? "service.resume" : "service.close", at, about);
    return;
  }
  if (service.state !== "active" || service.serverId === null) return;
  const server = { moduleId: service.moduleId, serverId: service.serverId };
  const owner = random.pick([null, ...crashSite.customers.map(({ email }) => email)]);
  const outlet = crashSite.spareOutletOf(service.number);
  const deeds: readonly [() => Promise<unknown>, ...(() => Promise<unknown>)[]] = [
    () => order("service.suspend", at, about),
    () => order("service.close", at, about),
    () => order("server.set-owner", { ...server, ownerEmail: owner }, about),
    () => order("server.set-owner", { ...server, ownerEmail: owner }, about),
    () => order("server.set-power", { ...server, power: random.pick(["on", "off", "reset"]) }, about),
    // An outlet would give a server without BMC a power state of its own.
    () =>
      crashSite.isRegisteredFromCard(service.number)
        ? pause(1)
        : order("server.add-connection", { ...server, connection: { to: "pdu", ...outlet } }, about),
  ];
  await random.pick(deeds)();
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
