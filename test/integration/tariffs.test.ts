import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CallInput } from "../../main/contract/calls";
import type { Tariff } from "../../main/contract/shapes/tariff";
import { openTestConsole, prepareSale, removeDirectory } from "../builders/console";
import type { Sale, TestConsole } from "../builders/console";
import { createFakeClock } from "../builders/fake-clock";
import { createFakePanel, fakeServer } from "../builders/fake-panel";
import { resource } from "../builders/resource";

const clock = createFakeClock();
let panel: ReturnType<typeof createFakePanel>;
let console: TestConsole;
let sale: Sale;

beforeEach(async () => {
  panel = createFakePanel();
  console = await openTestConsole({ panels: panel, clock });
  sale = await prepareSale(console);
});

afterEach(async () => {
  await console.stop();
  await removeDirectory(console.directory);
});

type NewTariff = CallInput<"tariff.add">;

function newTariff(fields: Partial<NewTariff> = {}): NewTariff {
  return {
    name: "Colo 2U",
    currency: "EUR",
    periods: [{ months: 1, priceMinor: 9_900, setUpMinor: 0 }],
    createAllAddOns: false,
    ...fields,
  };
}

/** The tariff as a form sends it back. */
function saving({ version: _version, ...tariff }: Tariff, changes: Partial<Tariff>): CallInput<"tariff.save"> {
  return { ...tariff, ...changes };
}

function contentOf({ id: _id, revision: _revision, version: _version, ...content }: Tariff) {
  return content;
}

const place = (tariff: Tariff) =>
  console.call("order.place", {
    tariffId: tariff.id,
    periodMonths: 1,
    customerId: sale.customer.id,
    label: "edge",
    note: "",
  });

const dearer = [{ months: 1, priceMinor: 6_400, setUpMinor: 0 }];
const lastJournalLine = async () => (await console.call("journal.list", {})).rows[0]?.summary;
const issuesOf = async (input: NewTariff) => {
  const fault = await console.fault("tariff.add", input);
  return fault.kind === "invalid-input" ? fault.issues : [];
};

describe("adding a tariff", () => {
  it("with all add-ons adds the six resources of colocation or the addresses of a dedicated server", async () => {
    const colocation = await console.call("tariff.add", newTariff({ createAllAddOns: true }));
    const dedicated = await console.call(
      "tariff.add",
      newTariff({ createAllAddOns: true, productType: "dedicated", resources: [resource("raid")] }),
    );
    expect(colocation.resources.map((one) => one.name)).toEqual(["flat", "power", "port", "unit", "ip", "ipv6"]);
    expect(dedicated.resources.map((one) => one.name)).toEqual(["raid", "ip", "ipv6"]);
    expect(colocation.version).toBe(1);
  });

  it("is refused with what cannot work in its place, and stores nothing", async () => {
    const manual = { type: "manual", productType: "dedicated", departmentId: sale.department.id } as const;
    const module = await console.call("module.add", { ...manual, name: "By hand", dataCentreId: sale.dataCentre.id });
    const twice = [100, 200].map((priceMinor) => ({ months: 1, priceMinor }));
    const issues = await issuesOf(
      newTariff({
        name: "colo 1u",
        moduleIds: [sale.module.id, module.id, "gone"],
        resources: [resource("ip", { stepPrices: twice })],
      }),
    );
    expect(issues).toEqual([
      { path: "name", message: "Another colocation tariff has this name" },
      {
        path: "moduleIds.1",
        message: "By hand processes dedicated servers only. Add a second module for the same panel",
      },
      { path: "moduleIds.2", message: "There is no such module any more" },
      { path: "resources.0.stepPrices.1", message: "The price of this period stands twice" },
    ]);
    expect((await console.call("tariff.list", {})).map((row) => row.name)).toEqual(["Colo 1U"]);
  });

  it.each([
    ["a step of zero", { resources: [resource("ip", { step: 0 })] }, "resources.0.step"],
    ["more included than the maximum", { resources: [resource("ip", { included: 17 })] }, "resources.0.included"],
    ["a resource twice", { resources: [resource("ip"), resource("ip")] }, "resources"],
    ["a currency that is none", { currency: "ABC" }, "currency"],
    ["no period", { periods: [] }, "periods"],
    ["half a cent", { periods: [{ months: 1, priceMinor: 99.5, setUpMinor: 0 }] }, "periods.0.priceMinor"],
  ] as const)("with %s is refused in its place", async (_what, fields, path) => {
    const issues = await issuesOf(newTariff(fields as Partial<NewTariff>));
    expect(issues.map((issue) => issue.path)).toEqual([path]);
  });

  it("may share its name with a tariff of the other product type", async () => {
    const added = await console.call("tariff.add", newTariff({ name: "Colo 1U", productType: "dedicated" }));
    expect(added.name).toBe("Colo 1U");
  });

  it("with something that would not work now is possible", async () => {
    const added = await console.call("tariff.add", newTariff({ productType: "dedicated", internalName: "Nobody's" }));
    const remarks = await console.call("tariff.check", { id: added.id, content: contentOf(added) });
    expect(remarks).toEqual([{ path: "moduleIds", severity: "warning", message: "No module: it cannot be ordered" }]);
  });
});

describe("saving a tariff", () => {
  it("that nothing was sold by changes it in place", async () => {
    const saved = await console.call("tariff.save", saving(sale.tariff, { periods: dearer }));
    expect(saved).toMatchObject({ version: 1, revision: 2, periods: dearer });
    const versions = await console.call("tariff.versions", { id: saved.id });
    expect(versions.map((one) => [one.version, one.content.periods])).toEqual([[1, dearer]]);
    expect(await lastJournalLine()).toBe("Tariff Colo 1U changed: period 1 month 59.00 EUR → 64.00 EUR");
  });

  it("that a service runs on begins the next version, and the service keeps its own", async () => {
    const { serviceId } = await place(sale.tariff);
    clock.advance(5_000);
    console.actAs("Boris");
    const saved = await console.call("tariff.save", saving(sale.tariff, { periods: dearer }));
    expect(saved.version).toBe(2);
    expect(await lastJournalLine()).toMatch(/64\.00 EUR\. It is now version 2$/);
    const versions = await console.call("tariff.versions", { id: saved.id });
    expect(versions).toMatchObject([
      { version: 2, content: { periods: dearer }, createdBy: "Boris", createdAt: clock.now() },
      { version: 1, content: { periods: sale.tariff.periods }, createdBy: "Anna" },
    ]);
    const { service } = await console.call("service.get", { id: serviceId });
    expect(service).toMatchObject({ tariffVersion: 1, isTariffOutdated: true, price: { totalMinor: 5_900 } });
    expect(await console.call("tariff.list", {})).toMatchObject([{ currentServices: 0, earlierServices: 1 }]);
  });

  it("once more, while nothing was sold by the new version, changes that in place", async () => {
    await place(sale.tariff);
    const second = await console.call("tariff.save", saving(sale.tariff, { periods: dearer }));
    const third = await console.call("tariff.save", saving(second, { name: "Colo 1U new" }));
    expect(third.version).toBe(2);
    expect((await console.call("tariff.versions", { id: third.id })).map((one) => one.content.name)).toEqual([
      "Colo 1U new",
      "Colo 1U",
    ]);
  });

  it("keeps what an ended service was sold by, too", async () => {
    const { serviceId } = await place(sale.tariff);
    await console.call("order.cancel", { serviceId, reason: "Changed their mind" });
    expect((await console.call("tariff.save", saving(sale.tariff, { periods: dearer }))).version).toBe(2);
    expect(await console.call("tariff.list", {})).toMatchObject([{ currentServices: 0, earlierServices: 0 }]);
  });

  it("to switch it off or to sell it elsewhere begins no version", async () => {
    await place(sale.tariff);
    const [before] = await console.call("tariff.versions", { id: sale.tariff.id });
    clock.advance(5_000);
    console.actAs("Boris");
    const saved = await console.call("tariff.save", saving(sale.tariff, { isActive: false, moduleIds: [] }));
    expect(saved.version).toBe(1);
    const [version] = await console.call("tariff.versions", { id: saved.id });
    expect(version).toEqual({ ...before, content: { ...before?.content, isActive: false, moduleIds: [] } });
  });

  it("with another product type is refused once services were sold by it", async () => {
    const dedicated = saving(sale.tariff, { productType: "dedicated", moduleIds: [] });
    await place(sale.tariff);
    expect(await console.fault("tariff.save", dedicated)).toMatchObject({
      kind: "invalid-input",
      issues: [{ path: "productType" }],
    });
    const unsold = await console.call("tariff.add", newTariff());
    const moved = await console.call("tariff.save", saving(unsold, { productType: "dedicated" }));
    expect(moved.productType).toBe("dedicated");
  });

  it("on an old revision is refused and leaves the versions alone", async () => {
    await place(sale.tariff);
    await console.call("tariff.save", saving(sale.tariff, { isActive: false }));
    expect(await console.fault("tariff.save", saving(sale.tariff, { periods: dearer }))).toMatchObject({
      kind: "stale",
      currentRevision: 2,
    });
    expect(await console.call("tariff.versions", { id: sale.tariff.id })).toHaveLength(1);
  });
});

describe("removing a tariff", () => {
  it("that nothing was sold by removes it with its versions", async () => {
    await console.call("tariff.remove", { id: sale.tariff.id });
    expect(await console.call("tariff.list", {})).toEqual([]);
    expect(await lastJournalLine()).toBe("Tariff Colo 1U removed");
    expect(await console.fault("tariff.versions", { id: sale.tariff.id })).toMatchObject({ kind: "not-found" });
  });

  it("that services were sold by is refused with their number, ended ones included", async () => {
    const { serviceId } = await place(sale.tariff);
    await console.call("order.cancel", { serviceId, reason: "Changed their mind" });
    await place(sale.tariff);
    expect(await console.fault("tariff.remove", { id: sale.tariff.id })).toMatchObject({
      kind: "not-allowed",
      rule: "in-use",
      message: "2 services were sold by Colo 1U, ended ones included. Switch it off instead",
    });
  });
});

describe("checking a tariff while it is typed", () => {
  it("holds a dedicated one against the presets and images of its DSmanager as last read", async () => {
    panel.serverTypes.push("HPCorei5");
    panel.osImages.push({ name: "debian12", tags: [] });
    panel.servers.set(201, fakeServer(201, { serverType: "HPCorei5" }));
    const module = await console.call("module.add", {
      type: "dsmanager",
      productType: "dedicated",
      name: "dsm-1",
      connection: {
        type: "dsmanager",
        dialect: "dsmanager",
        url: "http://127.0.0.1:1/manager/dsmgr",
        username: "root",
        password: "s3cret",
      },
      dataCentreId: sale.dataCentre.id,
      departmentId: sale.department.id,
    });
    const systems = await console.call("enumeration.add", {
      name: "Operating system",
      internalName: "os",
      items: [{ internalName: "Debian12", name: "Debian 12" }],
    });
    const os = resource("os", { valueType: "enumeration", enumerationId: systems.id, included: 0 });
    const tariff = { ...contentOf(sale.tariff), productType: "dedicated" as const, moduleIds: [module.id] };
    const check = async (internalName: string, resources = tariff.resources) =>
      (await console.call("tariff.check", { content: { ...tariff, internalName, resources } })).map(
        ({ severity, message }) => `${severity}: ${message}`,
      );
    expect(await check("HPCorei5")).toEqual([]);
    expect(await check("hpcorei5", [os])).toEqual([
      "warning: dsm-1 has no preset hpcorei5, but HPCorei5: the two differ only in case or spaces",
      "warning: dsm-1 has no image Debian12, but debian12: the two differ only in case or spaces",
    ]);
  });
});

describe("pricing a tariff that is not saved", () => {
  const price = (amounts: Readonly<Record<string, number>>, periodMonths = 1) => ({
    content: contentOf(sale.tariff),
    periodMonths,
    amounts,
  });

  it("answers line by line", async () => {
    expect(await console.call("tariff.price", price({ ip: 3 }))).toEqual({
      currency: "EUR",
      lines: [
        { subject: "period", quantity: 1, amountMinor: 5_900 },
        { subject: "ip", quantity: 2, amountMinor: 600 },
      ],
      totalMinor: 6_500,
    });
  });

  it("tells every amount and period that cannot be ordered", async () => {
    expect(await console.fault("tariff.price", price({ ip: 17, raid: 1 }, 3))).toMatchObject({
      kind: "invalid-input",
      issues: [{ path: "amounts.ip" }, { path: "amounts.raid" }, { path: "periodMonths" }],
    });
  });

  it("refuses what is too much to be counted", async () => {
    const stepPrices = [{ months: 1, priceMinor: 36_000_000_000_000 }];
    const content = { ...contentOf(sale.tariff), resources: [resource("ip", { maximum: 1_000_000, stepPrices })] };
    const fault = await console.fault("tariff.price", { content, periodMonths: 1, amounts: { ip: 1_000_000 } });
    expect(fault).toMatchObject({ kind: "invalid-input", issues: [{ path: "amounts" }] });
  });
});
