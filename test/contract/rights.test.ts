import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { calls } from "../../main/contract/calls";
import type { CallName } from "../../main/contract/calls";
import type { Fault } from "../../main/contract/faults";
import { mayCall, rights } from "../../main/contract/rights";
import { roleShape } from "../../main/contract/shapes/operator";
import type { Role } from "../../main/contract/shapes/operator";
import { openTestConsole, removeDirectory } from "../builders/console";
import type { TestConsole } from "../builders/console";
import { createFakePanel } from "../builders/fake-panel";

const names = Object.keys(calls) as CallName[];
const roles = roleShape.options;

describe("the table of rights", () => {
  it("has a line for every call and none besides", () => {
    expect(Object.keys(rights).sort()).toEqual([...names].sort());
  });

  it("lets somebody who is not signed in do nothing but sign in, set up and choose the look of the window", () => {
    expect(new Set(names.filter((name) => mayCall(null, name)))).toEqual(
      new Set<CallName>([
        "console.describe",
        "profile.set-up",
        "profile.open",
        "preference.get",
        "preference.set",
        "menu.show",
        "operator.offers",
        "operator.sign-in",
        "operator.sign-in-by-token",
      ]),
    );
  });

  it("lets an auditor change nothing but what is their own", () => {
    const writing = names.filter((name) => calls[name].effect === "write" && !mayCall(null, name));
    expect(new Set(writing.filter((name) => mayCall("auditor", name)))).toEqual(
      new Set<CallName>([
        "operator.lock",
        "operator.sign-out",
        "operator.set-own-secret",
        "vault.unlock",
        "form-draft.save",
        "form-draft.discard",
        "message.mark-read",
        "view.add",
        "view.save",
        "view.remove",
      ]),
    );
  });

  it("lets an auditor read everything that is kept; what asks a panel or prepares a change is for those who work", () => {
    const reading = names.filter((name) => calls[name].effect === "read");
    expect(new Set(reading.filter((name) => !mayCall("auditor", name)))).toEqual(
      new Set<CallName>(["module.try", "module.check-routes", "link.probe", "catalogue.compare", "printer.find"]),
    );
  });

  it.each<CallName>(["card.reveal", "card.copy-password"])("keeps secrets from an auditor: %s", (name) => {
    expect(roles.filter((role) => mayCall(role, name))).toEqual(["technician", "administrator"]);
  });

  it("lets an administrator do everything", () => {
    expect(names.filter((name) => !mayCall("administrator", name))).toEqual([]);
  });
});

describe("dispatch", () => {
  let console: TestConsole;
  beforeAll(async () => {
    console = await openTestConsole({ panels: createFakePanel(), operator: null });
  });
  afterAll(async () => {
    await console.stop();
    await removeDirectory(console.directory);
  });

  /** No call takes null, so whoever may make the call hears of the input and nothing is done. */
  const faultOf = async (name: CallName): Promise<Fault> => {
    const result = await console.dispatch(name, null);
    if (result.ok) throw new Error(`${name} took null`);
    return result.fault;
  };

  describe.each<Role>(roles)("asked by: %s", (role) => {
    it.each(names)("%s is as the table says", async (name) => {
      console.actAs("Anna", role);
      const refused = { kind: "not-allowed", rule: "role" };
      expect(await faultOf(name)).toMatchObject(mayCall(role, name) ? { kind: "invalid-input" } : refused);
    });
  });

  it.each(names)("a console that nobody has set up answers %s as the table says", async (name) => {
    console.vouchFor(null);
    const refused = { kind: "signed-out", access: "no-operators" };
    expect(await faultOf(name)).toMatchObject(rights[name] === "anyone" ? { kind: "invalid-input" } : refused);
  });

  it.each(names)("a console that is locked answers %s as the table says, whoever locked it", async (name) => {
    console.actAs("Anna");
    await console.call("operator.lock", {});
    const refused = { kind: "signed-out", access: "locked" };
    expect(await faultOf(name)).toMatchObject(rights[name] === "anyone" ? { kind: "invalid-input" } : refused);
  });

  it.each(names)(
    "a token for two calls answers %s only as far as its operator may and the token names it",
    async (name) => {
      const onlyCalls = new Set<string>(["task.list", "backup.make"] satisfies CallName[]);
      console.vouchFor({ name: "Anna", role: "auditor", onlyCalls });
      const expected =
        rights[name] === "anyone" || name === "task.list"
          ? { kind: "invalid-input" }
          : { kind: "not-allowed", rule: mayCall("auditor", name) ? "token" : "role" };
      expect(await faultOf(name)).toMatchObject(expected);
    },
  );

  it("says so where somebody can sign in and nobody has", async () => {
    console.actAs("Anna");
    const secret = { kind: "pin", text: "4711" } as const;
    await console.call("operator.add", { name: "Boris", role: "technician", secret });
    console.vouchFor(null);
    expect(await faultOf("task.list")).toMatchObject({ kind: "signed-out", access: "signed-out" });
  });

  it("names an unknown call before it asks who calls", async () => {
    console.vouchFor(null);
    expect(await console.dispatch("no.such", {})).toMatchObject({ fault: { rule: "unknown-call" } });
    expect(await console.dispatch("constructor", {})).toMatchObject({ fault: { rule: "unknown-call" } });
  });
});
