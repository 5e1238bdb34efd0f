import type { CallInput } from "../../main/contract/calls";
import type { Dialect } from "../../main/contract/shapes/module";
import type { TestConsole } from "./console";
import { fakeServer } from "./fake-panel";
import type { FakePanel } from "./fake-panel";
import { resource } from "./resource";

type Connection = NonNullable<CallInput<"module.add">["connection"]>;

/** Names of generation 4 where they are not those of DCImanager 5. */
const generation4Functions = {
  operations: "server.reinstall",
  "server-types": "servertype",
  "os-images": "osimage",
  pdus: "powerswitch",
  "pdu-ports": "powerswitch.port",
};

/** How a module connects to a panel of the DSmanager family. */
export function connectionTo(dialect: Dialect, url = "http://127.0.0.1:2"): Connection {
  return {
    type: "dsmanager",
    dialect,
    url,
    username: "admin",
    password: "s3cret",
    routeOverrides: dialect === "dsmanager" ? generation4Functions : {},
  };
}

/** A module for dedicated servers, a tariff that sells one of its presets with an operating system and addresses, and a customer. */
export async function prepareDedicatedService(console: TestConsole, connection: Connection) {
  const department = await console.call("department.add", { name: "Servers" });
  const dataCentre = await console.call("data-centre.add", { name: "Riga-2" });
  const place = { departmentId: department.id, dataCentreId: dataCentre.id };
  const module = await console.call("module.add", {
    ...place,
    type: "dsmanager",
    productType: "dedicated",
    name: "ds-1",
    connection,
  });
  const systems = await console.call("enumeration.add", {
    name: "Operating system",
    internalName: "os",
    items: ["debian12", "ubuntu2404", "windows2022"].map((name) => ({ internalName: name, name: `The ${name}` })),
  });
  const os = resource("os", { valueType: "enumeration", enumerationId: systems.id, title: "Operating system" });
  const tariff = await console.call("tariff.add", {
    name: "Dedicated i5",
    internalName: "HPCorei5",
    productType: "dedicated",
    currency: "EUR",
    moduleIds: [module.id],
    periods: [{ months: 1, priceMinor: 3_900, setUpMinor: 4_900 }],
    resources: [os, resource("ip"), resource("ipv6", { included: 0 }), resource("ram", { maximum: 64 })],
    createAllAddOns: false,
  });
  const customer = await console.call("customer.add", { name: "New Client", email: "new@example.org" });
  return { place, department, module, tariff, customer };
}

export type DedicatedService = Awaited<ReturnType<typeof prepareDedicatedService>>;

/** Orders a dedicated server. */
export function orderDedicated(
  console: TestConsole,
  sale: DedicatedService,
  change: Partial<CallInput<"order.place">> = {},
) {
  return console.call("order.place", {
    tariffId: sale.tariff.id,
    customerId: sale.customer.id,
    periodMonths: 1,
    choices: { os: "debian12" },
    ...change,
  });
}

/** Servers of the preset in a fake panel's stock, each with its main address. */
export function stockFakePanel(panel: FakePanel, ids: readonly number[]): FakePanel {
  panel.serverTypes.splice(0, Infinity, "HPCorei5");
  panel.osImages.splice(0, Infinity, ...["debian12", "ubuntu2404", "windows2022"].map((name) => ({ name, tags: [] })));
  panel.servers.clear();
  for (const id of ids) {
    const main = {
      addressId: id,
      address: `192.0.2.${String(id)}`,
      family: "ipv4",
      gateway: null,
      network: null,
      domain: "free.ds",
      status: "",
      isReady: true,
    } as const;
    panel.servers.set(
      id,
      fakeServer(id, { serverType: "HPCorei5", power: "on", addresses: [main], domain: "free.ds" }),
    );
  }
  return panel;
}
