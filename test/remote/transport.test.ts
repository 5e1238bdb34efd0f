import { createServer, type AddressInfo, type Server } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { failureFrom, openPanel } from "./open-panel";
import { startScriptedPanel, type Reply, type ScriptedPanel } from "./scripted-panel";

const cleanUps: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

async function start(answer: (path: string) => Reply | undefined): Promise<ScriptedPanel> {
  const panel = await startScriptedPanel((request) => answer(request.path));
  cleanUps.push(() => panel.close());
  return panel;
}

async function startRaw(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  cleanUps.push(() => new Promise((resolve) => server.close(() => resolve())));
  return (server.address() as AddressInfo).port;
}

const onPower = (reply: Reply) => (path: string) => (path.includes("power_on") ? reply : undefined);

describe("an exchange that does not complete", () => {
  it("is not-sent when nothing listens", async () => {
    const panel = await startScriptedPanel(() => undefined);
    await panel.close();
    const failure = await failureFrom(openPanel(panel.url).setPower(1, "on"));
    expect(failure).toMatchObject({ kind: "not-sent", system: "panel-under-test" });
    expect(failure.message).toContain("ECONNREFUSED");
  });

  it("is not-sent when the host name is unknown", async () => {
    const failure = await failureFrom(openPanel("https://panel.invalid").setPower(1, "on"));
    expect(failure.kind).toBe("not-sent");
  });

  it("is not-sent when the TLS handshake is never answered", async () => {
    const port = await startRaw(
      createServer((socket) => cleanUps.unshift(() => Promise.resolve(void socket.destroy()))),
    );
    const limits = { connectTimeoutMs: 100 };
    const failure = await failureFrom(openPanel(`https://127.0.0.1:${String(port)}`, { limits }).setPower(1, "on"));
    expect(failure.kind).toBe("not-sent");
  });

  it("is not-sent when the host hangs up during the TLS handshake", async () => {
    const port = await startRaw(createServer((socket) => socket.destroy()));
    const failure = await failureFrom(openPanel(`https://127.0.0.1:${String(port)}`).setPower(1, "on"));
    expect(failure.kind).toBe("not-sent");
  });

  it("is not-sent when the address is no address", async () => {
    expect((await failureFrom(openPanel("dci example").setPower(1, "on"))).kind).toBe("not-sent");
    expect((await failureFrom(openPanel("ftp://dci.example.net").setPower(1, "on"))).kind).toBe("not-sent");
  });

  it("has an unknown outcome when the deadline passes after the body went out", async () => {
    const panel = await start(onPower({ take: () => undefined }));
    const failure = await failureFrom(openPanel(panel.url, { limits: { deadlineMs: 100 } }).setPower(1, "on"));
    expect(failure.kind).toBe("unknown-outcome");
    expect(panel.seen.filter((request) => request.path.includes("power_on"))).toHaveLength(1);
  });

  it("has an unknown outcome when an answer stops in the middle", async () => {
    const take: Reply["take"] = (response) => {
      response.writeHead(200, { "content-length": "500" });
      response.write('{"id":');
      setImmediate(() => response.destroy());
    };
    const panel = await start(onPower({ take }));
    expect((await failureFrom(openPanel(panel.url).setPower(1, "on"))).kind).toBe("unknown-outcome");
  });

  it("has an unknown outcome, and no second try, when the panel hangs up after reading", async () => {
    const panel = await start(onPower({ take: (response) => response.destroy() }));
    expect((await failureFrom(openPanel(panel.url).setPower(1, "on"))).kind).toBe("unknown-outcome");
    expect(panel.seen.filter((request) => request.path.includes("power_on"))).toHaveLength(1);
  });

  it("holds the deadline against an answer that trickles", async () => {
    const take: Reply["take"] = (response) => {
      response.writeHead(200);
      const trickle = setInterval(() => response.write(" "), 20);
      response.once("close", () => {
        clearInterval(trickle);
      });
    };
    const panel = await start(onPower({ take }));
    const failure = await failureFrom(openPanel(panel.url, { limits: { deadlineMs: 200 } }).setPower(1, "on"));
    expect(failure.kind).toBe("unknown-outcome");
  });
});

describe("connections", () => {
  it("are shared by reads, and fresh for every order", async () => {
    const clientPorts = { GET: new Set<number | undefined>(), POST: new Set<number | undefined>() };
    const panel = await startScriptedPanel(({ method, path, clientPort }) => {
      if (path.includes("token")) return undefined;
      clientPorts[method === "GET" ? "GET" : "POST"].add(clientPort);
      return { json: { id: 1, status: "ok" } };
    });
    cleanUps.push(() => panel.close());
    const gateway = openPanel(panel.url);
    for (let time = 0; time < 6; time += 1) {
      await gateway.getOperation(1);
      await gateway.setPower(1, "on");
    }
    expect(clientPorts.GET.size).toBeLessThan(6);
    expect(clientPorts.POST.size).toBe(6);
  });
});

describe("an answer", () => {
  it("is malformed above the byte limit", async () => {
    const panel = await start(onPower({ text: `{"id":1,"x":"${"y".repeat(5000)}"}` }));
    const failure = await failureFrom(openPanel(panel.url, { limits: { maximumBytes: 2000 } }).setPower(1, "on"));
    expect(failure.kind).toBe("malformed");
  });

  it("that redirects is not followed", async () => {
    const elsewhere = await start(() => ({ json: {} }));
    const panel = await start(onPower({ status: 307, headers: { location: `${elsewhere.url}/` } }));
    expect((await failureFrom(openPanel(panel.url).setPower(1, "on"))).kind).toBe("malformed");
    expect(elsewhere.seen).toHaveLength(0);
  });

  it("sets no cookie of its own", async () => {
    const cookie = { "set-cookie": "ses6=EVIL; path=/" };
    const panel = await start(onPower({ json: { id: 1 }, headers: cookie }));
    const gateway = openPanel(panel.url);
    await gateway.setPower(1, "on");
    await gateway.setPower(1, "on");
    expect(panel.seen.at(-1)?.headers.cookie).not.toContain("EVIL");
  });
});
