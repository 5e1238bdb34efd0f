import type { Resource } from "../contract/shapes/tariff";
import type { Dialect, ModuleType } from "../contract/shapes/module";
import type { Call } from "./practice-call";
import type { PracticePrinter } from "./practice-printers";

interface PracticePanel {
  readonly type: Exclude<ModuleType, "manual">;
  readonly name: string;
  readonly url: string;
  readonly username: string;
  readonly password: string;
}

/** One simulated DCImanager 6 of the practice site. */
export interface PracticeColocationPanel extends PracticePanel {
  readonly locationId: number;
  /** Servers without an owner that pending orders can be linked to. */
  readonly serversForCards: readonly number[];
}

/** The simulated panels and label printers of the practice site. */
export interface PracticePanels {
  readonly panels: readonly [PracticeColocationPanel, PracticeColocationPanel];
  readonly dsmanager: PracticePanel & { readonly dialect: Dialect };
  readonly printers: readonly PracticePrinter[];
}

/** Ids of what the practice site sells. */
export interface PracticeCatalogue {
  readonly tariffs: {
    readonly first: string;
    readonly second: string;
    readonly large: string;
    readonly dedicated: string;
    readonly dsmanagerColocation: string;
  };
  readonly customerIds: readonly string[];
}

/** Names that the generation-4 panel uses in place of the client's defaults, as its probe suggests them. */
const dsmanagerFunctions = {
  operations: "server.reinstall",
  "server-types": "servertype",
  "os-images": "osimage",
  pdus: "powerswitch",
  "pdu-ports": "powerswitch.port",
};

/** Sets up everything that is sold at the practice site: data centres, departments, modules of every type, an enumeration, tariffs, customers. */
export async function stockCatalogue(call: Call, panels: PracticePanels): Promise<PracticeCatalogue> {
  const colocation = await addColocationModules(call, panels.panels);
  const { dedicated, dsmanagerColocation, manual } = await addOtherModules(call, panels.dsmanager);
  const systems = await call("enumeration.add", {
    name: "Operating system",
    internalName: "os",
    items: [
      { internalName: "debian12", name: "Debian 12" },
      { internalName: "ubuntu2404", name: "Ubuntu 24.04 LTS" },
      { internalName: "almalinux9", name: "AlmaLinux 9" },
    ],
  });
  const [first, second] = colocation;
  const add = (name: string, priceMinor: number, moduleIds: readonly string[]) =>
    addTariff(call, { name, moduleIds: [...moduleIds], priceMinor, productType: "colocation", resources: [ip, ipv6] });
  const tariffs = {
    first: await add("Colo 1U", 5_900, first === undefined ? [] : [first]),
    second: await add("Размещение 1U", 4_500, second === undefined ? [] : [second]),
    large: await add("Colo 4U redundant", 21_900, colocation),
    dedicated: await addTariff(call, {
      name: "Dedicated i5",
      internalName: "HPCorei5",
      productType: "dedicated",
      moduleIds: [dedicated],
      priceMinor: 3_900,
      resources: [
        resource({ name: "os", title: "Operating system", valueType: "enumeration", enumerationId: systems.id }),
        ip,
      ],
    }),
    dsmanagerColocation: await add("Colo in the old hall", 4_900, [dsmanagerColocation, manual]),
  };
  return { tariffs, customerIds: await addCustomers(call) };
}

async function addColocationModules(call: Call, panels: readonly PracticeColocationPanel[]): Promise<string[]> {
  const ids: string[] = [];
  for (const [index, panel] of panels.entries()) {
    const place = await addPlace(call, panel.name);
    const module = await call("module.add", {
      ...place,
      type: "dcimanager6-colocation",
      name: panel.name,
      connection: { url: panel.url, username: panel.username, password: panel.password },
      locationId: panel.locationId,
      sort: (index + 1) * 10,
    });
    ids.push(module.id);
  }
  return ids;
}

/** Two modules on one DSmanager, because a module processes one service type, and one without any panel. */
async function addOtherModules(call: Call, panel: PracticePanels["dsmanager"]) {
  const place = await addPlace(call, panel.name);
  const connection = {
    type: "dsmanager",
    dialect: panel.dialect,
    url: panel.url,
    username: panel.username,
    password: panel.password,
    routeOverrides: panel.dialect === "dsmanager" ? dsmanagerFunctions : {},
  } as const;
  const add = async (name: string, productType: "dedicated" | "colocation", sort: number) =>
    (await call("module.add", { ...place, type: "dsmanager", productType, name, connection, sort })).id;
  return {
    dedicated: await add(`${panel.name} dedicated`, "dedicated", 30),
    dsmanagerColocation: await add(`${panel.name} colocation`, "colocation", 40),
    manual: (
      await call("module.add", { ...place, type: "manual", productType: "colocation", name: "By hand", sort: 90 })
    ).id,
  };
}

async function addPlace(call: Call, name: string): Promise<{ dataCentreId: string; departmentId: string }> {
  const dataCentre = await call("data-centre.add", { name });
  const department = await call("department.add", { name: `${name} floor` });
  return { dataCentreId: dataCentre.id, departmentId: department.id };
}

interface TariffPlan {
  readonly name: string;
  readonly internalName?: string;
  readonly productType: "colocation" | "dedicated";
  readonly moduleIds: string[];
  readonly priceMinor: number;
  readonly resources: Resource[];
}

async function addTariff(call: Call, { priceMinor, ...plan }: TariffPlan): Promise<string> {
  const periods = [
    { months: 1, priceMinor, setUpMinor: 4_900 },
    { months: 12, priceMinor: priceMinor * 11, setUpMinor: 0 },
  ];
  return (await call("tariff.add", { ...plan, currency: "EUR", periods })).id;
}

const ip = resource({
  name: "ip",
  title: "Public IPv4 addresses",
  included: 1,
  maximum: 16,
  stepPrices: [
    { months: 1, priceMinor: 300 },
    { months: 12, priceMinor: 3_300 },
  ],
});
const ipv6 = resource({ name: "ipv6", title: "IPv6 addresses", included: 1, maximum: 16 });

function resource(fields: Pick<Resource, "name" | "title"> & Partial<Resource>): Resource {
  return {
    valueType: "integer",
    measure: "pcs",
    enumerationId: null,
    included: 0,
    minimum: 0,
    maximum: 1,
    step: 1,
    billing: "ordered",
    changeBy: "staff",
    stepPrices: [],
    isActive: true,
    ...fields,
  };
}

async function addCustomers(call: Call): Promise<string[]> {
  const people = [
    ["Baltic Freight Systems", "it@balticfreight.example"],
    ["Northwind Imaging", "ops@northwind.example"],
    ["ООО «Уралсвет»", "noc@uralsvet.example"],
    ["Kestrel Analytics", "infra@kestrel.example"],
    ["Helmi Oy", "palvelimet@helmi.example"],
  ] as const;
  const ids: string[] = [];
  for (const [name, email] of people) ids.push((await call("customer.add", { name, email })).id);
  return ids;
}
