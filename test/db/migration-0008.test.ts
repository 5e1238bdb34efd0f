import { expect, onTestFinished, test } from "vitest";
import { migrate, migrations } from "../../db/migrate";
import { openWriter } from "../../db/open";
import { openStore } from "../../db/store";
import { storeOptions, temporaryDirectory } from "./temporary-store";

/** Rows as the release before wrote them; text, so that no later code has a hand in them. */
const data = [
  `INSERT INTO departments (id, revision, name, members) VALUES ('department-1', 1, 'Floor', '[]')`,
  `INSERT INTO data_centres VALUES ('data-centre-1', 1, 'Riga')`,
  `INSERT INTO customers VALUES ('customer-1', 1, 'Вектор', 'noc@vektor.example', '', 'вектор')`,
  `INSERT INTO modules (id, revision, type, product_type, name, url, username, data_centre_id, department_id,
    location_id, sort, is_active, route_overrides) VALUES ('module-1', 1, 'dcimanager6-colocation', 'colocation',
    'm', 'https://m', 'u', 'data-centre-1', 'department-1', 3, 10, 1, '{}')`,
  `INSERT INTO tariffs (id, revision, version, product_type, name, internal_name, currency, periods, resources, is_active)
    VALUES ('tariff-1', 1, 1, 'colocation', 'Colo', '', 'EUR', '[]', '[]', 1)`,
  `INSERT INTO tariff_versions (tariff_id, version, content, created_at, created_by)
    VALUES ('tariff-1', 1, '{}', 1, 'Anna')`,
  `INSERT INTO services (id, revision, number, product_type, state, customer_id, tariff_id, tariff_version, module_id,
    module_trials, amounts, choices, period_months, price, server_id, label, addresses, note, created_at, search_text)
    VALUES ('service-1', 1, 1, 'colocation', 'active', 'customer-1', 'tariff-1', 1, 'module-1', '[]',
    '{"power":300,"flat":100}', '{}', 1, '{}', 101, 'edge', '[]', '', 1, '')`,
  `INSERT INTO cards (service_id, revision, url, identifier, username, rack, label, search_text)
    VALUES ('service-1', 1, '', '101', '', 'А12', 'edge', '')`,
];

test("0008 begins with no reservation and no plan, and knows what stands in a rack from the cards that were there", async () => {
  const options = storeOptions(await temporaryDirectory());
  const database = await openWriter(options.file);
  const before = migrations.slice(
    0,
    migrations.findIndex(({ name }) => name === "0008-racks"),
  );
  await migrate(database, options, before);
  for (const statement of data) await database.raw(statement);
  await database.destroy();

  const store = await openStore(options);
  onTestFinished(() => store.close());
  await store.read(async ({ rackReservations, rackPlans, rackCapacities, rackTenants }) => {
    expect(await rackReservations.listByModules(["module-1"])).toEqual([]);
    expect(await rackPlans.listByModules(["module-1"])).toEqual([]);
    expect(await rackCapacities.listByModules(["module-1"])).toEqual([]);
    const sought = { moduleIds: ["module-1"], serverIds: [], rackNames: ["А12"], serviceIds: [] };
    expect(await rackTenants.list(sought)).toMatchObject([{ serviceId: "service-1", rack: "А12", serverId: 101 }]);
    expect(await rackTenants.listSold(["module-1"], null)).toMatchObject([{ rack: "А12", power: 300, flat: 100 }]);
  });
});
