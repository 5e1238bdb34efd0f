import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openTestConsole, removeDirectory } from "../builders/console";
import type { TestConsole } from "../builders/console";
import { prepareDedicatedSale, stockDedicated } from "../builders/dedicated-sale";
import type { DedicatedSale } from "../builders/dedicated-sale";
import { createFakeClock } from "../builders/fake-clock";
import { createFakePanel } from "../builders/fake-panel";

let clock = createFakeClock();
let panel = createFakePanel();
let console: TestConsole;
let sale: DedicatedSale;

beforeEach(async () => {
  clock = createFakeClock();
  panel = createFakePanel();
  stockDedicated(panel);
  console = await openTestConsole({ panels: panel, clock });
  sale = await prepareDedicatedSale(console);
});

afterEach(async () => {
  await console.stop();
  await removeDirectory(console.directory);
});

const item = (internalName: string) => ({ internalName, name: internalName });
const compare = (...names: string[]) =>
  console.call("enumeration.compare", { items: names.map(item), moduleId: sale.module.id });

describe("A5 an enumeration", () => {
  it("is held against the images of the panel as it is now", async () => {
    panel.osImages.push({ name: "windows2022", tags: [] });
    expect(await compare("debian12", "Ubuntu 2404", "centos7")).toEqual({
      same: ["debian12"],
      missingThere: ["centos7"],
      unusedHere: ["windows2022"],
      nearly: [{ item: "Ubuntu 2404", image: "ubuntu2404" }],
      takenAt: clock.now(),
    });
  });

  it("is held against the images as last read while the panel is out of reach", async () => {
    panel.osImages.push({ name: "windows2022", tags: [] });
    panel.mishap = () => ({ kind: "not-sent", isCarriedOut: false });
    clock.advance(5_000);
    expect(await compare("debian12")).toMatchObject({
      same: ["debian12"],
      unusedHere: ["ubuntu2404"],
      takenAt: sale.module.configurationTakenAt,
    });
  });

  it("has its own internal name, also after a change", async () => {
    const { id } = sale.enumeration;
    await expect(console.call("enumeration.add", { name: "Again", internalName: "Systems" })).rejects.toThrow(
      "Another enumeration has this internal name",
    );
    const other = await console.call("enumeration.add", { name: "Other", internalName: "other" });
    expect(await console.fault("enumeration.save", { ...other, internalName: "SYSTEMS" })).toMatchObject({
      issues: [{ path: "internalName" }],
    });
    const own = await console.call("enumeration.save", { ...sale.enumeration, name: "OS" });
    expect(own).toMatchObject({ id, name: "OS", revision: sale.enumeration.revision + 1 });
  });

  it("does not take an item twice", async () => {
    const items = [item("debian12"), item("debian12")];
    expect(await console.fault("enumeration.save", { ...sale.enumeration, items })).toMatchObject({
      issues: [{ path: "items.1.internalName", message: "This item stands twice" }],
    });
  });

  it("cannot be removed while a tariff names it, which is told by name", async () => {
    const { id } = sale.enumeration;
    expect(await console.fault("enumeration.remove", { id })).toMatchObject({
      rule: "in-use",
      message: "Operating systems is named by Dedicated i5. Choose another one there first",
    });
    await console.call("tariff.save", { ...sale.tariff, resources: [] });
    await console.call("enumeration.remove", { id });
    expect(await console.call("enumeration.list", {})).toEqual([]);
  });

  it("stays while a service runs on a version of the tariff that names it", async () => {
    const { id } = sale.enumeration;
    const order = { tariffId: sale.tariff.id, periodMonths: 1, choices: { os: "debian12" } };
    await console.call("order.place", { ...order, customerId: sale.customer.id });
    await console.call("tariff.save", { ...sale.tariff, resources: [] });
    expect(await console.fault("enumeration.remove", { id })).toMatchObject({
      message: "Operating systems is named by version 1 of Dedicated i5. Choose another one there first",
    });
  });
});
