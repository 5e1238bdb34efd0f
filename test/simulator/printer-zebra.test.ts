import { afterEach, expect, test } from "vitest";
import { startZebraSimulator } from "../../simulator/printers/zebra";
import type { ZebraOptions, ZebraSimulator } from "../../simulator/printers/zebra";
import { connectToPrinter, until } from "./printer-client";
import type { PrinterClient } from "./printer-client";

const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

async function start(options: ZebraOptions = {}): Promise<{ zebra: ZebraSimulator; client: PrinterClient }> {
  const zebra = await startZebraSimulator(options);
  open.push(() => zebra.stop());
  const client = await connectToPrinter(zebra.port);
  open.push(() => client.close());
  return { zebra, client };
}

const label = (text: string): string => `^XA^FO10,10^FD${text}^FS^XZ`;

test("a format becomes a label, however its bytes arrive", async () => {
  const { zebra, client } = await start();

  for (const byte of Buffer.from(label("Серв-1"))) client.send([byte]);

  await until(() => zebra.labels.length === 1);
  expect(zebra.labels).toEqual([label("Серв-1")]);
});

test("^PQ makes several labels of a format, and a format that marks nothing makes none", async () => {
  const { zebra, client } = await start();

  client.send("^XA^MMT^PW800^XZ", label("a").replace("^XZ", "^PQ3^XZ"), label("b"));

  await until(() => zebra.labels.length === 4);
  expect(zebra.labels.at(-1)).toContain("^FDb");
});

test("~HS tells in three lines what is in the buffer, left in the batch, and whether it is paused", async () => {
  const { zebra, client } = await start();
  zebra.fail("paused");

  client.send(label("a"), label("b"), "^XA^FDhalf", "~HS");

  await until(() => client.heard.length > 70);
  const lines = client.heard.toString().split("\r\n");
  expect(lines).toHaveLength(4);
  expect(lines[0]).toBe("\u0002030,0,1,0300,002,0,0,1,000,0,0,0\u0003");
  expect(lines[1]).toBe("\u0002001,0,0,0,1,2,4,0,00000000,1,000\u0003");
  expect(lines[2]).toBe("\u00021234,0\u0003");
});

test("~HI names the model and its dots", async () => {
  const { client } = await start({ dotsPerMm: 8, model: "ZD421-203dpi" });

  client.send("~HI");

  await until(() => client.heard.length > 0);
  expect(client.heard.toString()).toBe("\u0002ZD421-203dpi,V93.21.07Z,8,8176KB\u0003\r\n");
});

test.each(["media-out", "ribbon-out", "head-open", "too-hot"] as const)("with %s it says nothing", async (fault) => {
  const { zebra, client } = await start();
  zebra.fail(fault);

  client.send("~HS", label("a"));
  await until(() => zebra.received > 10);
  expect(client.heard.toString()).toBe("");
  expect(zebra.labels).toEqual([]);

  zebra.mend();
  client.send("~HS");
  await until(() => zebra.labels.length === 1 && client.heard.length > 70);
});

test("a newer one sends the flags instead", async () => {
  const { zebra, client } = await start({ duringFault: "flags" });
  zebra.fail("media-out");
  zebra.fail("head-open");

  client.send("~HS");

  await until(() => client.heard.length > 70);
  expect(client.heard.toString()).toMatch(/^\u0002030,1,0[^\n]*\n\u0002001,0,1,0,/);
});

test("media ends in mid-job when a script says so, and the rest comes out once it is loaded", async () => {
  const { zebra, client } = await start();
  zebra.faults.add({ afterLabels: 2, fault: "media-out" });

  client.send(label("1"), label("2"), label("3"));
  await until(() => zebra.ailments.has("media-out"));
  expect(zebra.labels).toHaveLength(2);

  zebra.mend("media-out");
  await until(() => zebra.labels.length === 3);
});

test("the connection is cut after so many bytes, and a half format is dropped with it", async () => {
  const { zebra, client } = await start();
  zebra.cutOffAfter(label("1").length + 5);

  client.send(label("1"), label("2"));

  await until(() => client.isCut && zebra.labels.length === 1);
  expect(zebra.received).toBe(label("1").length + 5);
});

test("a full buffer takes no more bytes until labels have come out", async () => {
  const { zebra, client } = await start({ bufferFormats: 2 });
  zebra.fail("paused");

  for (let count = 0; count < 5; count += 1) client.send(label("a"), "~HS");
  zebra.mend();

  await until(() => zebra.labels.length === 5);
});

test("~JA forgets what has not come out", async () => {
  const { zebra, client } = await start();
  zebra.fail("paused");

  client.send(label("a"), label("b"), "~JA~PS", label("c"));

  await until(() => zebra.labels.length === 1);
  expect(zebra.labels).toEqual([label("c")]);
});

test("going down refuses connections on the same port that it comes up on", async () => {
  const { zebra } = await start();

  await zebra.goDown();
  await expect(connectToPrinter(zebra.port)).rejects.toThrow("ECONNREFUSED");
  await zebra.comeUp();

  (await connectToPrinter(zebra.port)).close();
});
