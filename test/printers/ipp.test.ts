import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { canStartIppPrinter, startIppPrinter } from "../../simulator/printers/ipp-printer";
import type { IppPrinter, IppPrinterOptions } from "../../simulator/printers/ipp-printer";
import { decodeAnswer, encodeRequest } from "../../main/printers/ipp-message";
import { knowsWhatCameOut } from "../../main/printers/ipp-reasons";
import { connector, printOn, printerAt, until } from "./printing";

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function start(options: IppPrinterOptions = {}): Promise<IppPrinter> {
  const printer = await startIppPrinter(options);
  open.push(() => printer.stop());
  const address = printerAt({ type: "ipp", address: printer.address }, "pdf");
  await until(async () => (await connector().connect(address).status()).condition !== "unreachable");
  return printer;
}

const pdf = (text: string): Uint8Array => Buffer.from(`%PDF-1.4\n% ${text}\n%%EOF\n`);
const patient = { timings: { pollMs: 100, stallMs: 5_000, settleMs: 2_000 } };

describe.skipIf(!canStartIppPrinter())("an IPP printer of CUPS", () => {
  test("is ready, and one that is not there cannot be reached", async () => {
    const printer = await start();
    const door = connector().connect(printerAt({ type: "ipp", address: printer.address }, "pdf"));

    expect(await door.status()).toMatchObject({ condition: "ready", message: "" });
    await printer.stop();
    open.length = 0;
    expect(await door.status()).toMatchObject({ condition: "unreachable" });
  });

  test.each(["pdf", "zpl"] as const)("prints %s as it is, and says when it is done", async (language) => {
    const printer = await start();
    const pieces = [pdf("one"), pdf("two")];

    const { outcome, told } = printOn(
      connector(patient),
      printerAt({ type: "ipp", address: printer.address }, language),
      pieces,
    );

    expect(await outcome).toEqual({ state: "printed", printed: 2, condition: "ready", message: "" });
    expect(told).toContain("sending");
    const documents = await printer.documents();
    expect(documents.map((bytes) => Buffer.from(bytes).toString())).toEqual([Buffer.concat(pieces).toString()]);
  });

  test("that gives a job up is told of, and the job is not taken for printed", async () => {
    const printer = await start({ command: "#!/bin/sh\nexit 1\n" });

    const { outcome } = printOn(connector(patient), printerAt({ type: "ipp", address: printer.address }, "pdf"), [
      pdf("one"),
    ]);

    const { state, printed, message } = await outcome;
    expect(["failed", "unsure"]).toContain(state);
    expect(printed).toBe(0);
    expect(message).toMatch(/gave the job up/);
  });

  test("out of media in mid-job is waited for", async () => {
    const command = "#!/bin/sh\necho 'STATE: +media-empty-error' >&2\nsleep 2\necho 'STATE: -media-empty-error' >&2\n";
    const printer = await start({ command });

    const printing = printOn(connector(patient), printerAt({ type: "ipp", address: printer.address }, "pdf"), [
      pdf("one"),
    ]);
    await until(() => printing.told.includes("waiting no-media"));

    expect(await printing.outcome).toMatchObject({ state: "printed", printed: 1 });
  });

  test("takes a job back when a person stops it", async () => {
    const printer = await start({ command: "#!/bin/sh\nsleep 5\n" });

    const printing = printOn(connector(patient), printerAt({ type: "ipp", address: printer.address }, "pdf"), [
      pdf("one"),
    ]);
    await until(() => printing.told.includes("sending"));
    printing.stopper.abort();

    expect(await printing.outcome).toMatchObject({ state: "cancelled" });
  });

  test("that does not take the format is told of before anything is sent", async () => {
    const printer = await start({ types: "image/jpeg" });

    const { outcome, told } = printOn(connector(), printerAt({ type: "ipp", address: printer.address }, "pdf"), [
      pdf("one"),
    ]);

    expect(await outcome).toMatchObject({ state: "failed", condition: "error" });
    expect(told).toEqual([]);
  });
});

describe("something else at the address of a printer", () => {
  test.each([
    ["a web page", 200, "<html></html>"],
    ["an error of HTTP", 404, ""],
    ["half an answer", 200, "\u0002\u0000\u0000\u0000\u0000\u0000\u0000\u0001\u0004\u0042\u0000\u00ffname"],
  ])("such as %s leaves the printer unreachable", async (_, status, body) => {
    const server = createServer((request, response) => {
      request.resume();
      response.writeHead(status).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    open.push(() => new Promise((resolve) => server.close(() => resolve())));
    const { port } = server.address() as AddressInfo;

    const door = connector().connect(
      printerAt({ type: "ipp", address: `ipp://127.0.0.1:${String(port)}/ipp/print` }, "pdf"),
    );

    expect(await door.status()).toMatchObject({ condition: "unreachable" });
  });

  test("such as nobody who answers is given up in time", async () => {
    const server = createServer(() => undefined);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    open.push(() => new Promise((resolve) => server.close(() => resolve())));
    const { port } = server.address() as AddressInfo;

    const door = connector().connect(printerAt({ type: "ipp", address: `ipp://127.0.0.1:${String(port)}/` }, "pdf"));

    expect(await door.status()).toMatchObject({ condition: "unreachable" });
    server.closeAllConnections();
  });
});

test.each([
  ["a printer", {}, true],
  ["a queue of CUPS to a port or USB", { "cups-version": "2.4.2", "device-uri": "socket://10.0.0.9" }, false],
  ["a queue of CUPS that hides where it leads", { "cups-version": "2.4.2" }, false],
  ["a queue of CUPS to an IPP printer", { "cups-version": "2.4.2", "device-uri": "ipps://printer.local/ipp" }, true],
])("%s: what it calls completed came out: %j %j", (_, attributes, isKnown) => {
  const values = Object.entries(attributes).map(([name, value]) => [name, [value]] as const);

  expect(knowsWhatCameOut({ status: 0, attributes: new Map(values) })).toBe(isKnown);
});

test("a request is bytes as RFC 8010 lays them out", () => {
  const bytes = Buffer.from(
    encodeRequest(0x000b, 1, [
      { kind: "charset", name: "attributes-charset", values: ["utf-8"] },
      { kind: "keyword", name: "requested-attributes", values: ["a", "b"] },
      { kind: "integer", name: "job-id", values: [7] },
    ]),
  );

  expect(bytes.toString("hex")).toBe(
    [
      "0200000b0000000101",
      `470012${Buffer.from("attributes-charset").toString("hex")}0005${Buffer.from("utf-8").toString("hex")}`,
      `440014${Buffer.from("requested-attributes").toString("hex")}000161`,
      "440000000162",
      `210006${Buffer.from("job-id").toString("hex")}000400000007`,
      "03",
    ].join(""),
  );
});

test("an answer is read with its numbers, words, flags and lists", () => {
  const name = (text: string): string =>
    Buffer.from(text).length.toString(16).padStart(4, "0") + Buffer.from(text).toString("hex");
  const bytes = Buffer.from(
    [
      "020000000000000104",
      `23${name("printer-state")}000400000003`,
      `44${name("printer-state-reasons")}${name("media-empty")}`,
      `440000${name("paused")}`,
      `22${name("printer-is-accepting-jobs")}000101`,
      "03",
    ].join(""),
    "hex",
  );

  expect(decodeAnswer(bytes)).toEqual({
    status: 0,
    attributes: new Map<string, unknown[]>([
      ["printer-state", [3]],
      ["printer-state-reasons", ["media-empty", "paused"]],
      ["printer-is-accepting-jobs", [true]],
    ]),
  });
});
