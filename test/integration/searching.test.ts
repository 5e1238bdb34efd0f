import { afterEach, beforeEach, expect, it } from "vitest";
import { openTestConsole } from "../builders/console";
import type { TestConsole } from "../builders/console";
import { createFakePanel } from "../builders/fake-panel";
import { addSite, card, customer, service, task } from "../db/records";

let console: TestConsole;

beforeEach(async () => {
  console = await openTestConsole({ panels: createFakePanel() });
  await console.store.write(async (repositories) => {
    const { services, cards, tasks } = repositories;
    await addSite(repositories);
    for (let number = 2; number <= 9; number += 1)
      await services.add(service(number, { label: `vektor-${String(number)}` }));
    await cards.add(card({ serviceId: "service-4", rack: "A12", identifier: "SN4F8A2K91", username: "root" }));
    await tasks.add(task(3, { serviceId: "service-4" }));
  });
});

afterEach(() => console.stop());

it("answers by kind in the order that is worth showing, and says where there is more", async () => {
  const { groups, exact } = await console.call("search.find", { text: "  vektor ", limit: 3 });
  expect(groups.map(({ kind, hits, hasMore }) => [kind, hits.length, hasMore])).toEqual([
    ["service", 3, true],
    ["customer", 1, false],
  ]);
  expect(groups[0]?.hits[0]).toEqual({
    kind: "service",
    id: "service-9",
    moduleId: "module-1",
    serverId: null,
    title: "C-9 vektor-9",
    detail: "ООО Вектор · DCI North",
    matched: "",
  });
  expect(groups[1]?.hits[0]).toMatchObject({ title: customer.name, detail: customer.email, moduleId: null });
  expect(exact).toBeNull();
});

it("names the text that matched where it is not to be seen, and never a password", async () => {
  const { groups, exact } = await console.call("search.find", { text: "sn4f8" });
  expect(groups.map(({ kind, hits }) => [kind, hits[0]?.title, hits[0]?.matched])).toEqual([
    ["task", "T-3 vektor-4", ""],
    ["service", "C-4 vektor-4", "SN4F8A2K91"],
  ]);
  expect(exact).toBeNull();
  const whole = await console.call("search.find", { text: "SN4F8A2K91" });
  expect(whole.exact).toMatchObject({ kind: "service", id: "service-4" });
});

it("looks for one kind only where one is asked for", async () => {
  const { groups } = await console.call("search.find", { text: "a12", kind: "task", limit: 10 });
  expect(groups).toMatchObject([{ kind: "task", hits: [{ id: "task-3", detail: "ООО Вектор · A12 · DCI North" }] }]);
});

it.each(["", "   ", "nowhere to be found", "*", '"', "(", "NOT", "vektor OR", "a:b", "NEAR(a b)", "\u0000"])(
  "answers to %j without a fault",
  async (text) => {
    const { exact } = await console.call("search.find", { text });
    expect(exact).toBeNull();
  },
);
