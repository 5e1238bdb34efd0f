import { afterEach, describe, expect, it } from "vitest";
import { startDcimanagerSimulator, type DcimanagerSimulator } from "../../simulator/dcimanager6/simulator";
import { createPanelClock } from "./panel-clock";
import { signIn } from "./panel-client";

let simulator: DcimanagerSimulator;

afterEach(() => simulator.stop());

const login = (path = "/api/auth/v4/public/token", password = "s3cret"): Promise<Response> =>
  fetch(`${simulator.url}${path}`, { method: "POST", body: JSON.stringify({ email: "dc@example.net", password }) });

describe("signing in to the simulated panel", () => {
  it("gives a token of 24 upper-case hex characters with 201, on both prefixes", async () => {
    simulator = await startDcimanagerSimulator();
    for (const path of ["/api/auth/v4/public/token", "/auth/v4/public/token"]) {
      const response = await login(path);
      expect(response.status).toBe(201);
      const body = (await response.json()) as { readonly token: string };
      expect(body).toEqual({ id: "41", token: body.token, confirmed: true });
      expect(body.token).toMatch(/^[0-9A-F]{24}$/);
    }
  });

  it("answers 401 to a wrong password, a missing header and a token whose life is over", async () => {
    const clock = createPanelClock();
    simulator = await startDcimanagerSimulator({ now: clock.now, timings: { tokenLifeMs: 1000 } });
    expect((await login(undefined, "wrong")).status).toBe(401);
    const { token } = (await (await login()).json()) as { readonly token: string };
    const ask = async (headers: Record<string, string>): Promise<number> =>
      (await fetch(`${simulator.url}/dci/v3/rack`, { headers })).status;
    const box = { "isp-box-instance": "true" };
    expect(await ask({ "x-xsrf-token": token })).toBe(401);
    expect(await ask(box)).toBe(401);
    expect(await ask({ ...box, "x-xsrf-token": token })).toBe(200);
    expect(await ask({ ...box, cookie: `lang=en; ses6=${token}` })).toBe(200);
    clock.pass(1000);
    expect(await ask({ ...box, "x-xsrf-token": token })).toBe(401);
  });

  it("says who is signed in, and lets a mere user see nothing of the data centre", async () => {
    simulator = await startDcimanagerSimulator();
    const admin = await signIn(simulator);
    expect((await admin.get("auth/v4/self/session")).body).toEqual({
      user: { id: 41, email: "dc@example.net", roles: ["@admin"] },
    });
    const user = await signIn(simulator, "c1@example.org", "client-secret");
    expect((await user.get("dci/v3/server")).status).toBe(403);
  });

  it("forgets every token when told", async () => {
    simulator = await startDcimanagerSimulator();
    const panel = await signIn(simulator);
    simulator.script.expireTokens();
    expect((await panel.get("dci/v3/rack")).status).toBe(401);
  });

  it("wakes each service only after so many calls", async () => {
    simulator = await startDcimanagerSimulator({ asleepCalls: 2 });
    expect([(await login()).status, (await login()).status, (await login()).status]).toEqual([503, 503, 201]);
    const ask = async (): Promise<number> => (await fetch(`${simulator.url}/dci/v3/rack`)).status;
    expect([await ask(), await ask(), await ask()]).toEqual([503, 503, 401]);
    simulator.script.sleepService("dci", 1);
    expect([await ask(), await ask()]).toEqual([503, 401]);
  });
});
