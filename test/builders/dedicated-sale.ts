import type { CallInput } from "../../main/contract/calls";
import type { TestConsole } from "./console";
import { fakeServer } from "./fake-panel";
import type { FakePanel } from "./fake-panel";
import { resource } from "./resource";

export const dsmanagerConnection = {
  type: "dsmanager",
  dialect: "dsmanager",
  url: "http://127.0.0.1:9/manager/dsmgr",
  username: "admin",
  password: "s3cret",
} as const;

/** Makes the fake panel one with server types: three servers of HPCorei5, of which 201 is free, 202 blocked and 203 owned. */
export function stockDedicated(panel: FakePanel): void {
  panel.serverTypes.push("HPCorei5", "Atom");
  panel.osImages.push({ name: "debian12", tags: [] }, { name: "ubuntu2404", tags: [] });
  panel.servers.set(201, fakeServer(201, { serverType: "HPCorei5" }));
  panel.servers.set(202, fakeServer(202, { serverType: "HPCorei5", isBlocked: true }));
  panel.servers.set(203, fakeServer(203, { serverType: "HPCorei5", ownerEmail: "other@example.org" }));
  panel.servers.set(204, fakeServer(204, { serverType: "Atom", ownerEmail: "other@example.org" }));
}

/** A DSmanager module for dedicated servers with a tariff that sells HPCorei5 with a choice of the operating system. */
export async function prepareDedicatedSale(console: TestConsole) {
  const department = await console.call("department.add", { name: "Servers" });
  const dataCentre = await console.call("data-centre.add", { name: "Riga-1" });
  const addModule = (fields: Partial<CallInput<"module.add">> & { name: string }) =>
    console.call("module.add", {
      type: "dsmanager",
      productType: "dedicated",
      connection: dsmanagerConnection,
      dataCentreId: dataCentre.id,
      departmentId: department.id,
      ...fields,
    });
  const module = await addModule({ name: "dm-1", sort: 10 });
  const enumeration = await console.call("enumeration.add", {
    name: "Operating systems",
    internalName: "systems",
    items: [
      { internalName: "debian12", name: "Debian 12" },
      { internalName: "centos7", name: "CentOS 7" },
    ],
  });
  const os = resource("os", {
    title: "Operating system",
    valueType: "enumeration",
    enumerationId: enumeration.id,
    included: 0,
    maximum: 0,
    billing: "none",
    changeBy: "anyone",
    stepPrices: [],
  });
  const tariff = await console.call("tariff.add", {
    productType: "dedicated",
    name: "Dedicated i5",
    internalName: "HPCorei5",
    currency: "EUR",
    moduleIds: [module.id],
    periods: [{ months: 1, priceMinor: 3_900, setUpMinor: 0 }],
    resources: [os],
    createAllAddOns: false,
  });
  const customer = await console.call("customer.add", { name: "Client One", email: "c1@example.org" });
  return { department, dataCentre, module, enumeration, tariff, customer, addModule };
}

export type DedicatedSale = Awaited<ReturnType<typeof prepareDedicatedSale>>;
