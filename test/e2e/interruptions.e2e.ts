import { expect, test } from "vitest";
import { launchConsole } from "./harness/console";
import { ask, expectServiceState, goTo, openRow, openSite, placeOrder, runService } from "./harness/site";

test(
  "killed between two close-out steps, the program goes on at the next start and ends in the same state",
  { timeout: 120_000 },
  async () => {
    const site = await openSite();
    const { panel } = site;
    const { serviceId } = await runService(site, "killed-one", 101, { ip: 2 });
    const { service } = await ask(site.page, "service.get", { id: serviceId });
    const { taskId } = await ask(site.page, "service.close", { id: serviceId, revision: service.revision });
    const task = await ask(site.page, "task.accept", { id: taskId });
    panel.faults.add({ method: "POST", path: /power_off$/, times: 10_000, fault: { kind: "refuse" } });
    await ask(site.page, "task.close", { id: taskId, revision: task.revision });
    await expect
      .poll(() => panel.site.addresses.filter((address) => address.serverId === 101).length, { timeout: 20_000 })
      .toBe(0);
    await site.kill();
    expect(panel.effects.some((effect) => effect.kind === "power-off")).toBe(false);

    panel.faults.clear();
    const { page } = await launchConsole({ root: site.root });
    await page.getByPlaceholder("Search tasks").waitFor();
    await expectServiceState(page, serviceId, "closed");
    const count = (kind: string) =>
      panel.effects.filter((effect) => effect.serverId === 101 && effect.kind === kind).length;
    expect({ released: count("address-released"), powered: count("power-off"), ports: count("port-down") }).toEqual({
      released: 2,
      powered: 1,
      ports: 1,
    });
  },
);

test(
  "a card closed while the panel is down is kept, and its addresses are assigned once when the panel is back",
  { timeout: 120_000 },
  async () => {
    const site = await openSite();
    const { page, panel } = site;
    const { serviceId } = await placeOrder(site, "offline-one", { ip: 2 });
    await openRow(page, "offline-one");
    await page.getByRole("button", { name: /^Accept/ }).click();
    await panel.goDown();
    await ask(page, "link.probe", { id: site.moduleId });
    await page.getByText("Offline").first().waitFor();
    await page.getByLabel("Server id").fill("101");
    await page.getByRole("combobox", { name: "Rack" }).fill("A12");
    await page.getByRole("button", { name: /^Close task/ }).click();
    await page.getByText(/is out of reach; 1 step waits/).waitFor();
    await expectServiceState(page, serviceId, "processing");

    await panel.comeUp();
    await expectServiceState(page, serviceId, "active");
    expect(panel.site.addresses.filter((address) => address.serverId === 101)).toHaveLength(2);
    expect(panel.requests.filter(({ method, path }) => method === "POST" && path.endsWith("/101/ip"))).toHaveLength(1);
  },
);

test(
  "what was typed into a card is there after a kill, and the window says that it was restored",
  { timeout: 90_000 },
  async () => {
    const site = await openSite();
    await placeOrder(site, "typed-one");
    await openRow(site.page, "typed-one");
    await site.page.getByRole("button", { name: /^Accept/ }).click();
    await site.page.getByLabel("Username").fill("администратор");
    await site.page.getByText("Draft saved").waitFor();
    await site.kill();

    const { page } = await launchConsole({ root: site.root });
    await openRow(page, "typed-one");
    await page.getByText(/and not sent yet\. It was restored\./).waitFor();
    expect(await page.getByLabel("Username").inputValue()).toBe("администратор");
  },
);

test("an empty pool stops the step with the panel's words, and Retry goes on", { timeout: 90_000 }, async () => {
  const site = await openSite();
  const { page, panel } = site;
  const { serviceId, taskId } = await placeOrder(site, "empty-one");
  panel.script.exhaustPool(2, "at-once");
  const task = await ask(page, "task.accept", { id: taskId });
  const card = { url: "", identifier: "101", username: "", password: "", rack: "A12", label: "empty-one" };
  await ask(page, "task.close", { id: task.id, revision: task.revision, card });
  await goTo(page, "Services");
  await openRow(page, "empty-one");
  await page
    .getByRole("alert")
    .filter({ hasText: /no free IP/i })
    .first()
    .waitFor();
  panel.script.exhaustPool(2, null);
  await page.getByRole("button", { name: "Retry" }).first().click();
  await expectServiceState(page, serviceId, "active");
});
