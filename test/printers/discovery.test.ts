import { networkInterfaces } from "node:os";
import Bonjour from "bonjour-service";
import { expect, test } from "vitest";
import { systemClock } from "../../main/adapters/clock";
import { describeIpp, describeRaw, discoverPrinters } from "../../main/printers/discovery";
import { createFakeClock } from "../builders/fake-clock";

test("an announced raw port is a network printer whose language is known by its model", () => {
  const announced = { name: "Zebra ZD421", host: "zd421.local.", port: 9100, addresses: ["fe80::1", "10.1.2.3"] };

  expect(describeRaw({ ...announced, txt: { ty: "Zebra ZD421-203dpi ZPL" } })).toEqual({
    name: "Zebra ZD421",
    way: { type: "network", host: "10.1.2.3", port: 9100 },
    language: "zpl",
    dpi: 203,
    detail: "Zebra ZD421-203dpi ZPL, zd421.local.",
  });
});

test.each([
  ["Brother QL-820NWB", "brother-ql", 300],
  ["Brother PT-P950NW", "brother-pt", 360],
  ["Brother PT-E550W", "brother-pt", 180],
  ["HP LaserJet", null, null],
])("%s speaks %s at %j dpi", (ty, language, dpi) => {
  expect(describeRaw({ name: "x", host: "h", port: 9100, txt: { ty } })).toMatchObject({ language, dpi });
});

test("an announced IPP printer is an address, and PDF where it takes it", () => {
  const txt = { rp: "ipp/print", pdl: "image/urf,application/pdf", ty: "Office", note: "Hall 2" };

  expect(describeIpp({ name: "Office", host: "office.local", port: 631, txt })).toEqual({
    name: "Office",
    way: { type: "ipp", address: "ipp://office.local:631/ipp/print" },
    language: "pdf",
    dpi: null,
    detail: "Office, Hall 2, office.local",
  });
});

const hasNetwork = Object.values(networkInterfaces()).some((list) => list?.some(({ internal }) => !internal));

test.runIf(hasNetwork)("what announces itself on the network is found, in the time there is", async () => {
  const bonjour = new Bonjour({}, () => undefined);
  const name = `Rackside test ${String(process.pid)}`;
  bonjour.publish({ name, type: "pdl-datastream", port: 9100, probe: false, txt: { ty: "QL-820NWB" } });
  try {
    const found = await discoverPrinters(systemClock, 1_500);

    expect(found.find((printer) => printer.name === name)).toMatchObject({
      way: { type: "network", port: 9100 },
      language: "brother-ql",
    });
  } finally {
    await new Promise<void>((resolve) => bonjour.unpublishAll(() => resolve()));
    bonjour.destroy();
  }
});

test("looking around ends with its time, whatever is announced", async () => {
  const clock = createFakeClock();
  const found = discoverPrinters(clock, 4_000);

  clock.advance(4_000);

  expect(Array.isArray(await found)).toBe(true);
});
