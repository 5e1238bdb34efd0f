import { describe, expect, test } from "vitest";
import { searchKindShape } from "../../main/contract/shapes/search";
import { serverFactsShape } from "../../main/contract/shapes/panel";
import type { AddressFacts, ServerFacts } from "../../main/contract/shapes/panel";
import { toEntry } from "../../main/mirror/entry";
import type { Repositories, Store } from "../../main/ports/store";
import { card, configurationReport, customer, module, service, task } from "./records";
import { siteStore } from "./temporary-store";

const kinds = searchKindShape.options;

function addressFacts(addressId: number, address: string): AddressFacts {
  const nothing = { gateway: null, network: null, domain: null, status: "ok", isReady: true };
  return { addressId, address, family: address.includes(":") ? "ipv6" : "ipv4", ...nothing };
}

function server(serverId: number, overrides: Partial<ServerFacts> = {}): ServerFacts {
  return serverFactsShape.parse({
    ...{ serverId, name: `node-${String(serverId)}`, domain: "", barcode: "", serial: "", configuration: "" },
    ...{ locationId: 3, rackId: 1, rackName: "A12", units: [7], power: "on", state: "active", stateExplanation: "" },
    ...{ ownerEmail: null, operation: null, operatingSystem: "", mac: "", notes: "", ipmiAddress: null },
    ...{ ipmiConnectionId: null, addresses: [], switchConnections: [], pduConnections: [] },
    ...overrides,
  });
}

const report = configurationReport();
const rack = { rackId: 4, name: "Aisle-4", size: 42, locationId: 3, poolId: null, deviceCount: 0, note: "" };
// A panel that names one twice is still searched.
const racks = [rack, rack].map((one) => ({ ...one, freeUnits: null, longestFreeRun: null }));
const switches = [{ switchId: 6, name: "sw-access", locationId: 3, rackName: "" }];

async function searchedStore(): Promise<Store> {
  const store = await siteStore();
  await store.write(async (repositories) => {
    const { services, cards, tasks, modules, mirror } = repositories;
    await services.add(service(12, { label: "Узел-12", note: "second power feed", serverId: 101, state: "active" }));
    await services.add(service(13, { label: "mail-relay-7", addresses: [addressFacts(1, "198.51.100.9")] }));
    await cards.add(card({ serviceId: "service-12", rack: "B40", identifier: "SN4F8A2K91", username: "ops" }));
    await cards.add(card({ serviceId: "service-13", url: "https://root:hunter2@bmc-13.example.net/login" }));
    await tasks.add(task(5, { serviceId: "service-12" }));
    await modules.setConfiguration(module.id, {
      ...report,
      configuration: { ...report.configuration, racks, switches },
    });
    const facts = [
      server(101, { serial: "CZ20310X", mac: "0c:c4:7a:1b:22:9f", addresses: [addressFacts(7, "203.0.113.7")] }),
      server(102, { name: "spare", addresses: [addressFacts(8, "203.0.113.70"), addressFacts(9, "2001:db8::5")] }),
    ];
    await mirror.putServers(module.id, facts.map(toEntry), { takenAt: 1, reading: 1, hasDetails: true });
  });
  return store;
}

async function hits(store: Store, text: string, limit = 10): Promise<readonly string[]> {
  const { found } = await store.read(({ search }) => search.find(text, kinds, limit));
  return found.map(({ kind, id }) => `${kind} ${id}`);
}

const change = (store: Store, work: (repositories: Repositories) => Promise<unknown>) => store.write(work);

const findings: readonly (readonly [string, readonly string[]])[] = [
  ["C-12", ["task task-5", "service service-12"]],
  ["узел", ["task task-5", "service service-12"]],
  ["УЗЕЛ-12", ["task task-5", "service service-12"]],
  ["уз", ["task task-5", "service service-12"]],
  ["8A2k", ["task task-5", "service service-12"]],
  ["b4", ["task task-5", "service service-12"]],
  ["power feed", ["task task-5", "service service-12"]],
  ["feed b40", ["task task-5", "service service-12"]],
  ["ower fee", ["task task-5", "service service-12"]],
  ["OOO ve", []],
  ["ооо ве", [`customer ${customer.id}`]],
  ["relay-7", ["service service-13"]],
  ["bmc-13.exam", ["service service-13"]],
  ["198.51.100.9", ["service service-13"]],
  ["ектор", [`customer ${customer.id}`]],
  ["noc@vektor.example", [`customer ${customer.id}`]],
  ["Colocation 1U", ["tariff tariff-1"]],
  ["203.0.113.7", ["server 101", "address 7"]],
  ["203.0.113.7/24", ["server 101", "address 7"]],
  ["2001:DB8::5", ["server 102", "address 9"]],
  ["cz203", ["server 101"]],
  ["0CC4.7A1B.229F", ["server 101"]],
  ["0c-c4-7a", ["server 101"]],
  ["c4:7a:1b", ["server 101"]],
  ["hunter2", []],
  ["nothing of the kind", []],
  ["%", []],
  ['"', []],
  ["a AND OR NOT *", []],
];

describe("a search", () => {
  test("finds every kind of thing by words, beginnings and pieces, in whatever letter case and notation", async () => {
    const store = await searchedStore();
    for (const [text, expected] of findings) expect(await hits(store, text), text).toEqual(expected);
  });

  test("finds racks and switches of the configuration, and no longer those that it has lost", async () => {
    const store = await searchedStore();
    expect(await hits(store, "aisle-4")).toEqual(["rack 4"]);
    expect(await hits(store, "sw-access")).toEqual(["switch 6"]);
    await change(store, ({ modules }) => modules.setConfiguration(module.id, configurationReport()));
    expect([...(await hits(store, "aisle-4")), ...(await hits(store, "sw-access"))]).toEqual([]);
  });

  test("puts whole words before pieces of words, then what came last", async () => {
    const store = await siteStore();
    await change(store, async ({ services }) => {
      for (const [number, label] of [
        [2, "db"],
        [3, "db-replica"],
        [4, "old-db-7"],
        [5, "web"],
      ] as const)
        await services.add(service(number, { label: `${label} edge` }));
    });
    expect(await hits(store, "db")).toEqual(["service service-2", "service service-3"]);
    expect(await hits(store, "edge", 3)).toEqual(["service service-5", "service service-4", "service service-3"]);
    expect(await hits(store, "db-")).toEqual(["service service-4", "service service-3"]);
  });

  test("takes parts of an address for its beginning, and looks inside of others only where none begins so", async () => {
    const store = await searchedStore();
    expect(await hits(store, "51.100.9")).toEqual(["service service-13"]);
    await change(store, ({ services }) =>
      services.add(service(15, { label: "edge", addresses: [addressFacts(2, "51.100.90.1")] })),
    );
    expect(await hits(store, "51.100.9")).toEqual(["service service-15"]);
  });

  test("follows every change in the transaction that makes it", async () => {
    const store = await searchedStore();
    await change(store, async ({ services, cards, customers, mirror }) => {
      const present = await services.find("service-13");
      if (present) await services.save({ ...present, label: "renamed-relay" });
      const moved = await cards.find("service-12");
      if (moved) await cards.save({ ...moved, rack: "C55" });
      const called = await customers.find(customer.id);
      if (called) await customers.save({ ...called, name: "Horizon" });
      await mirror.putServers(module.id, [toEntry(server(101))], { takenAt: 2, reading: 2, hasDetails: true });
      await mirror.removeUnseen(module.id, 2);
    });
    expect(await hits(store, "mail-relay")).toEqual([]);
    expect(await hits(store, "renamed")).toEqual(["service service-13"]);
    expect(await hits(store, "b40")).toEqual([]);
    expect(await hits(store, "c55")).toEqual(["task task-5", "service service-12"]);
    expect(await hits(store, "вектор")).toEqual([]);
    expect(await hits(store, "horizon")).toEqual([`customer ${customer.id}`]);
    expect(await hits(store, "spare")).toEqual([]);
    expect(await hits(store, "203.0.113.7")).toEqual([]);
    const undone = change(store, async ({ services }) => {
      await services.add(service(14, { label: "never-was" }));
      throw new Error("given up");
    });
    await expect(undone).rejects.toThrow("given up");
    expect(await hits(store, "never-was")).toEqual([]);
  });

  test("knows what is meant by an address, a number with its letter or the only whole word, and guesses nothing else", async () => {
    const store = await searchedStore();
    const exact = async (text: string) => {
      const found = (await store.read(({ search }) => search.find(text, kinds, 7))).exact;
      return found && `${found.kind} ${found.id}`;
    };
    expect(await exact("203.0.113.7")).toBe("server 101");
    expect(await exact("0CC4.7A1B.229F")).toBe("server 101");
    expect(await exact("198.51.100.9")).toBe("service service-13");
    expect([await exact("C-12"), await exact("С-12")]).toEqual(["service service-12", "service service-12"]);
    expect(await exact("T-5")).toBe("task task-5");
    expect(await exact("sn4f8a2k91")).toBe("service service-12");
    for (const text of ["12", "203.0.113", "node"]) expect(await exact(text), text).toBeUndefined();
  });
});
