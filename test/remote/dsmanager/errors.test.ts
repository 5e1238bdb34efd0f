import { afterEach, describe, expect, it } from "vitest";
import { failureFrom } from "../open-panel";
import type { Reply } from "../scripted-panel";
import {
  dialects,
  refusal,
  startScriptedDsmanager,
  type FormReply,
  type ScriptedDsmanager,
} from "./scripted-dsmanager";

let started: ScriptedDsmanager | undefined;
afterEach(async () => {
  await started?.panel.close();
  started = undefined;
});

async function startAnswering(
  dialect: (typeof dialects)[number],
  reply: FormReply,
  limits: { maximumBytes?: number } = {},
): Promise<ScriptedDsmanager> {
  started = await startScriptedDsmanager(dialect, ({ func }) => (func === "auth" ? undefined : reply), { limits });
  return started;
}

const errors = [
  { name: "an internal error", code: 1, type: "internal", subject: "", kind: "unknown-outcome", isMissing: false },
  { name: "something that exists", code: 2, type: "exists", subject: "user", kind: "refused", isMissing: false },
  { name: "an unknown id", code: 3, type: "missed", subject: "server", kind: "refused", isMissing: true },
  { name: "an unknown function", code: 3, type: "missed", subject: "func", kind: "refused", isMissing: false },
  { name: "a bad value", code: 4, type: "value", subject: "type", kind: "refused", isMissing: false },
  { name: "a limit", code: 5, type: "limit", subject: "ip", kind: "refused", isMissing: false },
  { name: "a lack of rights", code: 6, type: "access", subject: "server.poweron", kind: "refused", isMissing: false },
  { name: "a missing licence", code: 7, type: "license", subject: "dsmgr", kind: "refused", isMissing: false },
  { name: "a busy server", code: 8, type: "busy", subject: "server", kind: "refused", isMissing: false },
  {
    name: "an error that nobody described",
    code: 99,
    type: "weird",
    subject: "moon",
    kind: "refused",
    isMissing: false,
  },
] as const;

describe.each(dialects)("HTTP 200 with an error of %s inside", (dialect) => {
  it.each(errors)("for $name is $kind", async ({ kind, isMissing, ...error }) => {
    const { gateway, forms } = await startAnswering(
      dialect,
      refusal(dialect, { ...error, words: "The panel's own words" }),
    );
    const failure = await failureFrom(gateway.setPower(7, "on"));
    expect(failure).toMatchObject({ kind, isMissing });
    if (error.subject !== "func") expect(failure.message).toBe("The panel's own words");
    expect(forms()).toHaveLength(1);
  });

  it.each(errors.filter(({ subject }) => subject !== "func" && subject !== ""))(
    "without words for $name gives a sentence that names what it is about",
    async (error) => {
      const { gateway } = await startAnswering(dialect, refusal(dialect, error));
      const { message } = await failureFrom(gateway.setPower(7, "on"));
      expect(message).toMatch(/^(The|A) /);
      expect(message).toContain(error.subject);
    },
  );

  it("is decided by number or type, never by the words", async () => {
    const words = "Session expired, access denied, does not exist";
    const { gateway } = await startAnswering(
      dialect,
      refusal(dialect, { code: 4, type: "value", subject: "mac", words }),
    );
    expect(await failureFrom(gateway.setPower(7, "on"))).toMatchObject({ kind: "refused", isMissing: false });
  });

  it("is cut to a length that a person can read", async () => {
    const words = "long ".repeat(10_000);
    const { gateway } = await startAnswering(
      dialect,
      refusal(dialect, { code: 8, type: "busy", subject: "server", words }),
    );
    expect((await failureFrom(gateway.setPower(7, "on"))).message.length).toBeLessThanOrEqual(300);
  });

  it("names the function that may need a correction when the panel does not know it", async () => {
    const { gateway } = await startAnswering(dialect, refusal(dialect, { code: 3, type: "missed", subject: "func" }));
    expect((await failureFrom(gateway.listServerTypes())).message).toContain("server-types");
  });
});

const entities = Array.from(
  { length: 9 },
  (_, round) => `<!ENTITY l${String(round + 1)} "${`&l${String(round)};`.repeat(10)}">`,
);
const hostile: readonly (readonly [string, Reply])[] = [
  ["entities that multiply", { text: `<!DOCTYPE doc [<!ENTITY l0 "lol">${entities.join("")}]><doc>&l9;</doc>` }],
  [
    "an entity from outside",
    { text: '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]><doc><ok>&x;</ok></doc>' },
  ],
  ["ten thousand levels", { text: `<doc>${"<a>".repeat(10_000)}${"</a>".repeat(10_000)}<ok/></doc>` }],
  ["a cut answer", { text: "<doc><elem><id>7</id></elem><ok/>" }],
  ["another encoding", { text: '<?xml version="1.0" encoding="windows-1251"?><doc><ok/></doc>' }],
  ["a page of HTML", { text: "<html><body>private words</body></html>" }],
  ["JSON", { text: '{"doc":{"ok":{}}}' }],
  ["nothing", { text: "" }],
  ["a confirmation that is none", { text: "<doc><metadata/></doc>" }],
  ["a redirect", { status: 302, headers: { location: "http://elsewhere.example/" }, text: "" }],
];

describe.each(dialects)("an answer of %s", (dialect) => {
  it.each(hostile)("with %s is malformed for an order and quotes nothing", async (_, reply) => {
    const { gateway } = await startAnswering(dialect, reply);
    const failure = await failureFrom(gateway.setPower(7, "on"));
    expect(failure.kind).toBe("malformed");
    expect(JSON.stringify([failure.message, failure.cause])).not.toContain("private");
  });

  it("of a hundred megabytes is broken off", async () => {
    const megabyte = "<a/>".repeat(262_144);
    let isBrokenOff = false;
    const { gateway } = await startAnswering(
      dialect,
      {
        take: (response) => {
          let sent = 0;
          response.on("close", () => (isBrokenOff = sent < 100));
          response.writeHead(200).write("<doc>");
          const pump = (): void => {
            sent += 1;
            if (sent <= 100 && !response.destroyed) response.write(megabyte, pump);
            else response.end("</doc>");
          };
          pump();
        },
      },
      { maximumBytes: 8 * 1_048_576 },
    );
    const failure = await failureFrom(gateway.listSwitches());
    expect(failure).toMatchObject({ kind: "malformed", message: "The answer is larger than 8 MB" });
    await expect.poll(() => isBrokenOff).toBe(true);
  });

  it.each([
    [401, "unauthenticated"],
    [403, "refused"],
    [404, "refused"],
    [429, "throttled"],
    [500, "unknown-outcome"],
    [502, "unknown-outcome"],
    [503, "asleep"],
  ] as const)("with status %i is %s and is not repeated", async (status, kind) => {
    const { gateway, forms } = await startAnswering(dialect, { status, text: "" });
    expect(await failureFrom(gateway.setPower(7, "on"))).toMatchObject({ kind, isMissing: false });
    expect(forms()).toHaveLength(1);
  });

  it("names the function and the field that does not fit", async () => {
    const { gateway } = await startAnswering(dialect, "<elem><id>seven</id><name>sw</name></elem>");
    const { kind, message } = await failureFrom(gateway.listSwitches());
    expect(kind).toBe("malformed");
    expect(message).toContain('The answer to switches does not fit in the field "rows.0.id"');
  });
});
