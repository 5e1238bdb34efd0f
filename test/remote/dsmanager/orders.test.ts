import { afterEach, describe, expect, it } from "vitest";
import { failureFrom } from "../open-panel";
import { orders } from "./order-cases";
import { dialects, elem, startScriptedDsmanager, type Form, type ScriptedDsmanager } from "./scripted-dsmanager";

let started: ScriptedDsmanager | undefined;
afterEach(async () => {
  await started?.panel.close();
  started = undefined;
});

async function start(
  dialect: (typeof dialects)[number],
  answer: (form: Form) => string | undefined,
): Promise<ScriptedDsmanager> {
  started = await startScriptedDsmanager(dialect, answer);
  return started;
}

/** The panel's side of every order here: it confirms, and shows one server's form and addresses. */
function confirm({ func, sok }: Form): string | undefined {
  if (func === "auth") return undefined;
  if (func === "server.edit" && sok === undefined) {
    return "<id>7</id><name>S7</name><mac>0c:c4:7a:00:11:22</mac><notes>by the door</notes><type>3</type><owner>41</owner><disabled>off</disabled>";
  }
  if (func === "iplist") {
    return [
      elem({ id: "70", ip: "198.51.100.0/24", type: "group" }),
      elem({ id: "77", ip: "198.51.100.40", domain: "old.example.org", family: "ipv4" }),
      elem({ id: "78", ip: "198.51.100.4", family: "ipv4" }),
    ].join("");
  }
  return "<ok/><id>140</id>";
}

const newServer = {
  name: "colo-b03",
  locationId: 3,
  rackId: 8,
  units: [22, 21],
  mac: "0c:c4:7a:00:11:22",
  serial: "SN-1",
  notes: "клиентский сервер",
};
describe.each(dialects)("the client of %s", (dialect) => {
  it.each(orders)("$name", async ({ act, func, parameters, result }) => {
    const { gateway, forms } = await start(dialect, confirm);
    expect(await act(gateway)).toEqual(result);
    const { auth: _, out: __, ...sent } = forms().at(-1) ?? {};
    expect(sent).toEqual({ func, ...parameters });
    expect(
      forms().filter(({ sok, func: called = "" }) => sok === "ok" || !["server.edit", "iplist"].includes(called)),
    ).toHaveLength(1);
  });

  it.each(orders)("takes nothing for done that the panel did not confirm ($name)", async ({ act }) => {
    const { gateway } = await start(dialect, (form) =>
      confirm(form)?.startsWith("<ok/>") === true ? "<value/>" : confirm(form),
    );
    expect((await failureFrom(act(gateway))).kind).toBe("malformed");
  });

  it("registers a server with every field, as a colocation server where the panel has such a type", async () => {
    const types = elem({ id: "3", name: "HPCorei5" }) + elem({ id: "4", name: "Colocation" });
    const { gateway, forms } = await start(dialect, (form) =>
      form["func"] === "chassistempl" ? types : confirm(form),
    );
    expect(await gateway.createServer(newServer)).toEqual({ serverId: 140, operationId: null });
    expect(forms().at(-1)).toMatchObject({
      func: "server.edit",
      sok: "ok",
      name: "colo-b03",
      mac: "0c:c4:7a:00:11:22",
      notes: "клиентский сервер",
      type: "4",
      owner: "no_owner",
      rack: "8",
      unit: "21",
      height: "2",
      location: "3",
      serial: "SN-1",
    });
    expect(forms().at(-1)).not.toHaveProperty("elid");
  });

  it("never registers a server under a type that is sold", async () => {
    const types = elem({ id: "3", name: "HPCorei5" });
    const { gateway, forms } = await start(dialect, (form) =>
      form["func"] === "chassistempl" ? types : confirm(form),
    );
    await gateway.createServer(newServer);
    expect(forms().at(-1)).toMatchObject({ type: "" });
  });

  it("refuses a server on scattered units before anything is sent", async () => {
    const { gateway, panel } = await start(dialect, confirm);
    expect((await failureFrom(gateway.createServer({ ...newServer, units: [3, 5] }))).kind).toBe("refused");
    expect(panel.seen).toHaveLength(0);
  });

  it("registers a user with a long password that differs each time", async () => {
    const { gateway, forms } = await start(dialect, confirm);
    expect(await gateway.addUser({ email: "c1@example.org", fullName: "Клиент Один" })).toEqual({ userId: 140 });
    await gateway.addUser({ email: "c2@example.org", fullName: "" });
    const [first, second] = forms();
    expect(first).toMatchObject({
      func: "user.edit",
      sok: "ok",
      name: "c1@example.org",
      realname: "Клиент Один",
      level: "lvUser",
    });
    expect(first?.["passwd"]).toMatch(/^[\w-]{32}$/);
    expect(first?.["confirm"]).toBe(first?.["passwd"]);
    expect(second?.["passwd"]).not.toBe(first?.["passwd"]);
  });

  it("cannot name a server that has no address", async () => {
    const { gateway } = await start(dialect, (form) => (form["func"] === "iplist" ? "" : confirm(form)));
    const failure = await failureFrom(gateway.setHostname(7, "a.example"));
    expect(failure).toMatchObject({ kind: "refused", isMissing: false });
    expect(failure.message).toContain("no address");
  });

  it("frees a server whose form shows no owner as such", async () => {
    const form = "<name>S7</name><mac/><notes/><type>3</type><owner/>";
    const { gateway, forms } = await start(dialect, ({ func, sok }) =>
      func === "server.edit" && sok === undefined ? form : confirm({ func: func ?? "", sok: sok ?? "" }),
    );
    await gateway.editServer(7, { name: "S8" });
    expect(forms().at(-1)).toMatchObject({ name: "S8", owner: "no_owner", notes: "", mac: "" });
  });
});
