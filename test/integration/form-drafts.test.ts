import { afterEach, beforeEach, expect, it } from "vitest";
import { openTestConsole, prepareSale, removeDirectory } from "../builders/console";
import type { TestConsole } from "../builders/console";
import { createFakeClock } from "../builders/fake-clock";
import { createFakePanel } from "../builders/fake-panel";

const clock = createFakeClock();
const panels = createFakePanel();
let console: TestConsole;

beforeEach(async () => {
  console = await openTestConsole({ panels, clock });
});

afterEach(async () => {
  await console.stop();
  await removeDirectory(console.directory);
});

const draftOf = async (form: string) => await console.call("form-draft.get", { form });
const type = (form: string, label: string) =>
  console.call("form-draft.save", { form, body: JSON.stringify({ label }) });

it("what was typed into a form is there after a restart, with its time", async () => {
  await type("order", "edge");
  const { savedAt } = await type("order", "edge-9");
  await console.stop();
  console = await openTestConsole({ panels, clock, directory: console.directory });
  expect(await draftOf("order")).toEqual({ form: "order", operator: "Anna", body: '{"label":"edge-9"}', savedAt });
});

it("a draft belongs to one form and one operator", async () => {
  await type("order", "of Anna");
  console.actAs("Boris");
  expect(await draftOf("order")).toBeNull();
  await type("order", "of Boris");
  await console.call("form-draft.discard", { form: "order" });
  console.actAs("Anna");
  expect((await draftOf("order"))?.body).toBe('{"label":"of Anna"}');
  expect(await draftOf("tariff new")).toBeNull();
});

it("a discarded draft is gone", async () => {
  await type("order", "edge-9");
  await console.call("form-draft.discard", { form: "order" });
  expect(await draftOf("order")).toBeNull();
});

it("a form without a name, longer than 64 kB or that is no JSON is refused", async () => {
  const kinds = [
    await console.fault("form-draft.save", { form: "", body: "{}" }),
    await console.fault("form-draft.save", { form: "order", body: `"${"x".repeat(65_536)}"` }),
    await console.fault("form-draft.save", { form: "order", body: "{" }),
  ].map((fault) => fault.kind);
  expect(kinds).toEqual(["invalid-input", "invalid-input", "invalid-input"]);
});

it("a draft goes with what was made of it, and stays when that was refused", async () => {
  const sale = await prepareSale(console);
  for (const form of ["order", "tariff new", "tariff one", "module wizard"]) await type(form, "typed");
  const order = { tariffId: sale.tariff.id, customerId: sale.customer.id, form: "order" };
  await console.fault("order.place", { ...order, periodMonths: 7 });
  expect(await draftOf("order")).not.toBeNull();

  await console.call("order.place", { ...order, periodMonths: 1 });
  const added = await console.call("tariff.add", {
    name: "Colo 2U",
    currency: "EUR",
    periods: [{ months: 1, priceMinor: 1, setUpMinor: 0 }],
    form: "tariff new",
  });
  await console.call("tariff.save", { ...added, name: "Colo 2 U", form: "tariff one" });
  await console.call("module.add", {
    type: "dcimanager6-colocation",
    name: "dc-2",
    connection: { url: "http://127.0.0.1:2", username: "dc@example.net", password: "s3cret" },
    dataCentreId: sale.dataCentre.id,
    departmentId: sale.department.id,
    form: "module wizard",
  });
  for (const form of ["order", "tariff new", "tariff one", "module wizard"]) expect(await draftOf(form)).toBeNull();
});
