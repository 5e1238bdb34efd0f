import { expect, test } from "vitest";
import { expectServiceState, ask, goTo, openRow, openSite, placeOrder, runService } from "./harness/site";

test(
  "an order becomes a running service with its addresses, through the window alone",
  { timeout: 90_000 },
  async () => {
    const { page, panel } = await openSite();
    await goTo(page, "Services");
    await page.getByRole("button", { name: "New order" }).first().click();
    await page.getByPlaceholder("Search by name or e-mail").fill("Client");
    await page.getByRole("option", { name: /Client One/ }).click();
    await page.getByRole("combobox", { name: "Tariff" }).click();
    await page.getByRole("option", { name: /Colo 1U/ }).click();
    const amount = page.getByRole("textbox", { name: /IPv4/ });
    await amount.fill("2");
    await page.getByLabel("Label").fill("client-one-1");
    await page.getByRole("button", { name: "Place order" }).click();
    await page.getByRole("button", { name: /Open task T-1/ }).click();

    await page.getByRole("button", { name: /^Accept/ }).click();
    await page.getByLabel("Server id").fill("101");
    await page.getByText("colo-a12").first().waitFor();
    await page.getByRole("combobox", { name: "Rack" }).fill("A12");
    await page.getByLabel("Username").fill("root");
    await page.getByRole("textbox", { name: "Password" }).fill("hunter2");
    await page.getByText("2 needed", { exact: false }).waitFor();
    await page.getByRole("button", { name: /^Close task/ }).click();

    const [service] = (await ask(page, "service.list", {})).rows;
    await expectServiceState(page, service?.id ?? "", "active");
    const { addresses } = (await ask(page, "service.get", { id: service?.id ?? "" })).service;
    expect(addresses).toHaveLength(2);
    await goTo(page, "Services");
    await openRow(page, "client-one-1");
    for (const { address } of addresses) await page.getByText(address).first().waitFor();
    expect(panel.site.addresses.filter((one) => one.serverId === 101)).toHaveLength(2);
  },
);

test("a shortage stands by the card before it is closed", async () => {
  const site = await openSite();
  const { page, panel } = site;
  const order = await placeOrder(site, "short-one", { ip: 4 });
  const pool = panel.site.pools.find((one) => one.id === 2);
  if (!pool) throw new Error("The small site has no pool 2");
  pool.ranges = pool.ranges.map((range) =>
    range.family === "ipv4" ? { ...range, name: "203.0.113.10-203.0.113.12" } : range,
  );
  await openRow(page, "short-one");
  await page.getByRole("button", { name: /^Accept/ }).click();
  await page.getByText("4 needed, 2 free in public").waitFor();
  await page.getByText("Too few").first().waitFor();
  expect((await ask(page, "card.forecast", { taskId: order.taskId }))[0]).toMatchObject({
    isShort: true,
    isLive: true,
  });
});

test("a card with wrong fields says so by each field and keeps what was typed", async () => {
  const site = await openSite();
  const { page } = site;
  await placeOrder(site, "wrong-one");
  await openRow(page, "wrong-one");
  await page.getByRole("button", { name: /^Accept/ }).click();
  await page.getByLabel("Server id").fill("999");
  await page.getByRole("combobox", { name: "Rack" }).fill("Z99");
  await page.getByLabel("Label").fill("שרת ".repeat(125));
  await page.getByRole("button", { name: /^Close task/ }).click();
  await page.getByText(/No rack Z99 in the panel/).waitFor();
  await page.getByText(/Too long by \d+ characters: at most 120/).waitFor();
  await page
    .getByText(/dc-1 has no server 999/)
    .first()
    .waitFor();
  await goTo(page, "Services");
  await goTo(page, "Queue");
  await openRow(page, "wrong-one");
  expect(await page.getByLabel("Server id").inputValue()).toBe("999");
  expect(await page.getByRole("combobox", { name: "Rack" }).inputValue()).toBe("Z99");
});

test("suspend shuts the data ports, resume opens them, the management port stays up", { timeout: 90_000 }, async () => {
  const site = await openSite();
  const { page } = site;
  const { serviceId } = await runService(site, "ports-one", 101);
  await goTo(page, "Services");
  await openRow(page, "ports-one");
  await page.getByRole("button", { name: "Suspend" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Suspend" }).click();
  await expectServiceState(page, serviceId, "suspended");
  expect(portsOf(site.panel.site)).toEqual({ 901: "down", 902: "up" });
  await page.getByRole("button", { name: "Resume" }).click();
  await expectServiceState(page, serviceId, "active");
  expect(portsOf(site.panel.site)).toEqual({ 901: "up", 902: "up" });
});

test(
  "closing a service shows each step until the server is off and its ports are down",
  { timeout: 90_000 },
  async () => {
    const site = await openSite();
    const { page, panel } = site;
    const { serviceId } = await runService(site, "leaving-one", 101, { ip: 2 });
    await goTo(page, "Services");
    await openRow(page, "leaving-one");
    await page.getByRole("button", { name: "Close service" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Create the task for closing" }).click();
    await page.getByRole("button", { name: /^Accept/ }).click();
    await page.getByText(/Release 2 addresses/).waitFor();
    await page.getByText(/Management ports stay up/).waitFor();
    await page.getByRole("button", { name: /^Close the service/ }).click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /Close the service/ })
      .click();
    const steps = page.getByRole("list", { name: /steps/i });
    for (const step of ["Cancel running operations", "Free all addresses", "Power off", "Shut the switch ports"]) {
      await steps.getByRole("listitem").filter({ hasText: step }).getByText("Done").waitFor({ timeout: 30_000 });
    }
    await expectServiceState(page, serviceId, "closed");
    expect(portsOf(panel.site)).toEqual({ 901: "down", 902: "up" });
    expect(panel.site.addresses.filter((address) => address.serverId === 101)).toEqual([]);
  },
);

function portsOf(site: {
  readonly switches: readonly { readonly ports: readonly { readonly id: number; readonly admin: string }[] }[];
}) {
  const ports = site.switches.flatMap((one) => one.ports).filter((port) => port.id === 901 || port.id === 902);
  return Object.fromEntries(ports.map((port) => [port.id, port.admin]));
}
