import { expect, onTestFinished, test } from "vitest";
import { migrate, migrations } from "../../db/migrate";
import { openWriter } from "../../db/open";
import { openStore } from "../../db/store";
import { storeOptions, temporaryDirectory } from "./temporary-store";

/** What the release before wrote; text, so that no later code has a hand in it. */
const before = [
  `INSERT INTO departments VALUES ('department-1', 1, 'Floor', '[]')`,
  `INSERT INTO data_centres VALUES ('data-centre-1', 1, 'Riga')`,
  `INSERT INTO customers VALUES ('customer-1', 1, 'Вектор', 'noc@vektor.example', '', 'вектор')`,
  `INSERT INTO modules (id, revision, type, product_type, name, url, username, data_centre_id, department_id, sort, is_active,
    route_overrides) VALUES ('module-1', 1, 'manual', 'colocation', 'dc-1', '', '', 'data-centre-1', 'department-1', 10, 1, '{}')`,
  `INSERT INTO tariffs (id, revision, version, product_type, name, internal_name, currency, periods, resources, is_active)
    VALUES ('tariff-1', 1, 1, 'colocation', 'Colo', '', 'EUR', '[]', '[]', 1)`,
  `INSERT INTO tariff_versions (tariff_id, version, content, created_at, created_by) VALUES ('tariff-1', 1, '{}', 1, 'Anna')`,
  `INSERT INTO services (id, revision, number, product_type, state, customer_id, tariff_id, tariff_version, module_id,
    module_trials, amounts, choices, period_months, price, label, addresses, note, created_at) VALUES
    ('service-1', 1, 1, 'colocation', 'active', 'customer-1', 'tariff-1', 1, 'module-1', '[]', '{}', '{}', 1, '{}', '', '[]', '', 1)`,
  `INSERT INTO tasks (id, revision, number, kind, state, service_id, department_id, created_at, ended_at) VALUES
    ('task-1', 2, 1, 'set-up', 'done', 'service-1', 'department-1', 10, 20),
    ('task-2', 1, 2, 'close', 'open', 'service-1', 'department-1', 15, NULL)`,
  `INSERT INTO actions (id, revision, lane, kind, summary, state, module_id, server_id, request, attempts, created_at,
    ended_at, outcome, created_by) VALUES ('action-1', 4, 'server:1', 'set-power', 'Power off', 'done', 'module-1', 1, '{}', 1, 10,
    18, '', 'Anna')`,
];

test("0010 lets the overview count what a profile already holds", async () => {
  const options = storeOptions(await temporaryDirectory());
  const database = await openWriter(options.file);
  const place = migrations.findIndex(({ name }) => name === "0010-statistics");
  await migrate(database, options, migrations.slice(0, place));
  for (const statement of before) await database.raw(statement);
  await database.destroy();
  const store = await openStore(options);
  onTestFinished(() => store.close());
  const span = { from: 10, to: 21 };
  await store.read(async ({ statistics }) => {
    expect(await statistics.listQueueByAge({ hour: 0, "four-hours": 0, day: 0, "three-days": 0 })).toMatchObject([
      { departmentName: "Floor", ages: { hour: 1 } },
    ]);
    expect(await statistics.listThroughput([span])).toMatchObject([{ opened: 2, done: 1, byKind: { "set-up": 1 } }]);
    expect(await statistics.listStepsByModule(span)).toMatchObject([{ moduleName: "dc-1", done: 1 }]);
  });
});
