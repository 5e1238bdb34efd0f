import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CallInput } from "../../main/contract/calls";
import type { Operator } from "../../main/contract/shapes/operator";
import { openTestConsole, removeDirectory } from "../builders/console";
import type { TestConsole } from "../builders/console";
import { createFakeClock } from "../builders/fake-clock";
import { createFakePanel } from "../builders/fake-panel";

let clock = createFakeClock();
let console: TestConsole;
let boris: Operator;

beforeEach(async () => {
  clock = createFakeClock();
  console = await openTestConsole({ panels: createFakePanel(), clock });
  const secret = { kind: "pin", text: "4711" } as const;
  boris = await console.call("operator.add", { name: "Boris", role: "technician", secret });
});

afterEach(async () => {
  await console.stop();
  await removeDirectory(console.directory);
});

const addToken = (changes: Partial<CallInput<"token.add">> = {}) =>
  console.call("token.add", { name: "nightly", operatorId: boris.id, calls: ["task.list", "backup.make"], ...changes });
const signIn = (token: string) => console.dispatch("operator.sign-in-by-token", { token });
const newestLine = async () => {
  const { rows } = await console.store.read(({ journal }) => journal.page({}, { offset: 0, limit: 1 }));
  return `${rows[0]?.operator ?? ""}: ${rows[0]?.summary ?? ""}`;
};

describe("a token", () => {
  it("is told once, as 256 random bits, and only its hash is stored", async () => {
    const { token, text } = await addToken();
    expect(text).toMatch(/^rackside_[\w-]{43}$/u);
    expect((await addToken()).text).not.toBe(text);
    expect(await newestLine()).toBe("Anna: Token nightly made for Boris");
    const listed = await console.call("token.list", {});
    expect(listed).toContainEqual(token);
    expect(token).toMatchObject({ operator: "Boris", calls: ["task.list", "backup.make"], lastUsedAt: null });
    const stored = await console.store.read(({ tokens }) => tokens.list());
    const everything = JSON.stringify([listed, stored, (await console.call("journal.list", {})).rows]);
    expect(everything).not.toContain(text.slice("rackside_".length));
  });

  it("signs in as its operator for its calls only, and says when it was last used", async () => {
    const { token, text } = await addToken();
    expect(await signIn(`${text}\n`)).toEqual({ ok: true, value: { operator: "Boris", role: "technician" } });
    expect(await newestLine()).toBe("Boris: Boris signed in by the token nightly");
    expect(await console.dispatch("task.list", {})).toMatchObject({ ok: true });
    expect(await console.fault("server.list", { moduleId: "m" })).toMatchObject({
      rule: "token",
      message: "This token is not for server.list",
    });
    console.actAs("Anna");
    expect((await console.call("token.list", {})).find(({ id }) => id === token.id)).toMatchObject({
      lastUsedAt: clock.now(),
    });
  });

  it("loses with its operator's role what that role may not do", async () => {
    const { text } = await addToken();
    const { id, revision } = boris;
    await console.call("operator.save", { id, revision, role: "auditor", isActive: true });
    await signIn(text);
    expect(await console.fault("backup.make", {})).toMatchObject({ rule: "role" });
    expect(await console.dispatch("task.list", {})).toMatchObject({ ok: true });
  });

  it.each<[string, Partial<CallInput<"token.add">>, string]>([
    ["a call that does not exist", { calls: ["task.list", "task.destroy"] }, "There is no call task.destroy"],
    [
      "a call that its operator may not make",
      { calls: ["tariff.add"] },
      "tariff.add is not for Boris, who is a technician",
    ],
    ["an end in the past", { expiresAt: 1 }, "This is in the past"],
    ["no call at all", { calls: [] }, "Name at least one call"],
  ])("with %s is refused in its place", async (_what, changes, message) => {
    const input = { name: "nightly", operatorId: boris.id, calls: ["task.list"], ...changes };
    expect(await console.fault("token.add", input)).toMatchObject({ kind: "invalid-input", issues: [{ message }] });
    expect(await console.call("token.list", {})).toEqual([]);
  });

  it("is not made for somebody who was switched off, nor for nobody", async () => {
    const { id, revision, role } = boris;
    await console.call("operator.save", { id, revision, role, isActive: false });
    const input = { name: "nightly", operatorId: id, calls: ["task.list"] };
    expect(await console.fault("token.add", input)).toMatchObject({ rule: "switched-off" });
    expect(await console.fault("token.add", { ...input, operatorId: "nobody" })).toMatchObject({ kind: "not-found" });
  });

  it("is good until the instant at which it expires", async () => {
    const expiresAt = clock.now() + 1_000;
    const { text } = await addToken({ expiresAt });
    clock.advance(999);
    expect(await signIn(text)).toMatchObject({ ok: true });
    clock.advance(1);
    expect(await signIn(text)).toMatchObject({ fault: { kind: "wrong-secret" } });
    expect(await newestLine()).toBe("Rackside: A sign-in by the token nightly refused");
  });

  it("that was removed opens nothing", async () => {
    const { token, text } = await addToken();
    await console.call("token.remove", { id: token.id });
    expect(await newestLine()).toBe("Anna: Token nightly removed");
    expect(await signIn(text)).toMatchObject({ fault: { kind: "wrong-secret" } });
    expect(await console.fault("token.remove", { id: token.id })).toMatchObject({ kind: "not-found" });
  });
});

describe("wrong tokens", () => {
  it("wait like wrong PINs and do not fill the journal, and keep no right one out", async () => {
    const { text } = await addToken();
    console.vouchFor(null);
    const answers = [];
    for (let attempt = 1; attempt <= 10; attempt += 1) answers.push(await signIn(`rackside_${String(attempt)}`));
    expect(answers[2]).toMatchObject({ fault: { blockedUntil: null } });
    expect(answers[9]).toMatchObject({ fault: { kind: "wrong-secret", blockedUntil: clock.now() + 5_000 } });
    const { rows } = await console.store.read(({ journal }) => journal.page({}, { offset: 0, limit: 50 }));
    expect(rows.filter(({ summary }) => summary === "A sign-in by an unknown token refused")).toHaveLength(4);
    expect(await signIn(text)).toMatchObject({ ok: true });
  });
});
