import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { shortIdFor } from "../../main/domain/short-id";
import { openTestConsole, prepareSale, removeDirectory, setUpService } from "../builders/console";
import type { TestConsole } from "../builders/console";
import { createFakeClock } from "../builders/fake-clock";
import { createFakePanel, fakeServer } from "../builders/fake-panel";
import { fakeRack } from "../builders/fake-rack";

let panel = createFakePanel();
let console: TestConsole;
let moduleId = "";
let serviceId = "";
let shortId = "";

beforeEach(async () => {
  panel = createFakePanel();
  panel.racks.push(fakeRack(8, "B07"));
  panel.servers.set(101, fakeServer(101, { serial: "CZ3042XY", barcode: "INV-0042" }));
  console = await openTestConsole({ panels: panel, clock: createFakeClock() });
  const sale = await prepareSale(console);
  moduleId = sale.module.id;
  await console.call("module.refresh", { id: moduleId });
  ({ serviceId } = await setUpService(console, sale, 101));
  ({ shortId } = await console.call("label.get", { subject: { kind: "service", serviceId } }));
});

afterEach(async () => {
  await console.stop();
  await removeDirectory(console.directory);
});

const scan = (text: string) => console.call("scan.read", { text });
const rackLabel = async (rackId: number) =>
  (await console.call("label.get", { subject: { kind: "rack", moduleId, rackId } })).shortId;

describe("a scanned text", () => {
  it("that is a label of ours opens what it is on, in any form that scanners deliver", async () => {
    const ours = { is: "ours", shortId, title: "client-one-1", place: "Riga-1 A12 U14", serviceId };
    for (const text of [shortId, shortId.toLowerCase(), `]Q1RIX-${shortId}\r`, `https://old.example/${shortId}?v=1`])
      expect(await scan(text)).toMatchObject(ours);
    expect(await scan(`x${shortId}`)).toMatchObject(ours);
  });

  it("names the unfinished task", async () => {
    const { openTaskId } = await console.call("service.get", { id: serviceId });
    expect(await scan(shortId)).toMatchObject({ taskId: openTaskId });
    expect(openTaskId).not.toBeNull();
  });

  it("that has another site's prefix, or an id that nothing here has, is named as such", async () => {
    const foreign = shortIdFor("server", "elsewhere");
    expect(await scan(`AMS-${foreign}`)).toMatchObject({
      is: "unknown",
      message: expect.stringContaining("its prefix is AMS") as unknown,
    });
    await console.call("label-settings.set", { prefix: "RIX" });
    expect(await scan(`RIX-${foreign}`)).toMatchObject({
      is: "unknown",
      message: expect.stringContaining("Nothing here has this id") as unknown,
    });
    expect(await scan(foreign)).toMatchObject({ message: expect.stringContaining("has no prefix") as unknown });
  });

  it("that is a maker's serial, an inventory code, an address or a name finds the service", async () => {
    const found = { is: "foreign", matches: [{ serviceId, title: "C-1 client-one-1" }] };
    for (const text of ["CZ3042XY", "cz3042xy", "INV-0042", "client-one", "C-1"])
      expect(await scan(text)).toMatchObject(found);
    // CZ3042XY on a Russian keyboard.
    expect(await scan("СЯ3042ЧН")).toMatchObject(found);
  });

  it("that is nothing here is foreign without matches, however short or strange it is", async () => {
    for (const text of ["4006381333931", "", "x", "\u0000\u0001", "%_%", "🦊"])
      expect(await scan(text)).toMatchObject({ is: "foreign", matches: [] });
  });
});

describe("a thing that is scanned in a rack", () => {
  it("stands where panel and card have it", async () => {
    const placement = await console.call("scan.place", { rack: await rackLabel(7), thing: shortId });
    expect(placement).toMatchObject({
      shortId,
      rack: "A12",
      expectedRack: "A12",
      isExpected: true,
      operator: "Anna",
    });
    expect(await console.store.read(({ placements }) => placements.findLast(shortId))).toEqual(placement);
  });

  it("is warned about when they have it elsewhere, whether the rack's label or its name was scanned", async () => {
    for (const rack of [await rackLabel(8), "b07"]) {
      const placement = await console.call("scan.place", { rack, thing: shortId });
      expect(placement).toMatchObject({ rack: "B07", expectedRack: "A12", isExpected: false });
    }
    const { rows } = await console.call("journal.list", {});
    expect(rows[0]).toMatchObject({ call: "scan.place", summary: "client-one-1 seen in rack B07, expected in A12" });
  });

  it("may be scanned by its serial number", async () => {
    expect(await console.call("scan.place", { rack: "A12", thing: "CZ3042XY" })).toMatchObject({ shortId });
  });

  it("is refused with the field when one of them is something else", async () => {
    const rack = await rackLabel(7);
    const fields = async (input: { rack: string; thing: string }) => {
      const fault = await console.fault("scan.place", input);
      return fault.kind === "invalid-input" ? fault.issues.map((issue) => issue.path) : [fault.kind];
    };
    expect(await fields({ rack: shortId, thing: rack })).toEqual(["rack"]);
    expect(await fields({ rack: "Z99", thing: shortId })).toEqual(["rack"]);
    expect(await fields({ rack, thing: rack })).toEqual(["thing"]);
    expect(await fields({ rack, thing: "4006381333931" })).toEqual(["thing"]);
  });
});
