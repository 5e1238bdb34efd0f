import { expect, onTestFinished, test } from "vitest";
import { migrate, migrations } from "../../db/migrate";
import { openReader, openWriter } from "../../db/open";
import { openStore } from "../../db/store";
import { allCustomers, allTasks, firstPage } from "./list-filters";
import { storeOptions, temporaryDirectory } from "./temporary-store";

const services = [
  [1, "active", "Node-10", '[{"address":"203.0.113.7"}]'],
  [2, "active", "Узел-9", "[]"],
  [3, "closed", "node-9", "not JSON at all"],
] as const;

/** Rows as the release before wrote them; text, so that no later code has a hand in them. */
const data = [
  `INSERT INTO departments (id, revision, name, members) VALUES ('department-1', 1, 'Floor', '[]')`,
  `INSERT INTO data_centres VALUES ('data-centre-1', 1, 'Riga')`,
  `INSERT INTO customers VALUES ('customer-1', 1, 'Вектор', 'NOC@vektor.example', '', 'вектор')`,
  `INSERT INTO modules (id, revision, type, product_type, name, url, username, data_centre_id, department_id, sort,
    is_active, route_overrides) VALUES ('module-1', 1, 'manual', 'colocation', 'm', '', '', 'data-centre-1', 'department-1',
    10, 1, '{}')`,
  `INSERT INTO module_configurations VALUES ('module-1',
    '{"racks":[{"rackId":7,"name":"Aisle-7"},{"rackId":7,"name":"Aisle-7"}],"switches":[{"switchId":5,"name":"sw-5"}]}', '[]', 1, '[]')`,
  `INSERT INTO tariffs (id, revision, version, product_type, name, internal_name, currency, periods, resources, is_active)
    VALUES ('tariff-1', 1, 1, 'colocation', 'Colo', '', 'EUR', '[]', '[]', 1)`,
  `INSERT INTO tariff_versions (tariff_id, version, content, created_at, created_by) VALUES ('tariff-1', 1, '{}', 1, 'Anna')`,
  ...services.map(
    ([number, state, label, addresses]) =>
      `INSERT INTO services (id, revision, number, product_type, state, customer_id, tariff_id, tariff_version, module_id,
      module_trials, amounts, choices, period_months, price, label, addresses, note, created_at, search_text) VALUES
      ('service-${String(number)}', 1, ${String(number)}, 'colocation', '${state}', 'customer-1', 'tariff-1', 1, 'module-1',
      '[]', '{}', '{}', 1, '{"currency":"EUR","lines":[],"totalMinor":0}', '${label}', '${addresses}', '', 1, '')`,
  ),
  `INSERT INTO cards (service_id, revision, url, identifier, username, rack, label, search_text)
    VALUES ('service-2', 1, 'https://root:hunter2@bmc-2.example', 'SN-77', 'admin', 'A12', '', '')`,
  `INSERT INTO tasks (id, revision, number, kind, state, service_id, department_id, created_at, ended_at) VALUES
    ('task-1', 1, 1, 'set-up', 'done', 'service-1', 'department-1', 10, 20),
    ('task-2', 1, 2, 'set-up', 'open', 'service-2', 'department-1', 15, NULL)`,
];

test("0009 sorts, counts and finds what a profile already holds, and never by a login inside an address", async () => {
  const options = storeOptions(await temporaryDirectory());
  const database = await openWriter(options.file);
  const before = migrations.findIndex(({ name }) => name === "0009-lists-and-search");
  await migrate(database, options, migrations.slice(0, before));
  for (const statement of data) await database.raw(statement);
  await database.destroy();

  const store = await openStore(options);
  onTestFinished(() => store.close());
  await store.read(async ({ services, tasks, customers }) => {
    const tasksBy = async (filter: object) =>
      (await tasks.page({ ...allTasks, ...filter }, firstPage)).rows.map(({ number }) => number);
    expect(await tasksBy({ sort: { by: "label", isDescending: false } })).toEqual([1, 2]);
    expect(await tasksBy({ dataCentreId: "data-centre-1" })).toEqual([2, 1]);
    expect(await tasksBy({ search: "a12" })).toEqual([2]);
    expect(await tasksBy({ search: "bmc-2" })).toEqual([2]);
    expect(await tasksBy({ search: "hunter2" })).toEqual([]);
    expect(await tasks.counts(null)).toMatchObject({ open: 1, inWork: 0 });
    expect((await customers.page({ ...allCustomers, search: "вект" }, firstPage)).total).toBe(1);
    expect(await services.countByModule("module-1")).toBe(3);
    expect(await tasksBy({ search: "203.0.113.7" })).toEqual([1]);
  });

  const reader = openReader(options.file);
  onTestFinished(() => reader.destroy());
  const keys: unknown = await reader("services").orderBy("label_key").pluck("label");
  expect(keys).toEqual(["node-9", "Node-10", "Узел-9"]);
  const subjects: unknown = await reader("search_subjects").orderBy("id").pluck("kind");
  expect(subjects).toEqual(["customer", "tariff", "rack", "switch"]);
});
