import { createSocket } from "node:dgram";
import { inflateSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import { toPng } from "../../simulator/printers/bitmap";
import { startBrotherSimulator } from "../../simulator/printers/brother";
import type { BrotherOptions, BrotherSimulator } from "../../simulator/printers/brother";
import { connectToPrinter, until } from "./printer-client";
import type { PrinterClient } from "./printer-client";

const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

async function start(
  options: Partial<BrotherOptions> = {},
): Promise<{ brother: BrotherSimulator; client: PrinterClient; statuses: () => number[][] }> {
  const brother = await startBrotherSimulator({ family: "brother-ql", ...options });
  open.push(() => brother.stop());
  const client = await connectToPrinter(brother.port);
  open.push(() => client.close());
  const statuses = (): number[][] =>
    Array.from({ length: Math.floor(client.heard.length / 32) }, (_, index) => [
      ...client.heard.subarray(index * 32, index * 32 + 32),
    ]);
  return { brother, client, statuses };
}

const zeros = new Array<number>(200).fill(0);
const initialize = [0x1b, 0x40];
const media = (width: number, length: number): number[] => [
  ...[0x1b, 0x69, 0x7a, 0x8e, length === 0 ? 0x0a : 0x0b, width, length, 1, 0, 0, 0, 0, 0],
];
const row = (first: number): number[] => [0x67, 0, 90, first, ...new Array<number>(89).fill(0)];
const statusRequest = [0x1b, 0x69, 0x53];

test("a status is 32 bytes with the loaded media", async () => {
  const { client } = await start({ media: { width: 29, length: 90 } });

  client.send(zeros, initialize, statusRequest);

  await until(() => client.heard.length === 32);
  expect([...client.heard.subarray(0, 3)]).toEqual([0x80, 0x20, 0x42]);
  expect([client.heard[10], client.heard[11], client.heard[17]]).toEqual([29, 0x0b, 90]);
});

test("rows become a label that lies as one sees it, and its end is told", async () => {
  const { brother, client, statuses } = await start();

  client.send(initialize, media(62, 0), row(0b1000_0000), row(0), [0x1a]);

  await until(() => statuses().length === 3);
  const [label] = brother.labels;
  expect([label?.width, label?.height]).toEqual([720, 2]);
  expect(label?.rows[0]?.at(-1)).toBe(0b0000_0001);
  expect(statuses().map((status) => [status[18], status[19]])).toEqual([
    [6, 1],
    [1, 0],
    [6, 0],
  ]);
  expect(brother.misunderstood).toEqual([]);
});

test("packed rows and empty rows are read, one byte at a time as well", async () => {
  const { brother, client } = await start({ family: "brother-pt" });
  const packed = [0x02, 0x11, 0x22, 0x33, 0xf4, 0xff];

  for (const byte of [...initialize, 0x4d, 2, 0x47, packed.length, 0, ...packed, 0x5a, 0x1a]) client.send([byte]);

  await until(() => brother.labels.length === 1);
  const [first = [], second = []] = brother.labels[0]?.rows ?? [];
  expect([...first].reverse()).toEqual([0x88, 0x44, 0xcc, ...new Array<number>(13).fill(0xff)]);
  expect([...second]).toEqual(new Array<number>(16).fill(0));
  expect(brother.misunderstood).toEqual([]);
});

test("a job for other media than what is loaded is refused, and goes on when it is loaded", async () => {
  const { brother, client, statuses } = await start();

  client.send(initialize, media(29, 90), row(1), [0x1a]);
  await until(() => statuses().length === 1);
  expect([statuses()[0]?.[18], statuses()[0]?.[9]]).toEqual([2, 0x01]);

  brother.load({ width: 29, length: 90 });
  await until(() => brother.labels.length === 1);
});

test.each([
  ["no-media", 8, 0x01],
  ["end-of-media", 8, 0x02],
  ["cutter-jam", 8, 0x04],
  ["cover-open", 9, 0x10],
  ["too-hot", 9, 0x20],
  ["cannot-feed", 9, 0x40],
  ["system-error", 9, 0x80],
] as const)("%s is bit %i:%i, told when a label is to be printed", async (fault, at, bit) => {
  const { brother, client, statuses } = await start();
  brother.fail(fault);

  client.send(initialize, row(1), [0x1a]);

  await until(() => statuses().length === 1);
  expect([statuses()[0]?.[18], statuses()[0]?.[at]]).toEqual([2, bit]);
  expect(brother.labels).toEqual([]);
});

test.each([
  ["prints", 2],
  ["drops", 1],
] as const)("a label stopped by an open cover: %s", async (afterFault, labels) => {
  const { brother, client, statuses } = await start({ afterFault });
  brother.faults.add({ afterLabels: 1, fault: "cover-open" });

  client.send(initialize, row(1), [0x0c], row(1), [0x1a]);
  await until(() => statuses().some((status) => status[18] === 2));
  brother.mend();

  await until(() => statuses().some((status) => status[18] === 5 && status[22] === 2));
  await until(() => brother.labels.length === labels);
});

test("a network model tells nothing on its port, and the same bytes by SNMP", async () => {
  const { brother, client } = await start({ tells: "snmp" });
  const socket = createSocket("udp4");
  open.push(() => new Promise<void>((resolve) => socket.close(() => resolve())));
  const answer = new Promise<Buffer>((resolve) => socket.once("message", resolve));
  const question =
    "302f020100" + "04067075626c6963" + "a022" + "020417a50001" + "020100" + "020100" + "3014" + "3012" + "060e";

  client.send(initialize, statusRequest, row(1), [0x1a]);
  await until(() => brother.labels.length === 1);
  socket.send(Buffer.from(`${question}2b060104019303030309010601000500`, "hex"), brother.snmpPort ?? 0, "127.0.0.1");

  expect((await answer).toString("hex")).toContain("0420" + "802042");
  expect(client.heard).toHaveLength(0);
});

test("a label is kept as a PNG whose dots are the label's", () => {
  const png = Buffer.from(toPng({ width: 8, height: 2, rows: [Uint8Array.of(0xf0), Uint8Array.of(0x01)] }));

  expect(png.subarray(1, 4).toString()).toBe("PNG");
  const data = png.subarray(png.indexOf("IDAT") + 4, png.length - 16);
  expect([...inflateSync(data)]).toEqual([0, 0x0f, 0, 0xfe]);
});
