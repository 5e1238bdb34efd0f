import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v7 } from "uuid";
import { openStore } from "../../db/store";
import { createScryptHasher, quickCost } from "../../main/adapters/scrypt-hasher";
import type { SignedIn } from "../../main/app/session";
import type { CallInput, CallName, CallOutput } from "../../main/contract/calls";
import type { Fault } from "../../main/contract/faults";
import type { Role } from "../../main/contract/shapes/operator";
import { systemClock } from "../../main/adapters/clock";
import { composeConsole } from "../../main/compose";
import type { Console } from "../../main/compose";
import { createBackups } from "../../main/profile/backups";
import { createLabelParts } from "../../main/profile/label-parts";
import type { PanelConnector } from "../../main/ports/gateway";
import type { Clock, Host, Log, SecretVault } from "../../main/ports/host";
import type { Store } from "../../main/ports/store";
import { createFakeClock } from "./fake-clock";
import { resource } from "./resource";
import { createOpenVault } from "./vault";

const silent = () => undefined;
export const silentLog: Log = { debug: silent, info: silent, warn: silent, error: silent };

export interface TestConsole extends Console {
  readonly directory: string;
  /** The database, for what no call tells. */
  readonly store: Store;
  /** Has the host vouch for somebody else. */
  actAs(name: string, role?: Role): void;
  /** The call's value; throws with the fault when there is one. */
  call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>>;
  /** The call's fault; throws when it succeeded. */
  fault<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<Fault>;
}

interface Options {
  readonly panels: PanelConnector;
  readonly clock?: Clock;
  /** Whom the host vouches for; null: somebody has to sign in. */
  readonly operator?: string | null;
  /** What they may do; an administrator if left out. */
  readonly role?: Role;
  readonly vault?: SecretVault;
  readonly copySecret?: Host["copySecret"];
  /** Folder of an earlier console, to open the same profile again. */
  readonly directory?: string;
  readonly log?: Log;
  readonly openProfile?: Host["openProfile"];
}

/** The whole program on a real SQLite file, with the panel and the clock of the test. */
export async function openTestConsole(options: Options): Promise<TestConsole> {
  const directory = options.directory ?? (await mkdtemp(join(tmpdir(), "rackside-")));
  const place = {
    file: join(directory, "rackside.sqlite"),
    backupDirectory: join(directory, "backups"),
    now: Date.now,
  };
  const store = await openStore(place);
  const console = composeConsole({
    store,
    backups: createBackups(place, store, () => Promise.reject(new Error("A test console is not reopened"))),
    panels: options.panels,
    clock: options.clock ?? createFakeClock(),
    makeId: () => v7(),
    log: options.log ?? silentLog,
    operator: options.operator === null ? null : vouched(options.operator ?? "Anna", options.role),
    vault: options.vault ?? createOpenVault(),
    hasher: createScryptHasher(quickCost),
    ...createLabelParts({ directory, clock: systemClock, desk: { open: undefined } }),
    host: {
      kind: "command-line",
      workstation: "bench-1",
      version: "0.0.0",
      runtime: "test",
      profile: "site",
      profileDirectory: directory,
      openProfile: options.openProfile,
      copySecret: options.copySecret,
    },
  });
  return {
    ...console,
    directory,
    store,
    actAs(name, role) {
      console.vouchFor(vouched(name, role));
    },
    async call(name, input) {
      const result = await console.dispatch(name, input);
      if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.fault)}`);
      return result.value as CallOutput<typeof name>;
    },
    async fault(name, input) {
      const result = await console.dispatch(name, input);
      if (result.ok) throw new Error(`${name} succeeded`);
      return result.fault;
    },
  };
}

function vouched(name: string, role: Role = "administrator"): SignedIn {
  return { name, role, onlyCalls: null };
}

export async function removeDirectory(directory: string): Promise<void> {
  await rm(directory, { recursive: true, force: true, maxRetries: 5 });
}

/** A module, a tariff with addresses and a customer, ready to order. */
export async function prepareSale(
  console: Pick<TestConsole, "call">,
  connection = { url: "http://127.0.0.1:1", username: "dc@example.net", password: "s3cret" },
) {
  const department = await console.call("department.add", { name: "Floor" });
  const dataCentre = await console.call("data-centre.add", { name: "Riga-1" });
  const module = await console.call("module.add", {
    type: "dcimanager6-colocation",
    name: "dc-1",
    connection,
    dataCentreId: dataCentre.id,
    departmentId: department.id,
    locationId: 3,
    sort: 10,
  });
  const tariff = await console.call("tariff.add", {
    name: "Colo 1U",
    currency: "EUR",
    moduleIds: [module.id],
    periods: [{ months: 1, priceMinor: 5_900, setUpMinor: 0 }],
    resources: [resource("ip")],
  });
  const customer = await console.call("customer.add", { name: "Client One", email: "c1@example.org" });
  return { department, dataCentre, module, tariff, customer };
}

export type Sale = Awaited<ReturnType<typeof prepareSale>>;

export function cardFor(serverId: number | string, label = "client-one-1") {
  return {
    url: "https://client.example",
    identifier: String(serverId),
    username: "root",
    password: "hunter2",
    rack: "A12",
    label,
  };
}

/** Orders a service, accepts its task and closes it with a card. */
export async function setUpService(
  console: Pick<TestConsole, "call">,
  sale: Sale,
  serverId: number,
  amounts: CallInput<"order.place">["amounts"] = {},
) {
  const order = await console.call("order.place", {
    tariffId: sale.tariff.id,
    customerId: sale.customer.id,
    periodMonths: 1,
    amounts,
  });
  const task = await console.call("task.accept", { id: order.taskId });
  const receipt = await console.call("task.close", { id: task.id, revision: task.revision, card: cardFor(serverId) });
  return { ...order, receipt };
}
