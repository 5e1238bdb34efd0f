import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createLog } from "../../main/adapters/log";

function makeDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), "rackside-log-"));
  onTestFinished(() => {
    rmSync(directory, { recursive: true });
  });
  return directory;
}

const readLog = (directory: string): string => readFileSync(join(directory, "logs", "rackside.log"), "utf8");

test("a line is in the file as soon as it is written, as JSON with level, time and event", () => {
  const directory = makeDirectory();

  createLog({ directory }).warn("panel asleep", { system: "dc-1", tries: 3 });

  const line: unknown = JSON.parse(readLog(directory));
  expect(line).toMatchObject({ level: "warn", event: "panel asleep", system: "dc-1", tries: 3 });
  expect(line).toHaveProperty("time");
});

test("lines are added to those of the program before", () => {
  const directory = makeDirectory();

  createLog({ directory }).info("first");
  createLog({ directory }).info("second");

  expect(readLog(directory).trim().split("\n")).toHaveLength(2);
});

test.each([
  ["under a secret name", { password: "planted-1" }],
  ["under a secret name in another case", { "X-Xsrf-Token": "planted-1", Authorization: "planted-1" }],
  ["deep inside", { request: { headers: [{ cookie: "ses6=planted-1" }] } }],
  ["in an address", { url: "https://admin:planted-1@dci.example/api" }],
  ["in an error's message", { error: new Error("POST https://admin:planted-1@dci.example failed") }],
  ["in an error's cause", { error: new Error("failed", { cause: { token: "planted-1" } }) }],
  ["in a header that was put into a text", { text: "sent Authorization: Bearer planted-1" }],
  [
    "as a PIN or a recovery code",
    { pin: "planted-1", inside: [{ recoveryCode: "planted-1", passphrase: "planted-1" }] },
  ],
  ["with spaces in quotes", { text: '{"secret": "one two \\" planted-1 three"}' }],
  ["that the end of a long text cuts", { text: `${"x".repeat(1_970)} https://admin:planted-1@dci.example/api` }],
  ["in a body that was put into a text", { text: '{"email":"a@b.example","password":"planted-1"}' }],
])("a secret %s is not written", (_, details) => {
  const directory = makeDirectory();

  createLog({ directory }).error("call failed", details);

  expect(readLog(directory)).toContain("call failed");
  expect(readLog(directory)).not.toContain("planted-1");
});

test("an error is written with its stack and its cause", () => {
  const directory = makeDirectory();

  createLog({ directory }).error("failed", { error: new Error("outer", { cause: new TypeError("inner") }) });

  expect(JSON.parse(readLog(directory))).toMatchObject({
    error: { name: "Error", message: "outer", stack: expect.stringContaining("log.test.ts") as unknown },
  });
  expect(readLog(directory)).toContain("inner");
});

test("details that refer to themselves do not stop the program", () => {
  const directory = makeDirectory();
  const details: Record<string, unknown> = { amount: 5n };
  details["self"] = details;

  createLog({ directory }).info("round", details);

  expect(readLog(directory)).toContain('"amount":"5"');
});

test("a full file makes room and the one before is kept", () => {
  const directory = makeDirectory();
  const log = createLog({ directory, maximumBytes: 500 });

  for (let line = 0; line < 20; line += 1) log.info("line", { line });

  expect(readdirSync(join(directory, "logs")).sort()).toEqual(["rackside.1.log", "rackside.log"]);
  expect(readLog(directory)).toContain('"line":19');
});
