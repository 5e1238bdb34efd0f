import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CallInput } from "../../main/contract/calls";
import type { Operator, Role } from "../../main/contract/shapes/operator";
import { openTestConsole, removeDirectory } from "../builders/console";
import type { TestConsole } from "../builders/console";
import { createFakePanel } from "../builders/fake-panel";

type NewSecret = CallInput<"operator.add">["secret"];
/** Long enough that no id or instant holds it by chance. */
const pin: NewSecret = { kind: "pin", text: "471108152342" };
const passphrase: NewSecret = { kind: "passphrase", text: "correct horse battery" };
let console: TestConsole;
let anna: Operator;

beforeEach(async () => {
  console = await openTestConsole({ panels: createFakePanel() });
  anna = await add("Anna", "administrator", passphrase);
});

afterEach(async () => {
  await console.stop();
  await removeDirectory(console.directory);
});

function add(name: string, role: Role, secret: NewSecret): Promise<Operator> {
  return console.call("operator.add", { name, role, secret });
}

function save(operator: Operator, changes: Partial<CallInput<"operator.save">>): CallInput<"operator.save"> {
  const { id, revision, role, isActive } = operator;
  return { id, revision, role, isActive, ...changes };
}

const newestLine = async () => (await console.call("journal.list", { limit: 1 })).rows[0];
const signIn = (name: string, secret: string) => console.dispatch("operator.sign-in", { name, secret });

describe("an operator", () => {
  it("is added, and nothing of the PIN is answered, listed or told", async () => {
    const boris = await add("Boris", "technician", pin);
    expect(boris).toEqual({
      id: boris.id,
      revision: 1,
      name: "Boris",
      role: "technician",
      isActive: true,
      signInKind: "pin",
      lastSignedInAt: null,
    });
    const line = await newestLine();
    expect(line).toMatchObject({ summary: "Boris added as technician", entity: "operator", entityId: boris.id });
    expect(line?.changes[0]?.differences).toContainEqual({
      field: "secretHash",
      before: null,
      after: null,
      isSecret: true,
    });
    const everything = JSON.stringify([boris, line, await console.call("operator.list", {})]);
    for (const secret of [pin.text, "scrypt"]) expect(everything).not.toContain(secret);
  });

  it.each(["Anna", "aNNA", " anna "])("of a name that is taken is refused at the name: %s", async (name) => {
    expect(await console.fault("operator.add", { name, role: "technician", secret: pin })).toMatchObject({
      kind: "invalid-input",
      issues: [{ path: "name", message: "Anna is an operator already" }],
    });
  });

  it.each<[string, Role, NewSecret, string]>([
    ["a short PIN", "technician", { kind: "pin", text: "471" }, "secret.text"],
    ["a PIN with letters", "technician", { kind: "pin", text: "47a1" }, "secret.text"],
    ["a short passphrase", "auditor", { kind: "passphrase", text: "too short" }, "secret.text"],
    ["an administrator's PIN", "administrator", pin, "secret.kind"],
  ])("with %s is refused in its place", async (_what, role, secret, path) => {
    const fault = await console.fault("operator.add", { name: "Boris", role, secret });
    expect(fault).toMatchObject({ kind: "invalid-input", issues: [{ path }] });
  });

  it("is told when they last signed in, which leaves a form about them good", async () => {
    const boris = await add("Boris", "technician", pin);
    await signIn("Boris", pin.text);
    console.actAs("Anna");
    const [, listed] = await console.call("operator.list", {});
    expect(listed).toMatchObject({
      name: "Boris",
      revision: boris.revision,
      lastSignedInAt: expect.any(Number) as number,
    });
  });
});

describe("a change of an operator", () => {
  it("tells the role before and after, and of a new PIN only that it changed", async () => {
    const boris = await add("Boris", "technician", pin);
    await console.call("operator.save", save(boris, { role: "auditor", secret: { kind: "pin", text: "0815" } }));
    expect(await newestLine()).toMatchObject({ summary: "Boris: technician becomes auditor, PIN changed" });
    expect(await signIn("Boris", pin.text)).toMatchObject({ ok: false });
    expect(await signIn("Boris", "0815")).toMatchObject({ ok: true, value: { role: "auditor" } });
  });

  it("of the role holds at once for whoever is signed in", async () => {
    const boris = await add("Boris", "administrator", passphrase);
    await signIn("Boris", passphrase.text);
    await console.call("operator.save", save(boris, { role: "technician" }));
    expect(await console.fault("department.add", { name: "Floor" })).toMatchObject({
      rule: "role",
      message: "This is not for a technician",
    });
    expect(await console.call("console.describe", {})).toMatchObject({ access: "signed-in", role: "technician" });
  });

  it("to technician leaves the passphrase; back to administrator needs none, but one with a PIN needs a passphrase", async () => {
    const boris = await add("Boris", "administrator", passphrase);
    const technician = await console.call("operator.save", save(boris, { role: "technician" }));
    expect(technician.signInKind).toBe("passphrase");
    const again = await console.call("operator.save", save(technician, { role: "administrator" }));
    expect(again.role).toBe("administrator");
    const clara = await add("Clara", "technician", pin);
    const fault = await console.fault("operator.save", save(clara, { role: "administrator" }));
    expect(fault).toMatchObject({ kind: "invalid-input", issues: [{ path: "secret.kind" }] });
    const promoted = await console.call("operator.save", save(clara, { role: "administrator", secret: passphrase }));
    expect(promoted).toMatchObject({ role: "administrator", signInKind: "passphrase" });
  });

  it("that switches them off ends their session, their sign-in and their tokens, and another one brings all back", async () => {
    const boris = await add("Boris", "administrator", passphrase);
    const { text } = await console.call("token.add", { name: "cron", operatorId: boris.id, calls: ["task.list"] });
    await signIn("Boris", passphrase.text);
    const off = await console.call("operator.save", save(boris, { isActive: false }));
    expect(await console.fault("task.list", {})).toMatchObject({ kind: "signed-out" });
    expect(await signIn("Boris", passphrase.text)).toMatchObject({ fault: { kind: "wrong-secret" } });
    expect(await console.fault("operator.sign-in-by-token", { token: text })).toMatchObject({ kind: "wrong-secret" });
    console.actAs("Anna");
    await console.call("operator.save", save(off, { isActive: true }));
    expect(await console.call("operator.sign-in-by-token", { token: text })).toMatchObject({ operator: "Boris" });
  });

  it("with a new PIN lets somebody in who has to wait after wrong ones", async () => {
    const boris = await add("Boris", "technician", pin);
    for (let attempt = 1; attempt <= 5; attempt += 1) await signIn("Boris", "0000");
    await console.call("operator.save", save(boris, { secret: { kind: "pin", text: "0815" } }));
    expect(await signIn("Boris", "0815")).toMatchObject({ ok: true });
  });

  it("based on an earlier one is stale", async () => {
    await console.call("operator.save", save(anna, { secret: passphrase }));
    expect(await console.fault("operator.save", save(anna, {}))).toMatchObject({ kind: "stale", currentRevision: 2 });
  });
});

describe("the last administrator", () => {
  it.each<[string, Partial<CallInput<"operator.save">>]>([
    ["switched off", { isActive: false }],
    ["made a technician", { role: "technician" }],
  ])("is not %s, also when others were switched off", async (_what, changes) => {
    const boris = await add("Boris", "administrator", passphrase);
    await console.call("operator.save", save(boris, { isActive: false }));
    expect(await console.fault("operator.save", save(anna, changes))).toEqual({
      kind: "not-allowed",
      rule: "last-administrator",
      message: "Anna is the last administrator. Make another one first",
    });
    expect((await console.call("operator.list", {}))[0]).toMatchObject({ role: "administrator", isActive: true });
  });

  it("is not two who demote each other at the same moment", async () => {
    const boris = await add("Boris", "administrator", passphrase);
    const answers = await Promise.all(
      [anna, boris].map((one) => console.dispatch("operator.save", save(one, { role: "technician" }))),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe("one's own secret", () => {
  beforeEach(async () => {
    await add("Boris", "technician", pin);
    await signIn("Boris", pin.text);
  });

  it("is changed by whoever knows the present one", async () => {
    const secret: NewSecret = { kind: "pin", text: "0815" };
    await console.call("operator.set-own-secret", { present: pin.text, secret });
    expect(await signIn("Boris", "0815")).toMatchObject({ ok: true });
  });

  it("is not changed without it, and guessing waits as at the sign-in", async () => {
    const guess = { present: "0000", secret: { kind: "pin", text: "0815" } } as const;
    for (let attempt = 1; attempt <= 3; attempt += 1)
      expect(await console.fault("operator.set-own-secret", guess)).toMatchObject({ blockedUntil: null });
    expect(await console.fault("operator.set-own-secret", guess)).toMatchObject({
      kind: "wrong-secret",
      blockedUntil: expect.any(Number) as number,
    });
    expect(await signIn("Boris", pin.text)).toMatchObject({ ok: false });
  });

  it("stays a passphrase for an administrator", async () => {
    await signIn("Anna", passphrase.text);
    const fault = await console.fault("operator.set-own-secret", { present: passphrase.text, secret: pin });
    expect(fault).toMatchObject({ kind: "invalid-input", issues: [{ path: "secret.kind" }] });
  });
});

describe("the queue", () => {
  it("has the departments that name the operator first, whatever the case, and those that name nobody in their turn", async () => {
    const order = async (operator: string) => {
      console.actAs(operator);
      return (await console.call("task.list", {})).rows.map((row) => row.departmentName);
    };
    await placeOrders(["Day", "Night", "Everybody"]);
    const departments = await console.call("department.list", {});
    for (const [name, members] of [
      ["Day", ["Boris"]],
      ["Night", ["anna"]],
    ] as const) {
      const found = departments.find((one) => one.name === name);
      if (found) await console.call("department.save", { ...found, members: [...members] });
    }
    expect(await order("Anna")).toEqual(["Night", "Day", "Everybody"]);
    expect(await order("Boris")).toEqual(["Day", "Night", "Everybody"]);
    expect(await order("Clara")).toEqual(["Day", "Night", "Everybody"]);
  });
});

async function placeOrders(names: readonly string[]): Promise<void> {
  const dataCentre = await console.call("data-centre.add", { name: "Riga" });
  const customer = await console.call("customer.add", { name: "Client", email: "c@example.org" });
  for (const name of names) {
    const department = await console.call("department.add", { name });
    const place = { dataCentreId: dataCentre.id, departmentId: department.id };
    const module = await console.call("module.add", { ...place, type: "manual", name });
    const periods = [{ months: 1, priceMinor: 100, setUpMinor: 0 }];
    const tariff = await console.call("tariff.add", { name, currency: "EUR", moduleIds: [module.id], periods });
    await console.call("order.place", { tariffId: tariff.id, customerId: customer.id, periodMonths: 1 });
  }
}
