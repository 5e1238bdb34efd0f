import type { Page } from "playwright-core";
import { expect, onTestFinished } from "vitest";
import type { CallInput, CallName, CallOutput } from "../../../main/contract/calls";
import { startDcimanagerSimulator } from "../../../simulator/dcimanager6/simulator";
import type { DcimanagerSimulator, SimulatorOptions } from "../../../simulator/dcimanager6/simulator";
import { callFrom, valueOf } from "./call";
import { launchConsole } from "./console";
import type { RunningConsole } from "./console";

const timings = { allocateMs: 300, releaseMs: 200, powerMs: 300, portMs: 100, pduPollMs: 300 };

/** A simulated panel with the small site, ended with the test. */
export async function startPanel(options: SimulatorOptions = {}): Promise<DcimanagerSimulator> {
  const panel = await startDcimanagerSimulator({ timings, ...options });
  onTestFinished(() => panel.stop());
  return panel;
}

/** Asks through the window's bridge and takes the value; a fault fails the test. */
export async function ask<Name extends CallName>(
  page: Page,
  name: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name>> {
  return valueOf(name, await callFrom(page, name, input));
}

export interface Site extends RunningConsole {
  readonly panel: DcimanagerSimulator;
  readonly moduleId: string;
  readonly tariffId: string;
  readonly customerId: string;
}

/** The console with one module on a simulated panel, a tariff with one IPv4 address and a customer; shows the queue. */
export async function openSite(options: SimulatorOptions = {}): Promise<Site> {
  const panel = await startPanel(options);
  const running = await launchConsole();
  const { page } = running;
  await page.getByRole("button", { name: /practice site/i }).waitFor();
  const department = await ask(page, "department.add", { name: "Floor" });
  const dataCentre = await ask(page, "data-centre.add", { name: "Riga-1" });
  const module = await ask(page, "module.add", {
    type: "dcimanager6-colocation",
    name: "dc-1",
    connection: { url: panel.url, username: "dc@example.net", password: "s3cret" },
    dataCentreId: dataCentre.id,
    departmentId: department.id,
    locationId: 3,
    sort: 10,
  });
  const tariff = await ask(page, "tariff.add", {
    name: "Colo 1U",
    currency: "EUR",
    moduleIds: [module.id],
    periods: [{ months: 1, priceMinor: 5_900, setUpMinor: 4_900 }],
  });
  const customer = await ask(page, "customer.add", { name: "Client One", email: "c1@example.org" });
  await page
    .getByRole("searchbox", { name: /search/i })
    .or(page.getByPlaceholder("Search tasks"))
    .first()
    .waitFor();
  return { ...running, panel, moduleId: module.id, tariffId: tariff.id, customerId: customer.id };
}

/** Orders a service without the window, for tests that begin later in its life. */
export function placeOrder(site: Site, label: string, amounts: CallInput<"order.place">["amounts"] = {}) {
  const { page, tariffId, customerId } = site;
  return ask(page, "order.place", { tariffId, customerId, periodMonths: 1, label, amounts });
}

/** A service that runs on a server, for tests of what comes after. */
export async function runService(
  site: Site,
  label: string,
  serverId: number,
  amounts: CallInput<"order.place">["amounts"] = {},
) {
  const order = await placeOrder(site, label, amounts);
  const task = await ask(site.page, "task.accept", { id: order.taskId });
  const card = { url: "", identifier: String(serverId), username: "root", password: "hunter2", rack: "A12", label };
  await ask(site.page, "task.close", { id: task.id, revision: task.revision, card });
  await expectServiceState(site.page, order.serviceId, "active");
  return order;
}

export async function expectServiceState(page: Page, serviceId: string, state: string): Promise<void> {
  await expect
    .poll(async () => (await ask(page, "service.get", { id: serviceId })).service.state, {
      timeout: 30_000,
      interval: 100,
    })
    .toBe(state);
}

/** Goes to a screen by the rail. */
export async function goTo(page: Page, screen: string): Promise<void> {
  await page
    .getByRole("navigation")
    .getByRole("button", { name: new RegExp(`^${screen}`) })
    .or(page.getByRole("navigation").getByRole("link", { name: new RegExp(`^${screen}`) }))
    .first()
    .click();
}

/** Rows of lists: lines, or rows of a table where there is room for columns. Headings are none. */
export function rows(page: Page) {
  return page.getByRole("option").or(page.getByRole("row").filter({ has: page.getByRole("gridcell") }));
}

/** Opens the row of a list by a text in it. */
export async function openRow(page: Page, text: string): Promise<void> {
  await rows(page).filter({ hasText: text }).first().click();
}
