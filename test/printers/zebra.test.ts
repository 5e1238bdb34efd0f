import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { startZebraSimulator } from "../../simulator/printers/zebra";
import type { ZebraOptions, ZebraSimulator } from "../../simulator/printers/zebra";
import { readHostStatus } from "../../main/printers/zebra-status";
import { connector, impatient, onPort, piecesOf, printOn, until } from "./printing";

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function start(options: ZebraOptions = {}): Promise<ZebraSimulator> {
  const zebra = await startZebraSimulator(options);
  open.push(() => zebra.stop());
  return zebra;
}

const zpl = (count: number): Uint8Array[] =>
  Array.from({ length: count }, (_, index) => Buffer.from(`^XA^FO1,1^FDlabel ${String(index + 1)}^FS^XZ`));

describe("the status of a Zebra", () => {
  test("is ready when nothing ails it", async () => {
    const zebra = await start();

    expect(await connector().connect(onPort(zebra.port, "zpl")).status()).toMatchObject({
      condition: "ready",
      message: "",
    });
  });

  test.each([
    ["media-out", "no-media"],
    ["ribbon-out", "no-ribbon"],
    ["head-open", "cover-open"],
    ["too-hot", "too-hot"],
  ] as const)("with %s is what its flags say, and silence where it sends none", async (fault, condition) => {
    const telling = await start({ duringFault: "flags" });
    const silent = await start();
    telling.fail(fault);
    silent.fail(fault);

    expect(await connector().connect(onPort(telling.port, "zpl")).status()).toMatchObject({ condition });
    const status = await connector(impatient).connect(onPort(silent.port, "zpl")).status();
    expect(status.condition).toBe("silent");
    expect(status.message).toMatch(/ribbon/);
  });

  test("says that a paused one is paused, and that one which is not there cannot be reached", async () => {
    const zebra = await start();
    zebra.fail("paused");
    expect(await connector().connect(onPort(zebra.port, "zpl")).status()).toMatchObject({ condition: "paused" });

    await zebra.goDown();
    const status = await connector().connect(onPort(zebra.port, "zpl")).status();
    expect(status.condition).toBe("unreachable");
    expect(status.message).toContain(`127.0.0.1, port ${String(zebra.port)}`);
    await zebra.comeUp();
  });

  test("is the newest answer when older ones came too late", () => {
    const answer = (paused: string): string =>
      `\u0002030,0,${paused},0300,002,0,0,0,000,0,0,0\u0003\r\n\u0002001,0,0,0,1,2,4,0,00000003,1,000\u0003\r\n\u00021234,0\u0003\r\n`;
    const heard = Buffer.from(answer("1") + answer("0"));

    expect(readHostStatus(heard)).toMatchObject({ value: { isPaused: false, pending: 5 }, used: heard.length });
    expect(readHostStatus(heard.subarray(0, 60))).toBeUndefined();
  });
});

describe("a job for a Zebra", () => {
  test("is printed when the printer has said so of every label", async () => {
    const zebra = await start({ labelMs: 5 });

    const { outcome, told } = printOn(connector(), onPort(zebra.port, "zpl"), zpl(40));

    expect(await outcome).toEqual({ state: "printed", printed: 40, condition: "ready", message: "" });
    expect(zebra.labels).toHaveLength(40);
    expect(told[0]).toBe("sending");
    expect(told.at(-1)).toBe("printed 40");
    expect(new Set(told).size).toBeGreaterThan(4);
  });

  test("never counts a label before it came out", async () => {
    const zebra = await start({ labelMs: 8 });
    const counted: [number, number][] = [];
    const stopper = new AbortController();

    await connector()
      .connect(onPort(zebra.port, "zpl"))
      .print(
        { jobId: "j", pieces: piecesOf(zpl(20)), labels: 20, title: "" },
        {
          sending: () => undefined,
          printed: (count) => void counted.push([count, zebra.labels.length]),
          waiting: () => undefined,
        },
        stopper.signal,
      );

    expect(counted.filter(([count, out]) => count > out)).toEqual([]);
  });

  test("waits while media are out in mid-job and goes on when they are loaded", async () => {
    const zebra = await start();
    zebra.faults.add({ afterLabels: 7, fault: "media-out" });

    const printing = printOn(connector(impatient), onPort(zebra.port, "zpl"), zpl(20));
    await until(() => printing.isWaitingFor("silent"));
    expect(zebra.labels).toHaveLength(7);
    zebra.mend();

    expect(await printing.outcome).toMatchObject({ state: "printed", printed: 20 });
    expect(zebra.labels).toHaveLength(20);
  });

  test("is told why where the printer tells it", async () => {
    const zebra = await start({ duringFault: "flags" });
    zebra.faults.add({ afterLabels: 2, fault: "head-open" });

    const printing = printOn(connector(), onPort(zebra.port, "zpl"), zpl(5));
    await until(() => printing.isWaitingFor("cover-open"));
    zebra.mend();

    expect(await printing.outcome).toMatchObject({ state: "printed", printed: 5 });
  });

  test("is not begun at a silent printer", async () => {
    const zebra = await start();
    zebra.fail("media-out");

    const { outcome, told } = printOn(connector(impatient), onPort(zebra.port, "zpl"), zpl(3));

    expect(await outcome).toMatchObject({ state: "failed", printed: 0, condition: "silent" });
    expect(told).toEqual([]);
    zebra.mend();
    expect(zebra.labels).toEqual([]);
  });

  test("waits until labels of somebody else are out, so that they are not counted", async () => {
    const zebra = await start();
    zebra.fail("paused");
    const other = printOn(connector(), onPort(zebra.port, "pdf"), zpl(3));
    await other.outcome;
    zebra.mend();

    const { outcome } = printOn(connector(), onPort(zebra.port, "zpl"), zpl(2));

    expect(await outcome).toMatchObject({ state: "printed", printed: 2 });
    expect(zebra.labels).toHaveLength(5);
  });

  test.each(["cut-off", "power-off"] as const)("is unsure after a %s, with what is known", async (fault) => {
    const zebra = await start({ labelMs: 20 });
    zebra.faults.add({ afterLabels: 5, fault });

    const { outcome } = printOn(connector(), onPort(zebra.port, "zpl"), zpl(20));

    const { state, printed, message } = await outcome;
    expect(state).toBe("unsure");
    expect(printed).toBeGreaterThan(0);
    expect(printed).toBeLessThanOrEqual(5);
    expect(message).toMatch(/which of them came out/);
  });

  test("is unsure when the connection breaks in the middle of the data", async () => {
    const zebra = await start();
    zebra.cutOffAfter(150);

    const { outcome } = printOn(connector(), onPort(zebra.port, "zpl"), zpl(20));

    expect(await outcome).toMatchObject({ state: "unsure" });
  });

  test("has failed without a doubt when nothing listens", async () => {
    const zebra = await start();
    await zebra.goDown();

    const { outcome, told } = printOn(connector(), onPort(zebra.port, "zpl"), zpl(2));

    expect(await outcome).toMatchObject({ state: "failed", printed: 0, condition: "unreachable" });
    expect(told).toEqual([]);
    await zebra.comeUp();
  });

  test("stopped by a person takes back what the printer holds", async () => {
    const zebra = await start({ labelMs: 20 });

    const printing = printOn(connector(), onPort(zebra.port, "zpl"), zpl(200));
    await until(() => printing.told.includes("printed 3"));
    printing.stopper.abort();

    const outcome = await printing.outcome;
    expect(outcome.state).toBe("cancelled");
    const out = zebra.labels.length;
    expect(out).toBeGreaterThanOrEqual(outcome.printed);
    expect(out).toBeLessThan(outcome.printed + 12);
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(zebra.labels.length).toBeLessThanOrEqual(out + 1);
  });

  test("stopped while the connection is being made ends at once", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    open.push(() => new Promise((resolve) => server.close(() => resolve())));

    const printing = printOn(connector({ timings: { answerMs: 10_000 } }), onPort(port, "zpl"), zpl(1));
    printing.stopper.abort();

    expect(await printing.outcome).toMatchObject({ state: "cancelled", printed: 0 });
  });

  test("leaves a slow printer the time it takes", async () => {
    const zebra = await start({ bytesPerSecond: 20_000 });
    const large = zpl(6).map((label) => Buffer.concat([label, Buffer.alloc(4_000, " ")]));

    const { outcome } = printOn(connector({ timings: { answerMs: 3_000 } }), onPort(zebra.port, "zpl"), large);

    expect(await outcome).toMatchObject({ state: "printed", printed: 6 });
  });
});
