import { afterEach, describe, expect, it } from "vitest";
import { startDsmanagerSimulator, type DsmanagerSimulator } from "../../simulator/dsmanager/simulator";
import { openDsmanager, send } from "./dsmanager-client";
import { createPanelClock } from "./panel-clock";

let simulator: DsmanagerSimulator;

afterEach(() => simulator.stop());

const paths = { dsmanager: "/manager/dsmgr", dcimanager5: "/dcimgr" } as const;
const account = { func: "auth", username: "admin", password: "s3cret" };

describe.each(["dsmanager", "dcimanager5"] as const)("signing in to %s", (dialect) => {
  const path = paths[dialect];
  const errors =
    dialect === "dsmanager"
      ? { password: 'code="6" obj="auth"', session: 'code="6" obj="session"', access: 'code="6" obj="server"' }
      : {
          password: 'type="auth" object="badpassword" lang="en"',
          session: 'type="auth" object="session" lang="en"',
          access: 'type="access" object="server" lang="en"',
        };

  it("gives a session that lives while it is used", async () => {
    const clock = createPanelClock();
    simulator = await startDsmanagerSimulator({ dialect, now: clock.now });
    const call = await openDsmanager(simulator, path);
    for (let round = 0; round < 3; round += 1) {
      clock.pass(3_599_000);
      expect((await call("location")).error).toBeNull();
    }
    clock.pass(3_600_000);
    expect((await call("location")).error).toBe(errors.session);
  });

  it("refuses a wrong password and an unknown session inside an answer of status 200", async () => {
    simulator = await startDsmanagerSimulator({ dialect });
    expect((await send(simulator, path, { ...account, password: "wrong" })).error).toBe(errors.password);
    expect((await send(simulator, path, { func: "server", auth: "made-up" })).error).toBe(errors.session);
    expect((await send(simulator, path, { func: "server" })).error).toBe(errors.session);
  });

  it("takes the account with each call as well", async () => {
    simulator = await startDsmanagerSimulator({ dialect });
    expect((await send(simulator, path, { func: "server", authinfo: "admin:s3cret" })).rows).toHaveLength(7);
    expect((await send(simulator, path, { func: "server", authinfo: "admin:no" })).error).toBe(errors.password);
  });

  it("shows owners of servers nothing", async () => {
    simulator = await startDsmanagerSimulator({ dialect });
    const call = await openDsmanager(simulator, path, { username: "c1@example.org", password: "client-secret" });
    expect((await call("server")).error).toBe(errors.access);
  });

  it("ends every session when the script says so", async () => {
    simulator = await startDsmanagerSimulator({ dialect });
    const call = await openDsmanager(simulator, path);
    simulator.script.expireSessions();
    expect((await call("server")).error).toBe(errors.session);
  });
});

describe("the address of the panel", () => {
  it("is each generation's own, takes GET, and draws a page without out=xml", async () => {
    simulator = await startDsmanagerSimulator();
    const get = (query: string): Promise<Response> => fetch(`${simulator.url}${query}`);
    expect((await get("/dcimgr?out=xml&func=server&authinfo=admin:s3cret")).status).toBe(404);
    const list = await get("/manager/dsmgr?out=xml&func=server&authinfo=admin:s3cret");
    expect(await list.text()).toContain("<name>HP-01</name>");
    expect((await get("/manager/dsmgr?func=server")).headers.get("content-type")).toBe("text/html");
  });

  it("shows in the record how it was asked, but no password", async () => {
    simulator = await startDsmanagerSimulator();
    const call = await openDsmanager(simulator);
    await call("user.edit", { name: "c", passwd: "hidden", confirm: "hidden", sok: "ok" });
    expect(simulator.requests).toMatchObject([
      { method: "POST", path: "/manager/dsmgr", query: "", call: "auth", status: 200 },
      { call: "user.edit?name=c&sok=ok" },
    ]);
    expect(JSON.stringify(simulator.requests)).not.toMatch(/hidden|s3cret/);
  });
});
