import { expect, test } from "vitest";
import type { Reservation } from "../../main/contract/shapes/rack";
import type { RackPlan } from "../../main/ports/rack-store";
import { fakeServer } from "../builders/fake-panel";
import { fakeRack } from "../builders/fake-rack";
import { failureOf } from "./failure-of";
import { customer, module, service, task } from "./records";
import { siteStore } from "./temporary-store";

const reservation: Reservation = {
  id: "reservation-1",
  revision: 0,
  moduleId: module.id,
  rackId: 7,
  units: { bottom: 20, height: 2 },
  faces: ["front", "rear"],
  kind: "reserved",
  reason: "Второй узел",
  until: "2026-12-31",
  operator: "Anna",
  createdAt: 3_000,
};
const plan: RackPlan = {
  serviceId: "service-1",
  revision: 0,
  moduleId: module.id,
  rackId: 7,
  units: { bottom: 4, height: 1 },
  faces: ["front"],
  operator: "Anna",
  createdAt: 3_000,
};

test("reservations come back rack by rack from the bottom up, and go", async () => {
  const store = await siteStore();
  await store.write(async ({ rackReservations }) => {
    await rackReservations.add({ ...reservation, id: "b", rackId: 8, until: null, kind: "service-unit" });
    await rackReservations.add(reservation);
    await rackReservations.add({ ...reservation, id: "a", units: { bottom: 3, height: 1 } });
  });
  await store.read(async ({ rackReservations }) => {
    const all = await rackReservations.listByModules([module.id]);
    expect(all.map(({ id }) => id)).toEqual(["a", "reservation-1", "b"]);
    expect(all[1]).toEqual({ ...reservation, revision: 1 });
    expect(await rackReservations.listByModules(["other"])).toEqual([]);
  });
  await store.write(({ rackReservations }) => rackReservations.remove("a"));
  expect(await store.read(({ rackReservations }) => rackReservations.find("a"))).toBeUndefined();
});

test("a service is planned in one place, and no longer when it is closed", async () => {
  const store = await siteStore();
  const added = await store.write(({ rackPlans }) => rackPlans.add(plan));
  expect(added).toEqual({ ...plan, revision: 1 });
  expect((await failureOf(store.write(({ rackPlans }) => rackPlans.add(plan)))).kind).toBe("duplicate");
  const moved = await store.write(({ rackPlans }) => rackPlans.save({ ...added, rackId: 8 }));
  expect((await failureOf(store.write(({ rackPlans }) => rackPlans.save(added)))).kind).toBe("stale");
  expect(await store.read(({ rackPlans }) => rackPlans.listByModules([module.id]))).toEqual([moved]);
  await store.write(({ services }) => services.save({ ...service(1), revision: 1, state: "closed" }));
  expect(await store.read(({ rackPlans }) => rackPlans.listByModules([module.id]))).toEqual([]);
});

test("what of a rack may be sold is said again and again", async () => {
  const store = await siteStore();
  const capacity = { moduleId: module.id, rackId: 7, powerWatts: 4_000, bandwidthMbit: null };
  await store.write(({ rackCapacities }) => rackCapacities.put({ ...capacity, powerWatts: 1 }));
  await store.write(({ rackCapacities }) => rackCapacities.put(capacity));
  expect(await store.read(({ rackCapacities }) => rackCapacities.find(module.id, 7))).toEqual(capacity);
  expect(await store.read(({ rackCapacities }) => rackCapacities.listByModules([module.id]))).toEqual([capacity]);
});

test("reservations and capacities go with their module", async () => {
  const store = await siteStore();
  await store.write(async ({ modules, rackReservations, rackCapacities }) => {
    await modules.add({ ...module, id: "spare" });
    await rackReservations.add({ ...reservation, moduleId: "spare" });
    await rackCapacities.put({ moduleId: "spare", rackId: 7, powerWatts: 1, bandwidthMbit: 1 });
    await modules.remove("spare");
  });
  await store.read(async ({ rackReservations, rackCapacities }) => {
    expect(await rackReservations.listByModules(["spare"])).toEqual([]);
    expect(await rackCapacities.listByModules(["spare"])).toEqual([]);
  });
});

test("tenants are found by server, by the rack on the card whatever its case, and by themselves; a closed service is none", async () => {
  const store = await siteStore();
  const card = { revision: 0, url: "", identifier: "", username: "", sealedPassword: null, label: "" };
  await store.write(async ({ services, cards, tasks }) => {
    await services.add(service(2, { serverId: 101, state: "active", amounts: { unit: 2 } }));
    await services.add(service(3));
    await cards.add({ ...card, serviceId: "service-3", rack: "a12" });
    await services.add(service(4, { serverId: 102, state: "closed" }));
    await services.add(service(5));
    await tasks.add(task(1, { serviceId: "service-3", state: "in-work" }));
    await tasks.add(task(2, { serviceId: "service-2", state: "done", endedAt: 5 }));
  });
  const sought = { moduleIds: [module.id], serverIds: [101, 102], rackNames: ["A12"], serviceIds: ["service-1"] };
  const found = await store.read(({ rackTenants }) => rackTenants.list(sought));
  expect(found.map((one) => [one.serviceNumber, one.serverId, one.rack, one.taskId])).toEqual([
    [1, null, "", null],
    [2, 101, "", null],
    [3, null, "a12", "task-1"],
  ]);
  expect(found[1]).toMatchObject({ amounts: { unit: 2 }, customerName: customer.name });
  const nothing = { ...sought, serverIds: [], rackNames: [], serviceIds: [] };
  expect(await store.read(({ rackTenants }) => rackTenants.list(nothing))).toEqual([]);
});

test("set-up tasks whose card names no rack are listed, oldest first", async () => {
  const store = await siteStore();
  await store.write(async ({ services, tasks }) => {
    await services.add(service(2));
    await tasks.add(task(1, { serviceId: "service-2", createdAt: 9 }));
    await tasks.add(task(2, { serviceId: "service-1", createdAt: 8 }));
  });
  const rackless = await store.read(({ rackTenants }) => rackTenants.listRackless([module.id], 10));
  expect(rackless.map(({ serviceNumber }) => serviceNumber)).toEqual([1, 2]);
  expect(await store.read(({ rackTenants }) => rackTenants.listRackless([module.id], 1))).toHaveLength(1);
});

test("what is sold is counted by the rack on the card, without what is planned elsewhere", async () => {
  const store = await siteStore();
  const card = { revision: 0, url: "", identifier: "", username: "", sealedPassword: null, label: "", rack: "A12" };
  await store.write(async ({ services, cards, rackPlans }) => {
    for (const number of [2, 3, 4]) {
      await services.add(service(number, { amounts: { power: 100 * number, flat: 10 } }));
      await cards.add({ ...card, serviceId: `service-${String(number)}` });
    }
    await rackPlans.add({ ...plan, serviceId: "service-4" });
  });
  expect(await store.read(({ rackTenants }) => rackTenants.listSold([module.id], null))).toEqual([
    { moduleId: module.id, rack: "A12", tariffId: "tariff-1", tariffVersion: 1, power: 500, flat: 20 },
  ]);
  expect(await store.read(({ rackTenants }) => rackTenants.listSold([module.id], ["a12"]))).toHaveLength(1);
  expect(await store.read(({ rackTenants }) => rackTenants.listSold([module.id], ["B1"]))).toEqual([]);
});

test("the panels' maps are found by rack, and those of other subjects are not taken for them", async () => {
  const store = await siteStore();
  const map = JSON.stringify(fakeRack(7, "A12", [3]));
  await store.write(async ({ observations }) => {
    await observations.put(module.id, "rack 7", map, 50);
    await observations.put(module.id, "rack 71", map, 60);
    await observations.put(module.id, "racks", "[]", 50);
  });
  const maps = (rackIds: readonly number[] | null) =>
    store.read(({ rackSightings }) => rackSightings.listMaps([module.id], rackIds));
  expect((await maps(null)).map(({ rackId }) => rackId)).toEqual([7, 71]);
  expect(await maps([7])).toMatchObject([{ moduleId: module.id, rackId: 7, takenAt: 50, layout: { name: "A12" } }]);
});

test("servers of a rack are those that the mirror puts there, with their units", async () => {
  const store = await siteStore();
  await store.write(({ mirror }) =>
    mirror.putServers(
      module.id,
      [fakeServer(101, { rackId: 7, units: [3, 4] }), fakeServer(102, { rackId: 8 })].map((facts) => ({
        facts,
        searchText: "",
      })),
      { takenAt: 5, reading: 1, hasDetails: false },
    ),
  );
  const found = await store.read(({ rackSightings }) => rackSightings.listServers([module.id], [7]));
  expect(found).toEqual([{ moduleId: module.id, rackId: 7, serverId: 101, name: found[0]?.name, units: [3, 4] }]);
  await store.read(async ({ rackSightings }) => {
    expect(await rackSightings.listServers([module.id], null)).toHaveLength(2);
    expect(await rackSightings.listMounted([module.id], [101, 103])).toEqual([101]);
  });
});
