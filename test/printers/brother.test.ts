import { afterEach, describe, expect, test } from "vitest";
import { startBrotherSimulator } from "../../simulator/printers/brother";
import type { BrotherOptions, BrotherSimulator } from "../../simulator/printers/brother";
import type { PrinterConnector } from "../../main/ports/printer";
import { mediaWanted } from "../../main/printers/brother-status";
import { connector, impatient, onPort, printOn, until } from "./printing";

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function start(options: Partial<BrotherOptions> = {}): Promise<BrotherSimulator> {
  const brother = await startBrotherSimulator({ family: "brother-ql", ...options });
  open.push(() => brother.stop());
  return brother;
}

/** One label of a row, for media of this size. */
function label(width = 62, length = 0): Uint8Array {
  const media = [0x1b, 0x69, 0x7a, 0x8e, length === 0 ? 0x0a : 0x0b, width, length, 1, 0, 0, 0, 0, 0];
  return Buffer.from([...media, 0x67, 0, 90, 0xff, ...new Array<number>(89).fill(0), 0x1a]);
}
const labels = (count: number): Uint8Array[] => Array.from({ length: count }, () => label());

/** Nobody answers at this port. */
function withoutSnmp(): PrinterConnector {
  return connector({ ...impatient, snmpPort: 1 });
}

describe("the status of a Brother", () => {
  test("tells what is loaded", async () => {
    const brother = await start({ media: { width: 29, length: 90 } });

    expect(await connector().connect(onPort(brother.port, "brother-ql")).status()).toMatchObject({
      condition: "ready",
      media: { width: 29, length: 90 },
    });
  });

  test.each([
    ["no-media", "no-media"],
    ["end-of-media", "no-media"],
    ["cutter-jam", "cutter-jam"],
    ["cover-open", "cover-open"],
    ["cannot-feed", "media-jam"],
    ["too-hot", "too-hot"],
    ["system-error", "error"],
  ] as const)("with %s is %s", async (fault, condition) => {
    const brother = await start();
    brother.fail(fault);

    expect(await connector().connect(onPort(brother.port, "brother-ql")).status()).toMatchObject({ condition });
  });

  test("is asked by SNMP where the port tells nothing", async () => {
    const brother = await start({ tells: "snmp", media: { width: 62, length: 29 } });
    brother.fail("cover-open");
    const printers = connector({ ...impatient, snmpPort: brother.snmpPort ?? 0 });

    expect(await printers.connect(onPort(brother.port, "brother-ql")).status()).toMatchObject({
      condition: "cover-open",
      media: { width: 62, length: 29 },
    });
  });

  test("is not known where nothing is told", async () => {
    const brother = await start({ tells: "nothing" });

    const status = await withoutSnmp().connect(onPort(brother.port, "brother-ql")).status();

    expect(status.condition).toBe("unknown");
    expect(status.message).toMatch(/does not tell/);
  });
});

describe("a job for a Brother", () => {
  test("goes label by label, each waited for", async () => {
    const brother = await start();

    const { outcome, told } = printOn(connector(), onPort(brother.port, "brother-ql"), labels(5));

    expect(await outcome).toEqual({ state: "printed", printed: 5, condition: "ready", message: "" });
    expect(told).toEqual(["sending", ...[1, 2, 3, 4, 5].map((count) => `printed ${String(count)}`)]);
    expect(brother.labels).toHaveLength(5);
    expect(brother.misunderstood).toEqual([]);
  });

  test("for other media than what is loaded is not begun, and both are named", async () => {
    const brother = await start({ media: { width: 29, length: 90 } });

    const { outcome, told } = printOn(connector(), onPort(brother.port, "brother-ql"), [label(62, 29)]);

    const { state, condition, message } = await outcome;
    expect([state, condition, told.length]).toEqual(["failed", "wrong-media", 0]);
    expect(message).toMatch(/^29 × 90 mm is loaded, and this job is for 62 × 29 mm/);
    expect(brother.labels).toEqual([]);
  });

  test.each(["cover-open", "no-media", "cutter-jam"] as const)("waits out %s in mid-job", async (fault) => {
    const brother = await start();
    brother.faults.add({ afterLabels: 2, fault });

    const printing = printOn(connector(), onPort(brother.port, "brother-ql"), labels(4));
    await until(() => printing.isWaitingFor(fault));
    expect(brother.labels).toHaveLength(2);
    if (fault === "no-media") brother.load({ width: 62, length: 0 });
    brother.mend();

    expect(await printing.outcome).toMatchObject({ state: "printed", printed: 4 });
    expect(brother.labels).toHaveLength(4);
  });

  test("is not disturbed by somebody who asks how the printer is", async () => {
    const brother = await start();
    brother.faults.add({ afterLabels: 1, fault: "cover-open" });
    const printing = printOn(connector(), onPort(brother.port, "brother-ql"), labels(2));
    await until(() => printing.isWaitingFor("cover-open"));

    const status = await connector().connect(onPort(brother.port, "brother-ql")).status();
    brother.mend();

    expect(status.condition).toBe("cover-open");
    expect(await printing.outcome).toMatchObject({ state: "printed", printed: 2 });
  });

  test("is unsure of the label that the printer dropped after a fault", async () => {
    const brother = await start({ afterFault: "drops" });
    brother.faults.add({ afterLabels: 2, fault: "cover-open" });

    const printing = printOn(connector(impatient), onPort(brother.port, "brother-ql"), labels(4));
    await until(() => printing.isWaitingFor("cover-open"));
    brother.mend();

    expect(await printing.outcome).toMatchObject({ state: "unsure", printed: 2 });
    expect(brother.labels).toHaveLength(2);
  });

  test.each(["cut-off", "power-off"] as const)("is unsure after a %s", async (fault) => {
    const brother = await start();
    brother.faults.add({ afterLabels: 2, fault });

    const { outcome } = printOn(connector(), onPort(brother.port, "brother-ql"), labels(4));

    const { state, printed } = await outcome;
    expect(state).toBe("unsure");
    expect(printed).toBeLessThanOrEqual(2);
  });

  test("for one that falls silent in mid-job is unsure of the label about which nothing was said", async () => {
    const brother = await start();
    brother.faults.add({ afterLabels: 1, fault: "mute" });
    const printing = printOn(connector(impatient), onPort(brother.port, "brother-ql"), labels(3));

    await until(() => printing.isWaitingFor("silent"));
    brother.mend();

    expect(await printing.outcome).toMatchObject({ state: "unsure", printed: 1 });
  });

  test("is printed when SNMP showed it printing and ready again", async () => {
    const brother = await start({ tells: "snmp", pageMs: 30 });
    const printers = connector({ ...impatient, snmpPort: brother.snmpPort ?? 0 });

    const { outcome } = printOn(printers, onPort(brother.port, "brother-ql"), labels(4));

    expect(await outcome).toMatchObject({ state: "printed", printed: 4 });
    expect(brother.labels).toHaveLength(4);
  });

  test("waits out what SNMP tells in mid-job", async () => {
    const brother = await start({ tells: "snmp", pageMs: 20 });
    brother.faults.add({ afterLabels: 1, fault: "cover-open" });
    const printers = connector({ ...impatient, snmpPort: brother.snmpPort ?? 0 });

    const printing = printOn(printers, onPort(brother.port, "brother-ql"), labels(3));
    await until(() => printing.isWaitingFor("cover-open"));
    brother.mend();

    expect(await printing.outcome).toMatchObject({ state: "printed", printed: 3 });
  });

  test("is sent whole to one that tells nothing, and a person is asked", async () => {
    const brother = await start({ tells: "nothing" });

    const { outcome, told } = printOn(withoutSnmp(), onPort(brother.port, "brother-ql"), labels(3));

    expect(await outcome).toMatchObject({ state: "unsure", printed: 0, condition: "unknown" });
    expect(told).toEqual(["sending"]);
    await until(() => brother.labels.length === 3);
  });

  test("stopped by a person ends with what came out", async () => {
    const brother = await start({ pageMs: 20 });

    const printing = printOn(connector(), onPort(brother.port, "brother-ql"), labels(50));
    await until(() => printing.told.includes("printed 2"));
    printing.stopper.abort();

    expect(await printing.outcome).toMatchObject({ state: "cancelled" });
    expect(brother.labels.length).toBeLessThan(8);
  });
});

test("what a job says of its media is read from its data", () => {
  expect(mediaWanted(label(62, 29))).toEqual({ width: 62, length: 29 });
  expect(mediaWanted(Buffer.from([0x1b, 0x69, 0x7a, 0x84, 0, 24, 0, 0, 0, 0, 0, 0, 0]))).toEqual({
    width: 24,
    length: null,
  });
  expect(mediaWanted(Buffer.from([0x1b, 0x69, 0x7a, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0]))).toBeUndefined();
});
