import { afterEach, describe, expect, it } from "vitest";
import { correctRoutes, fillPath, routes } from "../../main/remote/dcimanager6/routes";
import { failureFrom, openPanel } from "./open-panel";
import { startScriptedPanel, type ScriptedPanel } from "./scripted-panel";

let panel: ScriptedPanel | undefined;
afterEach(async () => {
  await panel?.close();
  panel = undefined;
});

describe("route corrections", () => {
  it("replace one guessed route of one panel", async () => {
    panel = await startScriptedPanel(({ path }) => (path.includes("/account") ? { json: {} } : undefined));
    const routeOverrides = { "server.owner.set": "POST dci/v3/server/{server}/account" };
    await openPanel(panel.url, { connection: { routeOverrides } }).setOwner(101, 55);
    expect(panel.seen.at(-1)).toMatchObject({ path: "/api/dci/v3/server/101/account", body: '{"owner":55}' });
  });

  it("may use every id that the call has at hand", async () => {
    panel = await startScriptedPanel(({ path }) => (path.includes("/cancel") ? { json: {} } : undefined));
    const routeOverrides = { "operation.cancel": "POST dci/v3/server/{server}/operation/cancel" };
    await openPanel(panel.url, { connection: { routeOverrides } }).cancelOperation(101, 880);
    expect(panel.seen.at(-1)?.path).toBe("/api/dci/v3/server/101/operation/cancel");
  });

  it("that name no route stop every call before anything is sent", async () => {
    panel = await startScriptedPanel(() => undefined);
    const routeOverrides = { "server.ownr.set": "POST dci/v3/server/{server}/account" };
    const failure = await failureFrom(openPanel(panel.url, { connection: { routeOverrides } }).listRacks());
    expect(failure.kind).toBe("not-sent");
    expect(failure.message).toContain("server.ownr.set");
    expect(panel.seen).toHaveLength(0);
  });

  it.each([
    "PATCH dci/v3/server/{server}/owner",
    "POST https://elsewhere.example/owner",
    "POST ../../secret",
    "POST dci/v3/server/{rack}/owner",
    "POST dci/v3/server?x=1",
    "dci/v3/server",
    "",
  ])("of the form %j are refused", (endpoint) => {
    expect(correctRoutes({ "server.owner.set": endpoint })).toHaveProperty("problem");
  });

  it("do not reach inherited names", () => {
    expect(correctRoutes({ constructor: "GET dci/v3/server" })).toHaveProperty("problem");
  });
});

describe("the route table", () => {
  it("says for every route how sure it is and where it is from", () => {
    for (const route of Object.values(routes)) {
      expect(route.source).not.toBe("");
      expect(route.path.startsWith("/")).toBe(false);
    }
  });

  it("fills ids into paths", () => {
    expect(fillPath("dci/v3/server/{server}/ip/{address}", { server: 4, address: 9 })).toBe("dci/v3/server/4/ip/9");
  });
});
