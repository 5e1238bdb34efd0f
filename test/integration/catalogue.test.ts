import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CallOutput } from "../../main/contract/calls";
import { openTestConsole, prepareSale, removeDirectory } from "../builders/console";
import { prepareDedicatedSale, stockDedicated } from "../builders/dedicated-sale";
import { createFakePanel } from "../builders/fake-panel";

type Catalogue = CallOutput<"catalogue.export">;

type OpenConsole = Awaited<ReturnType<typeof openTestConsole>>;

let console: OpenConsole;
let other: OpenConsole;

async function openConsole(): Promise<OpenConsole> {
  const panel = createFakePanel();
  stockDedicated(panel);
  return openTestConsole({ panels: panel });
}

beforeEach(async () => {
  console = await openConsole();
  other = await openConsole();
});

afterEach(async () => {
  for (const one of [console, other]) {
    await one.stop();
    await removeDirectory(one.directory);
  }
});

/** Everything that can be sold: colocation on two modules, one of them by hand, and a dedicated tariff that has a namesake in colocation. */
async function stockUp(): Promise<Catalogue> {
  const dedicated = await prepareDedicatedSale(console);
  const place = { dataCentreId: dedicated.dataCentre.id, departmentId: dedicated.department.id };
  const colocation = await console.call("module.add", {
    type: "dcimanager6-colocation",
    name: "dc-1",
    connection: { url: "http://127.0.0.1:1", username: "dc@example.net", password: "planted-password" },
    ...place,
  });
  const manual = await console.call("module.add", { type: "manual", name: "By hand", ...place });
  await console.call("tariff.add", {
    name: "Colo 1U",
    currency: "EUR",
    moduleIds: [manual.id, colocation.id],
    periods: [
      { months: -100, priceMinor: 0, setUpMinor: 0 },
      { months: 12, priceMinor: 59_00, setUpMinor: 5 },
    ],
  });
  await console.call("tariff.add", {
    name: "Dedicated i5",
    currency: "JPY",
    moduleIds: [colocation.id],
    periods: [{ months: 1, priceMinor: 700, setUpMinor: 0 }],
  });
  return console.call("catalogue.export", {});
}

const compare = (catalogue: Catalogue) => other.call("catalogue.compare", { catalogue });
const changesOf = async (catalogue: Catalogue) =>
  (await compare(catalogue)).changes.filter((one) => one.change !== "same");
const problemsOf = async (catalogue: Catalogue) =>
  (await compare(catalogue)).changes.flatMap(({ name, problem }) => (problem === "" ? [] : [`${name}: ${problem}`]));
/** What a document says of whether its modules with a panel are switched on does not go over. */
const withoutSwitches = ({ modules, ...rest }: Catalogue) => ({
  ...rest,
  modules: modules.map((module) => ({ ...module, isActive: module.type === "manual" })),
});

describe("a catalogue", () => {
  it("goes into an empty profile and comes out of it as it was, without a secret", async () => {
    const catalogue = await stockUp();
    expect(JSON.stringify(catalogue)).not.toMatch(/planted-password|s3cret|sealed/);
    expect(await other.call("catalogue.import", { catalogue })).toMatchObject({ added: 9, changed: 0 });
    const again = await other.call("catalogue.export", {});
    expect(again).toEqual(withoutSwitches(catalogue));
    expect(catalogue.tariffs).toHaveLength(3);
    expect(await changesOf(catalogue)).toEqual([]);
    expect(await other.call("catalogue.import", { catalogue })).toEqual({ added: 0, changed: 0, ids: [] });
  });

  it("brings modules switched off, which need their password first; one without panel works at once", async () => {
    const catalogue = await stockUp();
    await other.call("catalogue.import", { catalogue });
    const modules = await other.call("module.list", {});
    expect(modules.map((one) => [one.name, one.isActive])).toEqual([
      ["By hand", true],
      ["dc-1", false],
      ["dm-1", false],
    ]);
    const module = modules.find((one) => one.name === "dc-1");
    if (!module) throw new Error("No module");
    expect(await other.fault("module.save", { ...module, isActive: true })).toMatchObject({
      issues: [{ path: "connection", message: "Enter the connection with its password before switching it on" }],
    });
    const connection = { url: module.url, username: module.username, password: "s3cret" };
    await other.call("module.save", { ...module, isActive: true, connection });
    expect((await other.call("module.list", {})).find((one) => one.name === "dc-1")).toMatchObject({ isActive: true });
  });

  it("tells what would change, in words, before it is imported", async () => {
    const catalogue = await stockUp();
    await other.call("catalogue.import", { catalogue });
    const changed: Catalogue = {
      ...catalogue,
      tariffs: catalogue.tariffs.map((tariff) =>
        tariff.name === "Colo 1U"
          ? { ...tariff, modules: ["dc-1"], periods: [{ months: 12, priceMinor: 60_00, setUpMinor: 0 }] }
          : tariff,
      ),
      enumerations: catalogue.enumerations.map((one) => ({ ...one, items: one.items.slice(0, 1) })),
    };
    expect(await changesOf(changed)).toEqual([
      {
        entity: "enumeration",
        name: "systems",
        change: "changed",
        problem: "",
        differences: [
          { field: "order", before: "debian12, centos7", after: "debian12" },
          { field: "item centos7", before: "CentOS 7", after: "" },
        ],
      },
      {
        entity: "tariff",
        name: "Colo 1U",
        change: "changed",
        problem: "",
        differences: [
          { field: "modules", before: "By hand, dc-1", after: "dc-1" },
          { field: "period 12 months", before: "59.00 EUR, set-up 0.05 EUR", after: "60.00 EUR" },
          { field: "period trial", before: "0.00 EUR", after: "" },
        ],
      },
    ]);
    expect(await other.call("catalogue.import", { catalogue: changed })).toMatchObject({ added: 0, changed: 2 });
    expect(await changesOf(changed)).toEqual([]);
  });

  it("gives a tariff that services run on a new version", async () => {
    const sale = await prepareSale(other);
    await other.call("order.place", { tariffId: sale.tariff.id, customerId: sale.customer.id, periodMonths: 1 });
    const catalogue = await other.call("catalogue.export", {});
    const tariffs = catalogue.tariffs.map((one) => ({
      ...one,
      periods: [{ months: 1, priceMinor: 1, setUpMinor: 0 }],
    }));
    await other.call("catalogue.import", { catalogue: { ...catalogue, tariffs } });
    expect((await other.call("tariff.versions", { id: sale.tariff.id })).map((one) => one.version)).toEqual([2, 1]);
  });

  it("leaves a module here its password, but switches it off when its address becomes another", async () => {
    const sale = await prepareSale(other);
    const catalogue = await other.call("catalogue.export", {});
    const secret = () => other.store.read(({ modules }) => modules.getSecret(sale.module.id));
    const before = await secret();
    const withModule = (fields: object): Catalogue => ({
      ...catalogue,
      modules: catalogue.modules.map((one) => ({ ...one, ...fields })),
    });
    await other.call("catalogue.import", { catalogue: withModule({ sort: 3 }) });
    expect(await other.call("module.list", {})).toMatchObject([{ sort: 3, isActive: true }]);
    await other.call("catalogue.import", { catalogue: withModule({ url: "https://elsewhere.example" }) });
    expect(await other.call("module.list", {})).toMatchObject([{ url: "https://elsewhere.example", isActive: false }]);
    expect(await secret()).toEqual(before);
  });
});

describe("a catalogue that cannot be imported", () => {
  const first = <T>(list: readonly T[]): T => {
    const [one] = list;
    if (one === undefined) throw new Error("Nothing there");
    return one;
  };

  it("is told every problem at its record, and nothing of it is stored", async () => {
    const catalogue = await stockUp();
    const dedicated = first(catalogue.tariffs.filter((one) => one.productType === "dedicated"));
    const colocation = first(catalogue.tariffs.filter((one) => one.productType === "colocation"));
    const [os] = dedicated.resources;
    if (!os) throw new Error("No resource");
    const broken: Catalogue = {
      ...catalogue,
      enumerations: [...catalogue.enumerations, first(catalogue.enumerations)],
      tariffs: [
        { ...dedicated, modules: ["dm-1", "dc-1", "dm-9"] },
        { ...dedicated, name: "Unknown list", resources: [{ ...os, enumeration: "nowhere" }, os] },
        {
          ...colocation,
          resources: colocation.resources.map((one) => ({ ...one, included: 50, maximum: 9 })).slice(0, 1),
        },
        colocation,
      ],
    };
    expect(await problemsOf(broken)).toEqual([
      "systems: This name stands twice",
      "systems: This name stands twice",
      "Dedicated i5: There is no module dm-9. dc-1 processes server colocation only. Add a second module for the same panel",
      "Unknown list: os: there is no enumeration nowhere. A resource stands twice",
      "Colo 1U: This name stands twice. flat: Included is above the maximum. flat: Nothing can be ordered: no step lies between minimum and maximum",
      "Colo 1U: This name stands twice",
    ]);
    const fault = await other.fault("catalogue.import", { catalogue: broken });
    expect(fault).toMatchObject({ kind: "invalid-input" });
    expect(fault.kind === "invalid-input" ? fault.issues.map((issue) => issue.path) : []).toEqual([
      "catalogue.enumerations.0",
      "catalogue.enumerations.1",
      "catalogue.tariffs.0",
      "catalogue.tariffs.1",
      "catalogue.tariffs.2",
      "catalogue.tariffs.3",
    ]);
    for (const call of ["enumeration.list", "module.list", "tariff.list", "department.list"] as const) {
      expect(await other.call(call, {})).toEqual([]);
    }
  });

  it("is refused when a module here is of another kind, or does not fit together", async () => {
    const catalogue = await stockUp();
    const place = {
      departmentId: (await other.call("department.add", { name: "Floor" })).id,
      dataCentreId: (await other.call("data-centre.add", { name: "Here" })).id,
    };
    await other.call("module.add", { type: "manual", name: "DC-1", ...place });
    expect(await problemsOf(catalogue)).toEqual([
      "dc-1: The module of this name here is of another kind, which is chosen once. Rename one of them",
    ]);
    const modules = catalogue.modules.map((one) =>
      one.name === "dm-1" ? { ...one, dialect: null, url: "ftp://nowhere" } : one,
    );
    expect((await problemsOf({ ...catalogue, modules }))[1]).toBe(
      "dm-1: A dialect belongs to DSmanager and to nothing else. The panel's address is not one",
    );
  });

  it("is refused when it is no catalogue, or one of another version", async () => {
    const catalogue = await stockUp();
    expect(await other.dispatch("catalogue.compare", { catalogue: { ...catalogue, version: 2 } })).toMatchObject({
      fault: { issues: [{ path: "catalogue.version", message: "A catalogue of another version" }] },
    });
    expect(await other.dispatch("catalogue.compare", { catalogue: { hello: 1 } })).toMatchObject({
      fault: { kind: "invalid-input" },
    });
  });
});
