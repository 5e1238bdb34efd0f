import { afterEach, beforeEach, expect, it } from "vitest";
import { openTestConsole } from "../builders/console";
import type { TestConsole } from "../builders/console";
import { createFakePanel } from "../builders/fake-panel";

let console: TestConsole;

beforeEach(async () => {
  console = await openTestConsole({ panels: createFakePanel() });
  console.actAs("Anna", "technician");
});

afterEach(() => console.stop());

const mine = {
  list: "tasks",
  name: "Мои",
  isShared: false,
  filters: { state: "open", performer: "Anna" },
  sort: { by: "age", isDescending: true },
  columns: ["number", "label"],
} as const;

const namesSeen = async () => (await console.call("view.list", { list: "tasks" })).map(({ name }) => name);

it("keeps a view as it was saved, for the one who saved it", async () => {
  const added = await console.call("view.add", { ...mine, columns: [...mine.columns] });
  expect(added).toMatchObject({ ...mine, operator: "Anna", revision: 1 });
  expect(await console.call("view.list", { list: null })).toEqual([added]);
  expect(await console.call("view.list", { list: "services" })).toEqual([]);
  console.actAs("Boris", "technician");
  expect(await namesSeen()).toEqual([]);
  expect(await console.fault("view.save", { ...added, name: "Taken" })).toMatchObject({ kind: "not-found" });
  expect(await console.fault("view.remove", { id: added.id })).toMatchObject({ kind: "not-found" });
});

it("lets everybody see and mend a shared view, and its owner or an administrator take it away", async () => {
  const added = await console.call("view.add", { ...mine, isShared: true, columns: null });
  console.actAs("Boris", "technician");
  const mended = await console.call("view.save", { ...added, filters: {} });
  expect(mended).toMatchObject({ operator: "Anna", filters: {} });
  const taking = { kind: "not-allowed", rule: "view-of-another" };
  expect(await console.fault("view.save", { ...mended, isShared: false })).toMatchObject(taking);
  expect(await console.fault("view.remove", { id: added.id })).toMatchObject(taking);
  console.actAs("Vera", "auditor");
  expect(await console.fault("view.save", { ...mended, columns: ["number"] })).toMatchObject(taking);
  console.actAs("Chief", "administrator");
  await console.call("view.remove", { id: added.id });
  console.actAs("Anna", "technician");
  expect(await namesSeen()).toEqual([]);
});

it("refuses a name that somebody would see twice in one list, by its field", async () => {
  const added = await console.call("view.add", { ...mine, columns: null });
  const twice = { kind: "invalid-input", issues: [{ path: "name", message: "There is a view Мои already" }] };
  expect(await console.fault("view.add", { ...mine, name: "МОИ", columns: null })).toMatchObject(twice);
  await console.call("view.add", { ...mine, list: "services", columns: null });
  await console.call("view.save", { ...added, isShared: true });
  console.actAs("Boris", "technician");
  await console.call("view.add", { ...mine, columns: null });
  expect(await console.fault("view.add", { ...mine, isShared: true, columns: null })).toMatchObject(twice);
});
