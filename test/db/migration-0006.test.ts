import { expect, onTestFinished, test } from "vitest";
import { migrate, migrations } from "../../db/migrate";
import { openWriter } from "../../db/open";
import { openStore } from "../../db/store";
import { parseShortId } from "../../main/domain/short-id";
import { storeOptions, temporaryDirectory } from "./temporary-store";

/** Rows as the release before wrote them; text, so that no later code has a hand in them. */
const data = [
  `INSERT INTO departments (id, revision, name, members) VALUES ('department-1', 1, 'Floor', '[]')`,
  `INSERT INTO data_centres VALUES ('data-centre-1', 1, 'Riga')`,
  `INSERT INTO customers VALUES ('customer-1', 1, 'Вектор', 'noc@vektor.example', '', 'вектор')`,
  ...["dcimanager6-colocation", "manual"].map(
    (type, index) =>
      `INSERT INTO modules (id, revision, type, product_type, name, url, username, data_centre_id, department_id,
        location_id, sort, is_active, route_overrides) VALUES ('module-${String(index)}', 1, '${type}', 'colocation',
        'm', 'https://m', 'u', 'data-centre-1', 'department-1', 3, 10, 1, '{}')`,
  ),
  `INSERT INTO tariffs (id, revision, version, product_type, name, internal_name, currency, periods, resources, is_active)
    VALUES ('tariff-1', 1, 1, 'colocation', 'Colo', '', 'EUR', '[]', '[]', 1)`,
  `INSERT INTO tariff_versions (tariff_id, version, content, created_at, created_by)
    VALUES ('tariff-1', 1, '{}', 1, 'Anna')`,
];

function service(number: number, moduleId: string, state: string, serverId: number | null, label: string): string[] {
  const id = `service-${String(number)}`;
  return [
    `INSERT INTO services (id, revision, number, product_type, state, customer_id, tariff_id, tariff_version, module_id,
      module_trials, amounts, choices, period_months, price, server_id, label, addresses, note, created_at, search_text)
      VALUES ('${id}', 1, ${String(number)}, 'colocation', '${state}', 'customer-1', 'tariff-1', 1, '${moduleId}',
      '[]', '{}', '{}', 1, '{}', ${String(serverId)}, '${label}', '[]', '', 1, '')`,
    `INSERT INTO cards (service_id, revision, url, identifier, username, rack, label, search_text)
      VALUES ('${id}', 1, '', '', '', 'A12', '${label}', '')`,
  ];
}

test("0006 gives every server that a service stands on its short id, and marks none of them", async () => {
  const options = storeOptions(await temporaryDirectory());
  const database = await openWriter(options.file);
  await migrate(
    database,
    options,
    migrations.slice(
      0,
      migrations.findIndex(({ name }) => name === "0006-labels"),
    ),
  );
  const services = [
    ...service(1, "module-0", "active", 101, "Сервер"),
    ...service(2, "module-0", "ordered", null, "later"),
    ...service(3, "module-0", "closed", 103, "gone"),
    ...service(4, "module-1", "active", null, ""),
  ];
  for (const statement of [...data, ...services]) await database.raw(statement);
  await database.destroy();

  const store = await openStore(options);
  onTestFinished(() => store.close());
  await store.read(async ({ labels }) => {
    const { rows, total } = await labels.page({ kind: null, onlyNeeding: false, search: "" }, { offset: 0, limit: 10 });
    expect(total).toBe(2);
    expect(rows).toMatchObject([
      { key: "service:service-4", title: "C-4", place: "A12", needsLabel: false, printedAt: null, kind: "server" },
      { key: "server:module-0:101", title: "Сервер", subject: { kind: "server", moduleId: "module-0", serverId: 101 } },
    ]);
    expect(rows.map((row) => parseShortId(row.shortId))).toEqual(rows.map((row) => row.shortId));
    expect(await labels.findByKey("service:service-1")).toEqual(rows[1]);
    expect(
      (await labels.page({ kind: null, onlyNeeding: false, search: "сервер" }, { offset: 0, limit: 1 })).total,
    ).toBe(1);
  });
});
