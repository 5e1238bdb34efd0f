import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startDcimanagerSimulator } from "../../simulator/dcimanager6/simulator";
import type { DcimanagerSimulator } from "../../simulator/dcimanager6/simulator";
import { launchConsole } from "./harness/console";

let directory: string;
let panel: DcimanagerSimulator;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "rackside-cli-"));
  panel = await startDcimanagerSimulator({ timings: { allocateMs: 30, powerMs: 30, portMs: 10, releaseMs: 20 } });
});

afterEach(async () => {
  await panel.stop();
  await rm(directory, { recursive: true, force: true, maxRetries: 5 });
});

interface Ended {
  readonly code: number;
  readonly output: string;
  readonly complaint: string;
}

const passphrase = "correct horse battery";
const ofSecrets = "the passphrase of the secrets";
/** What a command reads when somebody signs in who opens the secrets. */
const secretLines = [passphrase, ofSecrets];

function rackside(words: readonly string[], lines: readonly string[] = []): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["out/cli/rackside.cjs", ...words]);
    let output = "";
    let complaint = "";
    child.stdout.on("data", (piece) => (output += String(piece)));
    child.stderr.on("data", (piece) => (complaint += String(piece)));
    child.on("close", (code) => {
      resolve({ code: code ?? -1, output, complaint });
    });
    // A command that asks for nothing may have ended by now.
    child.stdin.on("error", () => undefined);
    child.stdin.end(lines.map((line) => `${line}\n`).join(""));
  });
}

const callAs = (name: string, json: string) =>
  rackside(["call", name, json, "--profile", directory, "--as", "Script"], secretLines);

async function call(name: string, input: unknown): Promise<Record<string, string & number>> {
  const { output, complaint } = await callAs(name, JSON.stringify(input));
  const result = JSON.parse(output) as { ok: boolean; value: Record<string, string & number> };
  expect(result, `${name}: ${output} ${complaint}`).toMatchObject({ ok: true });
  return result.value;
}

async function setUpSite(): Promise<void> {
  const { code, output, complaint } = await rackside(["set-up", "--as", "Script", "--profile", directory], secretLines);
  expect(code, complaint).toBe(0);
  expect(output).toMatch(/^[A-Z0-9-]{34}\n$/u);
}

test("a site is set up, and an order is placed, set up and sent by script", async () => {
  await setUpSite();
  const department = await call("department.add", { name: "Floor" });
  const dataCentre = await call("data-centre.add", { name: "Riga-1" });
  const module = await call("module.add", {
    type: "dcimanager6-colocation",
    name: "dc-1",
    connection: { url: panel.url, username: "dc@example.net", password: "s3cret" },
    dataCentreId: dataCentre["id"],
    departmentId: department["id"],
  });
  const tariff = await call("tariff.add", {
    name: "Colo 1U",
    currency: "EUR",
    moduleIds: [module["id"]],
    periods: [{ months: 1, priceMinor: 5900, setUpMinor: 0 }],
  });
  const customer = await call("customer.add", { name: "Client One", email: "c1@example.org" });
  const order = await call("order.place", { tariffId: tariff["id"], customerId: customer["id"], periodMonths: 1 });
  const task = await call("task.accept", { id: order["taskId"] });
  const card = { url: "", identifier: "101", username: "root", password: "x", rack: "A12", label: "client-one-1" };
  await call("task.close", { id: task["id"], revision: task["revision"], card });
  expect(panel.site.addresses.filter((address) => address.serverId === 101)).toEqual([]);

  const asScript = ["--profile", directory, "--as", "Script"];
  const drained = await rackside(["courier", "--drain", ...asScript], secretLines);

  expect(drained.code, drained.complaint).toBe(0);
  expect(JSON.parse(drained.output)).toEqual({
    done: 1,
    waiting: 0,
    needsAttention: 0,
    unreachable: [],
    unprinted: 0,
  });
  expect(panel.site.addresses.filter((address) => address.serverId === 101)).toHaveLength(1);
  const detail = await call("service.get", { id: order["serviceId"] });
  expect(detail["service"]).toMatchObject({ state: "active", serverId: 101 });
});

test("faults, wrong usage, unknown calls and nobody signed in have exit codes of their own", async () => {
  await setUpSite();
  const fault = await callAs("task.get", '{"id":"nothing"}');
  expect([fault.code, JSON.parse(fault.output)]).toMatchObject([1, { ok: false, fault: { kind: "not-found" } }]);
  expect((await rackside(["call", "task.get", "{", "--profile", directory])).code).toBe(2);
  expect((await rackside(["call"])).code).toBe(2);
  const unknown = await rackside(["call", "no.such", "{}", "--profile", directory]);
  expect([unknown.code, JSON.parse(unknown.output)]).toMatchObject([1, { fault: { rule: "unknown-call" } }]);
  const nobody = await rackside(["call", "task.list", "{}", "--profile", directory]);
  expect([nobody.code, JSON.parse(nobody.output)]).toMatchObject([1, { fault: { kind: "signed-out" } }]);
  const wrong = await rackside(["call", "task.list", "{}", "--profile", directory, "--as", "Script"], ["wrong"]);
  expect(wrong).toEqual({ code: 1, output: "", complaint: "This passphrase is wrong\n" });
});

test("a practice site has its administrator signed in, or whom --as names", async () => {
  const describe = async (...words: string[]) => {
    const ended = await rackside(["call", "console.describe", "--practice", directory, ...words]);
    return ended.code === 0 ? (JSON.parse(ended.output) as { value: unknown }).value : ended.complaint;
  };
  expect(await describe()).toMatchObject({ operator: "Site administrator", role: "administrator" });
  expect(await describe("--as", "clara")).toMatchObject({ operator: "Clara", role: "auditor" });
  expect(await describe("--as", "Eve")).toBe("The practice site has no operator Eve\n");
});

test("every call is printed with JSON Schemas of input and output", async () => {
  const { code, output } = await rackside(["calls"]);
  const calls = JSON.parse(output) as { name: string; input: object; output: object }[];
  expect(code).toBe(0);
  expect(calls.find((one) => one.name === "task.accept")).toMatchObject({
    effect: "write",
    input: { type: "object", required: ["id"] },
    output: { type: "object" },
  });
});

test("a profile that a window has open is refused with a word about it", async () => {
  const { root } = await launchConsole();
  const refused = await rackside(["call", "task.list", "{}", "--profile", join(root, "profiles", "site")]);
  expect(refused.code).toBe(1);
  expect(refused.complaint).toContain("Close its window, or name another profile with --profile");
});
