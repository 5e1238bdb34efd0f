import type { Page } from "playwright-core";
import { onTestFinished } from "vitest";
import { startDsmanagerSimulator } from "../../../simulator/dsmanager/simulator";
import type { DsmanagerOptions, DsmanagerSimulator } from "../../../simulator/dsmanager/simulator";
import { launchConsole } from "./console";
import type { RunningConsole } from "./console";
import { ask } from "./site";

const timings = { installMs: 1_500, powerMs: 200, portMs: 100 };

/** Functions that the generation-4 panel has under other names than the client expects. */
const functionNames = {
  operations: "server.reinstall",
  "server-types": "servertype",
  "os-images": "osimage",
  pdus: "powerswitch",
  "pdu-ports": "powerswitch.port",
};

/** A simulated DSmanager with its small site, ended with the test. */
export async function startDsmanager(options: DsmanagerOptions = {}): Promise<DsmanagerSimulator> {
  const panel = await startDsmanagerSimulator({ timings, ...options });
  onTestFinished(() => panel.stop());
  return panel;
}

export interface DedicatedSite extends RunningConsole {
  readonly panel: DsmanagerSimulator;
  readonly moduleId: string;
  readonly tariffId: string;
  readonly customerId: string;
}

/** The console with a module for dedicated servers, a tariff that sells a preset with a system and an address, and a customer. */
export async function openDedicatedSite(): Promise<DedicatedSite> {
  const panel = await startDsmanager();
  const running = await launchConsole();
  const { page } = running;
  await page.getByRole("button", { name: /practice site/i }).waitFor();
  const module = await addDedicatedModule(page, panel.url);
  const systems = await ask(page, "enumeration.add", {
    name: "Operating system",
    internalName: "os",
    items: [{ internalName: "debian12", name: "Debian 12" }],
  });
  const tariff = await ask(page, "tariff.add", {
    name: "Dedicated i5",
    internalName: "HPCorei5",
    productType: "dedicated",
    currency: "EUR",
    moduleIds: [module.id],
    periods: [{ months: 1, priceMinor: 3_900, setUpMinor: 0 }],
    resources: [
      {
        name: "os",
        title: "Operating system",
        valueType: "enumeration",
        measure: "pcs",
        enumerationId: systems.id,
        included: 0,
        minimum: 0,
        maximum: 0,
        step: 1,
        billing: "none",
        changeBy: "staff",
        stepPrices: [],
        isActive: true,
      },
    ],
  });
  const customer = await ask(page, "customer.add", { name: "Client One", email: "c1@example.org" });
  return { ...running, panel, moduleId: module.id, tariffId: tariff.id, customerId: customer.id };
}

async function addDedicatedModule(page: Page, url: string) {
  const department = await ask(page, "department.add", { name: "Floor" });
  const dataCentre = await ask(page, "data-centre.add", { name: "Tallinn-3" });
  return ask(page, "module.add", {
    type: "dsmanager",
    productType: "dedicated",
    name: "ds-1",
    connection: {
      type: "dsmanager",
      dialect: "dsmanager",
      url,
      username: "admin",
      password: "s3cret",
      routeOverrides: functionNames,
    },
    dataCentreId: dataCentre.id,
    departmentId: department.id,
    sort: 10,
  });
}
