import { afterEach, describe, expect, it } from "vitest";
import { routeCheckShape } from "../../../main/contract/shapes/module";
import { correctFunctions, functions } from "../../../main/remote/dsmanager/functions";
import { failureFrom } from "../open-panel";
import {
  dialects,
  elem,
  refusal,
  startScriptedDsmanager,
  type Form,
  type ScriptedDsmanager,
} from "./scripted-dsmanager";

let started: ScriptedDsmanager | undefined;
afterEach(async () => {
  await started?.panel.close();
  started = undefined;
});

async function start(
  dialect: (typeof dialects)[number],
  answer: (form: Form) => string | undefined,
  routeOverrides: Readonly<Record<string, string>> = {},
): Promise<ScriptedDsmanager> {
  started = await startScriptedDsmanager(dialect, answer, { connection: { routeOverrides } });
  return started;
}

describe("function corrections", () => {
  it("replace one name of one panel", async () => {
    const { gateway, forms } = await start("dsmanager", ({ func }) => (func === "servertype" ? "" : undefined), {
      "server-types": "servertype",
    });
    expect(await gateway.listServerTypes()).toEqual([]);
    expect(forms().map(({ func }) => func)).toEqual(["servertype"]);
  });

  it("that name no function stop every call before anything is sent", async () => {
    const { gateway, panel } = await start("dsmanager", () => undefined, { "server-typos": "servertype" });
    const works = [() => gateway.listRacks(), () => gateway.setPower(1, "on"), () => gateway.checkRoutes()];
    for (const work of works) {
      const failure = await failureFrom(work());
      expect(failure.kind).toBe("not-sent");
      expect(failure.message).toContain("server-typos");
    }
    expect(panel.seen).toHaveLength(0);
  });

  it.each([
    "",
    " ",
    "server poweron",
    "server&func=auth",
    "../server",
    "server.",
    ".server",
    "POST server",
    "a".repeat(3) + "ÿ",
  ])("of the form %j are refused", (func) => {
    expect(correctFunctions({ servers: func })).toHaveProperty("problem");
  });

  it.each(["server.poweroff", "server.delete", "iplist.delete", "switch.port.off", "server.opercancel"])(
    "never let %s pass for a reading function",
    (func) => {
      expect(correctFunctions({ "server-types": func })).toHaveProperty("problem");
      expect(correctFunctions({ "power-off": func })).toHaveProperty("table");
    },
  );

  it("do not reach inherited names", () => {
    expect(correctFunctions({ constructor: "server" })).toHaveProperty("problem");
  });

  it("leave the table of other panels alone", () => {
    correctFunctions({ servers: "machine" });
    expect(functions.servers.func).toBe("server");
  });
});

/** Answers reading functions under the names that a generation-4 panel may have. */
function answerAsGeneration4({ func = "", elid }: Form): string | undefined {
  const one = elem({ id: "7", name: "one", size: "4", type: "os" });
  const lists: Readonly<Record<string, string>> = {
    server: one,
    servertype: one,
    osimage: one,
    user: one,
    rack: one,
    switch: one,
    powerswitch: one,
  };
  if (elid === undefined) return lists[func];
  const about = [
    "server",
    "server.edit",
    "server.reinstall",
    "server.connection",
    "iplist",
    "switch.port",
    "powerswitch.port",
  ];
  return about.includes(func) ? "" : undefined;
}

describe.each(dialects)("the probe of %s", (dialect) => {
  it("reports what answered, suggests the name that does, and calls nothing that changes", async () => {
    const { gateway, forms } = await start(dialect, answerAsGeneration4);
    const { source, routes } = await gateway.checkRoutes();
    expect(source).not.toBe("");
    expect(routeCheckShape.array().parse(routes)).toHaveLength(Object.keys(functions).length);
    const found = Object.fromEntries(routes.map(({ name, state, suggestion }) => [name, [state, suggestion]]));
    expect(found).toMatchObject({
      servers: ["found", ""],
      "server-edit": ["found", ""],
      operations: ["missing", "server.reinstall"],
      "install-progress": ["found", ""],
      connections: ["found", ""],
      addresses: ["found", ""],
      "server-types": ["missing", "servertype"],
      "os-images": ["missing", "osimage"],
      users: ["found", ""],
      racks: ["found", ""],
      locations: ["missing", ""],
      switches: ["found", ""],
      "switch-ports": ["found", ""],
      pdus: ["missing", "powerswitch"],
      "pdu-ports": ["missing", "powerswitch.port"],
      "power-off": ["not-checked", ""],
      "address-delete": ["not-checked", ""],
      "user-edit": ["not-checked", ""],
    });
    const changing = Object.values(functions).flatMap(({ func, readsAbout }) =>
      readsAbout === undefined ? [func] : [],
    );
    expect(forms().filter(({ func = "", sok }) => sok !== undefined || changing.includes(func as never))).toEqual([]);
  });

  it("marks what is corrected, and offers the usual name when the correction is wrong", async () => {
    const { gateway } = await start(dialect, answerAsGeneration4, { pdus: "powerswitch", users: "useers" });
    const { routes } = await gateway.checkRoutes();
    expect(routes.find(({ name }) => name === "pdus")).toMatchObject({
      wire: "powerswitch",
      isOverridden: true,
      state: "found",
    });
    expect(routes.find(({ name }) => name === "pdu-ports")).toMatchObject({
      state: "missing",
      suggestion: "powerswitch.port",
    });
    expect(routes.find(({ name }) => name === "users")).toMatchObject({
      isOverridden: true,
      state: "missing",
      suggestion: "user",
    });
    expect(routes.find(({ name }) => name === "racks")).toMatchObject({ isOverridden: false });
  });

  it("tells an answer of another form and a refusal from a function that is not there", async () => {
    const { gateway } = await start(dialect, (form) => {
      if (form["func"] === "rack") return elem({ id: "seven" });
      if (form["func"] === "user")
        return refusal(dialect, { code: 6, type: "access", subject: "user", words: "Not yours" });
      return answerAsGeneration4(form);
    });
    const { routes } = await gateway.checkRoutes();
    expect(routes.find(({ name }) => name === "racks")).toMatchObject({
      state: "differs",
      remark: expect.stringContaining("rows.0.id") as string,
    });
    expect(routes.find(({ name }) => name === "users")).toMatchObject({ state: "differs", remark: "Not yours" });
  });

  it("takes a server that went away meanwhile for the answer of a function that is there", async () => {
    const { gateway } = await start(dialect, (form) =>
      form["func"] === "iplist"
        ? refusal(dialect, { code: 3, type: "missed", subject: "server" })
        : answerAsGeneration4(form),
    );
    const { routes } = await gateway.checkRoutes();
    expect(routes.find(({ name }) => name === "addresses")).toMatchObject({ state: "found", remark: "" });
  });

  it("asks nothing about a server where the panel has none", async () => {
    const { gateway } = await start(dialect, (form) => (form["func"] === "server" ? "" : answerAsGeneration4(form)));
    const { routes } = await gateway.checkRoutes();
    expect(routes.find(({ name }) => name === "addresses")).toMatchObject({
      state: "not-checked",
      remark: "The panel shows no server to ask about",
    });
  });

  it("passes on that the panel is out of reach", async () => {
    const { gateway, panel } = await start(dialect, answerAsGeneration4);
    await panel.close();
    expect((await failureFrom(gateway.checkRoutes())).kind).toBe("not-sent");
  });
});
