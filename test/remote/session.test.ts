import { afterEach, describe, expect, it } from "vitest";
import { failureFrom, openPanel } from "./open-panel";
import {
  signInPath,
  startScriptedPanel,
  token,
  type Reply,
  type ScriptedPanel,
  type SeenRequest,
} from "./scripted-panel";

let panel: ScriptedPanel | undefined;
afterEach(async () => {
  await panel?.close();
  panel = undefined;
});

async function start(answer: (request: SeenRequest) => Reply | undefined): Promise<ScriptedPanel> {
  panel = await startScriptedPanel(answer);
  return panel;
}

const countSignIns = ({ seen }: ScriptedPanel): number =>
  seen.filter(({ path }) => path.endsWith("public/token")).length;
const emptyList: Reply = { json: { list: [], size: 0 } };

describe("a session", () => {
  it("signs in with the first call and sends token, cookie and instance mark", async () => {
    const { url, seen } = await start(({ path }) => (path.includes("rack") ? emptyList : undefined));
    await openPanel(url).listRacks();
    expect(seen.map(({ method, path }) => `${method} ${path.split("?")[0] ?? ""}`)).toEqual([
      `POST ${signInPath}`,
      "GET /api/dci/v3/rack",
    ]);
    expect(JSON.parse(seen[0]?.body ?? "")).toEqual({ email: "dc@example.net", password: "pl4nted-s3cret" });
    expect(seen[1]?.headers).toMatchObject({
      "x-xsrf-token": token,
      cookie: `ses6=${token}`,
      "isp-box-instance": "true",
    });
  });

  it("shares one sign-in among parallel calls", async () => {
    const started = await start(({ path }) => (path.includes("/dci/") ? emptyList : undefined));
    const gateway = openPanel(started.url);
    await Promise.all([gateway.listRacks(), gateway.listLocations(), gateway.listSwitches(), gateway.listPdus()]);
    expect(countSignIns(started)).toBe(1);
  });

  it("signs in once more when the session has expired, and repeats the call", async () => {
    let live = "TOKEN-ONE";
    const started = await start((request) => {
      if (request.path === signInPath) return { status: 201, json: { token: live } };
      return request.headers["x-xsrf-token"] === live ? { json: { id: 1, task: 5 } } : { status: 401 };
    });
    const gateway = openPanel(started.url);
    await gateway.setPower(1, "on");
    live = "TOKEN-TWO";
    const answers = await Promise.all([
      gateway.setPower(2, "on"),
      gateway.setPower(3, "on"),
      gateway.setPower(4, "on"),
    ]);
    expect(answers).toEqual([{ operationId: 5 }, { operationId: 5 }, { operationId: 5 }]);
    expect(countSignIns(started)).toBe(2);
  });

  it("gives up when a fresh session is refused too, and starts anew at the next call", async () => {
    const started = await start(({ path }) => (path.includes("rack") ? { status: 401 } : undefined));
    const gateway = openPanel(started.url);
    expect((await failureFrom(gateway.listRacks())).kind).toBe("unauthenticated");
    expect(started.seen.filter(({ path }) => path.includes("rack"))).toHaveLength(2);
  });

  it("reports a refused sign-in with the panel's reason", async () => {
    const { url } = await start(({ path }) =>
      path === signInPath
        ? { status: 401, json: { error: { code: 3004, msg: "Wrong email or password", value: {} } } }
        : undefined,
    );
    const failure = await failureFrom(openPanel(url).listRacks());
    expect(failure.kind).toBe("unauthenticated");
    expect(failure.message).toContain("Wrong email or password");
  });

  it("says that nothing was sent when the sign-in before an order breaks off", async () => {
    const { url } = await start(({ path }) =>
      path === signInPath ? { take: (response) => response.destroy() } : undefined,
    );
    expect((await failureFrom(openPanel(url).setPower(1, "on"))).kind).toBe("not-sent");
  });

  it("refuses a token that does not fit into a header", async () => {
    const { url } = await start(({ path }) =>
      path === signInPath ? { json: { token: "ABCDEFGH\r\nx-evil: 1" } } : undefined,
    );
    const failure = await failureFrom(openPanel(url).listRacks());
    expect(failure.kind).toBe("not-sent");
    expect(failure.message).toContain('"token"');
  });

  it("never takes a missing sign-in for a missing address or server", async () => {
    const missing = { status: 404, json: { error: { code: 1, msg: "Not found", value: {} } } };
    const { url } = await start(() => missing);
    expect(await failureFrom(openPanel(url).releaseAddress(1, 2))).toMatchObject({
      kind: "not-sent",
      isMissing: false,
    });
  });
});

describe("the base address", () => {
  it.each(["", "/", "/api", "/api/"])("may end in %j", async (ending) => {
    const { url, seen } = await start(({ path }) => (path.includes("rack") ? emptyList : undefined));
    await openPanel(url + ending).listRacks();
    expect(seen.at(-1)?.path).toContain("/api/dci/v3/rack");
    expect(seen.at(-1)?.path).not.toContain("/api/api");
  });

  it("falls back to the bare form when /api does not know the sign-in, and remembers it", async () => {
    const { url, seen } = await start(({ path }) => {
      if (path === "/auth/v4/public/token") return { status: 200, json: { token } };
      if (path.startsWith("/dci/v3/rack")) return emptyList;
      return { status: 404, text: "nothing here" };
    });
    const gateway = openPanel(url);
    await gateway.listRacks();
    await gateway.listRacks();
    expect(seen.map(({ path }) => path.split("?")[0])).toEqual([
      signInPath,
      "/auth/v4/public/token",
      "/dci/v3/rack",
      "/dci/v3/rack",
    ]);
  });
});

describe("a sleeping service", () => {
  it("is called again until it is awake", async () => {
    let asleep = 3;
    const started = await start(({ path }) => {
      if (!path.includes("power_on")) return undefined;
      asleep -= 1;
      return asleep >= 0 ? { status: 503, text: "Service Unavailable" } : { json: { id: 1, task: 7712 } };
    });
    expect(await openPanel(started.url).setPower(1, "on")).toEqual({ operationId: 7712 });
  });

  it("is reported as asleep after ten tries", async () => {
    const started = await start(({ path }) => (path.includes("rack") ? { status: 503 } : undefined));
    expect((await failureFrom(openPanel(started.url).listRacks())).kind).toBe("asleep");
    expect(started.seen.filter(({ path }) => path.includes("rack"))).toHaveLength(10);
  });

  it("may be the sign-in itself", async () => {
    const started = await start(({ path }) => (path === signInPath ? { status: 503 } : undefined));
    expect((await failureFrom(openPanel(started.url).listRacks())).kind).toBe("asleep");
  });
});

describe("parallel calls", () => {
  it("are limited for each panel", async () => {
    let running = 0;
    let most = 0;
    const started = await start(({ path }) => {
      if (!path.includes("power_on")) return undefined;
      running += 1;
      most = Math.max(most, running);
      return {
        take: (response) => {
          setTimeout(() => {
            running -= 1;
            response.end('{"id":1}');
          }, 10);
        },
      };
    });
    const gateway = openPanel(started.url, { limits: { parallelCalls: 3 } });
    await Promise.all(Array.from({ length: 12 }, (_, index) => gateway.setPower(index, "on")));
    expect(most).toBe(3);
  });
});
