import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { systemClock } from "../../main/adapters/clock";
import { createCups } from "../../main/printers/cups";
import { connector, printOn, printerAt, until } from "./printing";

/** Stands in for the commands of CUPS: a job stays in the queue while the file `hold` is there. */
const commands = {
  lp: `#!/bin/sh
for argument; do echo "$argument" >> "$DIR/arguments"; done
[ -e "$DIR/refuse" ] && { cat > /dev/null; echo "lp: The printer or class does not exist." >&2; exit 1; }
cat > "$DIR/document"
[ -e "$DIR/die" ] && kill -9 $$
touch "$DIR/job"
echo "request id is Zebra_1-17 (1 file(s))"
`,
  lpstat: `#!/bin/sh
case "$1" in
  -p) [ -e "$DIR/stopped" ] && printf 'printer Zebra_1 disabled since now -\\n\\tMedia empty\\n' || echo "printer Zebra_1 is idle.  enabled since now" ;;
  -v) echo "device for Zebra_1: socket://10.0.0.9:9100"; echo "device for Office: ipp://office.local/ipp" ;;
  -W) [ -e "$DIR/job" ] && [ -e "$DIR/hold" ] && echo "Zebra_1-17  anna  1024  now"; exit 0 ;;
esac
`,
  cancel: `#!/bin/sh
echo "$1" > "$DIR/cancelled"
rm "$DIR/job"
`,
};

let directory = "";
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "rackside-lp-"));
  for (const [name, script] of Object.entries(commands)) {
    await writeFile(join(directory, name), script.replaceAll("$DIR", directory));
    await chmod(join(directory, name), 0o755);
  }
});
afterEach(() => rm(directory, { recursive: true }));

const put = (name: string): Promise<void> => writeFile(join(directory, name), "");
const read = (name: string): Promise<string> => readFile(join(directory, name), "utf8");
const printers = (programs = directory) =>
  connector({ spooler: createCups({ clock: systemClock, answerMs: 2_000, programs }) });
const queue = printerAt({ type: "queue", name: "Zebra_1" }, "zpl");
const label = Buffer.from("^XA^FDa^FS^XZ");

describe("a queue of CUPS", () => {
  test("takes the printer's language as it is, and is not believed that labels came out", async () => {
    const { outcome, told } = printOn(printers(), queue, [label, label]);

    const { state, printed, message } = await outcome;
    expect([state, printed, told]).toEqual(["unsure", 0, ["sending"]]);
    expect(message).toMatch(/Zebra_1 has handed everything to the printer/);
    expect(await read("document")).toBe("^XA^FDa^FS^XZ".repeat(2));
    expect((await read("arguments")).split("\n").slice(0, -1)).toEqual(["-d", "Zebra_1", "-o", "raw", "-t", "Labels"]);
  });

  test("takes PDF without scaling it", async () => {
    await printOn(printers(), { ...queue, language: "pdf" }, [label]).outcome;

    expect(await read("arguments")).toContain("print-scaling=none");
  });

  test("that refuses has failed with its words", async () => {
    await put("refuse");

    const { outcome } = printOn(printers(), queue, [label]);

    expect(await outcome).toMatchObject({
      state: "failed",
      message: "lp: The printer or class does not exist.",
    });
  });

  test("whose command dies before it is through leaves the job unsure", async () => {
    await put("die");

    const { outcome } = printOn(printers(), queue, [label]);

    const { state, message } = await outcome;
    expect([state, message]).toEqual(["unsure", expect.stringMatching(/ended before it was through/)]);
  });

  test("that is stopped is not given anything", async () => {
    await put("stopped");

    expect(await printers().connect(queue).status()).toMatchObject({ condition: "paused" });
    const { outcome, told } = printOn(printers(), queue, [label]);
    expect(await outcome).toMatchObject({ state: "failed", condition: "paused" });
    expect(told).toEqual([]);
  });

  test("that stops with the job in it is waited for, and told of", async () => {
    await put("hold");
    const printing = printOn(printers(), queue, [label]);
    await until(() => printing.told.includes("sending"));
    await put("stopped");
    await until(() => printing.isWaitingFor("paused"));

    await rm(join(directory, "hold"));

    expect(await printing.outcome).toMatchObject({ state: "unsure" });
  });

  test("loses the job that a person stops", async () => {
    await put("hold");
    const printing = printOn(printers(), queue, [label]);
    await until(() =>
      read("job").then(
        () => true,
        () => false,
      ),
    );

    printing.stopper.abort();

    expect(await printing.outcome).toMatchObject({ state: "cancelled" });
    expect((await read("cancelled")).trim()).toBe("Zebra_1-17");
  });

  test("where there is no CUPS cannot be reached", async () => {
    expect(await printers("/nonexistent").connect(queue).status()).toMatchObject({ condition: "unreachable" });
    const found = await printers("/nonexistent").find();
    expect(found.filter(({ way }) => way.type === "queue")).toEqual([]);
  });

  test("is found", async () => {
    const found = (await printers().find()).filter(({ way }) => way.type === "queue");

    expect(found.map(({ name, way, detail }) => ({ name, way, detail }))).toEqual([
      { name: "Zebra_1", way: { type: "queue", name: "Zebra_1" }, detail: "socket://10.0.0.9:9100" },
      { name: "Office", way: { type: "queue", name: "Office" }, detail: "ipp://office.local/ipp" },
    ]);
  });
});
