import { afterEach, describe, expect, it } from "vitest";
import { startDcimanagerSimulator, type DcimanagerSimulator } from "../../simulator/dcimanager6/simulator";
import { signIn } from "./panel-client";

let simulator: DcimanagerSimulator;

afterEach(() => simulator.stop());

type Described = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const read = (path: string): Promise<Response> => fetch(`${simulator.url}${path}`);

async function readPaths(path: string): Promise<Described> {
  return ((await (await read(path)).json()) as { readonly paths: Described }).paths;
}

describe("the description of its own interface", () => {
  it("is found and read without signing in, even while the services sleep", async () => {
    simulator = await startDcimanagerSimulator({ asleepCalls: 3 });
    const config = (await (await read("/swagger/swagger-config.json")).json()) as {
      readonly urls: readonly { readonly name: string; readonly url: string }[];
    };
    expect(config.urls).toEqual([
      { name: "DCI back", url: "/swagger/dci.json" },
      { name: "Auth v4", url: "/swagger/auth.json" },
      { name: "IPmanager", url: "/swagger/ip.json" },
    ]);
    for (const { url } of config.urls) expect(Object.keys(await readPaths(url)).length).toBeGreaterThan(0);
    expect((await read("/swagger/report.json")).status).toBe(404);
  });

  it("tells method, path and body fields of what really answers, in both versions of the format", async () => {
    simulator = await startDcimanagerSimulator();
    const dci = await readPaths("/swagger/dci.json");
    expect(dci["/server/{id}/owner"]).toMatchObject({
      post: { requestBody: { content: { "application/json": { schema: { properties: { owner: {} } } } } } },
    });
    expect(Object.keys(dci["/server/{id}"] ?? {}).sort()).toEqual(["get", "post"]);
    expect(dci["/server/{id}/ip/{address}"]).toHaveProperty("delete");
    expect(dci).not.toHaveProperty("/ippool");
    expect(await (await read("/swagger/dci.json")).json()).toMatchObject({ servers: [{ url: "/api/dci/v3" }] });
    expect(await (await read("/swagger/ip.json")).json()).toMatchObject({ swagger: "2.0", basePath: "/api/ip/v3" });
    expect(await readPaths("/swagger/ip.json")).toHaveProperty("/ippool");
    expect(await readPaths("/swagger/auth.json")).toHaveProperty("/public/token");
  });

  it("follows a route that was moved, and so does the panel", async () => {
    simulator = await startDcimanagerSimulator();
    const panel = await signIn(simulator);
    simulator.script.moveRoute("POST", "dci/v3/server/:server/owner", "dci/v3/server/:server/account");
    expect(await readPaths("/swagger/dci.json")).not.toHaveProperty("/server/{id}/owner");
    expect(await readPaths("/swagger/dci.json")).toHaveProperty("/server/{id}/account");
    expect((await panel.post("dci/v3/server/101/owner", { owner: 55 })).status).toBe(404);
    expect((await panel.post("dci/v3/server/101/account", { owner: 55 })).status).toBe(200);
  });

  it("leaves out a route that is gone, and refuses to lose one that never was", async () => {
    simulator = await startDcimanagerSimulator();
    simulator.script.moveRoute("GET", "dci/v3/os_template", null);
    expect(await readPaths("/swagger/dci.json")).not.toHaveProperty("/os_template");
    expect((await (await signIn(simulator)).get("dci/v3/os_template")).status).toBe(404);
    expect(() => {
      simulator.script.moveRoute("GET", "dci/v3/nothing", null);
    }).toThrow("has no route");
  });

  it("is 404 where it is switched off", async () => {
    simulator = await startDcimanagerSimulator({ publishesSwagger: false });
    expect((await read("/swagger/swagger-config.json")).status).toBe(404);
    expect((await read("/swagger/dci.json")).status).toBe(404);
  });
});
