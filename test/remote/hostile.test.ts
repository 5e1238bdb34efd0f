import { createServer, type AddressInfo, type Socket } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import type { PanelConnection, PanelGateway } from "../../main/ports/gateway";
import type { RemoteLimits } from "../../main/remote/connector";
import { failureFrom, openPanel, password } from "./open-panel";
import { signInPath, startScriptedPanel, type Reply, type ScriptedPanel } from "./scripted-panel";

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

async function start(answer: (path: string) => Reply | undefined): Promise<ScriptedPanel> {
  const panel = await startScriptedPanel(({ path }) => answer(path));
  cleanUps.push(() => panel.close());
  return panel;
}

/** A host that does with each connection what it likes, once it was asked something. */
async function startRaw(answer: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.once("data", () => {
      answer(socket);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  cleanUps.push(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

type Family = readonly [name: "DCImanager 6" | "DSmanager" | "DCImanager 5", connection: Partial<PanelConnection>];

const dcimanager5: Family = ["DCImanager 5", { type: "dsmanager", dialect: "dcimanager5", username: "root" }];
const families: readonly Family[] = [
  ["DCImanager 6", {}],
  ["DSmanager", { type: "dsmanager", dialect: "dsmanager", username: "root" }],
  dcimanager5,
];

function openAs([, connection]: Family, url: string, limits: Partial<RemoteLimits> = {}): PanelGateway {
  return openPanel(url, { connection, limits });
}

/** Signs in as either family does, and answers the rest alike. */
const signingIn =
  (reply: Reply, isDsmanager: boolean) =>
  ({ path, body }: { path: string; body: string }): Reply | undefined => {
    if (isDsmanager && body.includes("func=auth")) return { text: '<doc><auth id="abcdef">abcdef</auth></doc>' };
    return path === signInPath ? undefined : reply;
  };

describe.each(families)("a hostile %s", (...family: Family) => {
  const isDsmanager = family[0] !== "DCImanager 6";

  async function open(reply: Reply, limits: Partial<RemoteLimits> = {}) {
    const panel = await startScriptedPanel(signingIn(reply, isDsmanager));
    cleanUps.push(() => panel.close());
    return { panel, gateway: openAs(family, panel.url, limits) };
  }

  it.each([301, 302, 303, 307, 308])(
    "that redirects the sign-in with %i to another host gets no password sent there",
    async (status) => {
      const elsewhere = await start(() => ({ json: {} }));
      const location = `${elsewhere.url}/api?leak=${password}`;
      const panel = await start(() => ({ status, headers: { location } }));
      const failure = await failureFrom(openAs(family, panel.url).listRacks());
      expect(elsewhere.seen).toHaveLength(0);
      expect(failure.kind).toBe("not-sent");
      expect(failure.message).toContain(`leads to ${elsewhere.url} and is not followed; check the panel's address`);
      expect(failure.message).not.toContain(password);
    },
  );

  it("that redirects a reading or an order to another host is not followed with the session", async () => {
    const elsewhere = await start(() => ({ json: {} }));
    const { gateway } = await open({ status: 307, headers: { location: `${elsewhere.url}/` } });
    for (const work of [gateway.listRacks(), gateway.setPower(1, "on")])
      expect((await failureFrom(work)).message).toContain("is not followed");
    expect(elsewhere.seen).toHaveLength(0);
  });

  it("that announces 200 MB is refused before it sends them", async () => {
    let sent = 0;
    const { gateway } = await open({
      take: (response) => {
        response.writeHead(200, { "content-length": String(200 * 1_048_576) });
        const more = (): void => {
          sent += 65_536;
          if (!response.destroyed && response.write(Buffer.alloc(65_536, 0x20))) setImmediate(more);
          else response.once("drain", more);
        };
        more();
      },
    });
    const failure = await failureFrom(gateway.listRacks());
    expect(failure).toMatchObject({ kind: "malformed", message: "The answer is larger than 64 MB" });
    expect(sent).toBeLessThan(16 * 1_048_576);
  });

  it("that sends 200 MB unannounced is stopped at the limit, with flat memory", async () => {
    const before = process.memoryUsage().arrayBuffers;
    let sent = 0;
    let most = 0;
    const { gateway } = await open(
      {
        take: (response) => {
          response.writeHead(200, { "content-type": "application/json" });
          const piece = Buffer.alloc(65_536, 0x20);
          const more = (): void => {
            most = Math.max(most, process.memoryUsage().arrayBuffers - before);
            if (response.destroyed || sent >= 200 * 1_048_576) return;
            sent += piece.length;
            if (response.write(piece)) setImmediate(more);
            else response.once("drain", more);
          };
          more();
        },
      },
      { maximumBytes: 4 * 1_048_576 },
    );
    const failure = await failureFrom(gateway.listRacks());
    expect(failure).toMatchObject({ kind: "malformed", message: "The answer is larger than 4 MB" });
    expect(sent).toBeLessThan(24 * 1_048_576);
    expect(most).toBeLessThan(48 * 1_048_576);
  });

  it("whose answer comes byte by byte is given up at the deadline", async () => {
    const take: Reply["take"] = (response) => {
      response.writeHead(200);
      const trickle = setInterval(() => response.write(" "), 20);
      response.once("close", () => {
        clearInterval(trickle);
      });
    };
    const { gateway } = await open({ take }, { deadlineMs: 250 });
    const failure = await failureFrom(gateway.listRacks());
    expect(failure).toMatchObject({ kind: "unknown-outcome", message: "No complete answer within 0.25 s" });
  });

  it("whose head comes byte by byte is given up at the deadline", async () => {
    const url = await startRaw((socket) => {
      socket.write("HTTP/1.1 200 OK\r\nX-Slow: ");
      const trickle = setInterval(() => socket.write("x"), 20);
      socket.once("close", () => {
        clearInterval(trickle);
      });
    });
    const failure = await failureFrom(openAs(family, url, { signInDeadlineMs: 250 }).listRacks());
    expect(failure.message).toContain("No complete answer within 0.25 s");
  });

  it("whose head is a megabyte long is refused", async () => {
    const url = await startRaw((socket) => socket.write(`HTTP/1.1 200 OK\r\nX-Long: ${"x".repeat(1_048_576)}\r\n\r\n`));
    const failure = await failureFrom(openAs(family, url).listRacks());
    expect(failure.message).toContain("The head of the answer is larger than 16 KB");
  });

  it("that speaks something else than HTTP is refused, quoting nothing", async () => {
    const url = await startRaw((socket) => socket.end("220 private words\r\n"));
    const failure = await failureFrom(openAs(family, url).listRacks());
    expect(failure.message).toContain("The answer is not HTTP");
    expect(JSON.stringify([failure.message, failure.cause])).not.toContain("private");
  });

  it("that sends a compressed bomb is refused without unpacking it", async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1_048_576));
    const take: Reply["take"] = (response) => {
      response.writeHead(200, { "content-encoding": "gzip", "content-length": String(bomb.length) });
      response.end(bomb);
    };
    const { panel, gateway } = await open({ take });
    const failure = await failureFrom(gateway.listRacks());
    expect(failure).toMatchObject({
      kind: "malformed",
      message: "The answer is compressed, which nobody asked for",
    });
    expect(panel.seen.map(({ headers }) => headers["accept-encoding"])).toEqual(panel.seen.map(() => "identity"));
  });

  it("whose answer is nested without end is refused", async () => {
    const text = isDsmanager ? `<doc>${"<a>".repeat(100_000)}` : `{"list":${"[".repeat(100_000)}`;
    const { gateway } = await open({ text });
    expect((await failureFrom(gateway.listRacks())).message).toContain("it is nested too deep");
  });

  it("whose words would act on the window is shown by what it wrote", async () => {
    const name = "rack\u202Egpj.exe\u0007\u200B <b>&amp;</b>";
    const xml = name.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replace("\u0007", "");
    const rows = isDsmanager
      ? { text: `<doc><elem><id>7</id><name>${xml}</name><size>42</size></elem></doc>` }
      : { json: { list: [{ id: 7, name, size: 42 }], size: 1 } };
    const [rack] = await (await open(rows)).gateway.listRacks();
    const bell = isDsmanager ? "" : "⟨U+0007⟩";
    expect(rack?.name).toBe(`rack⟨U+202E⟩gpj.exe${bell}⟨U+200B⟩ <b>&amp;</b>`);
  });

  it("whose refusal would act on the window is shown by what it wrote", async () => {
    const words = "no\u202Ewon \u2066later";
    const refusal = {
      "DCImanager 6": { status: 400, json: { error: { msg: words } } },
      DSmanager: { text: `<doc><error code="4">${words}</error></doc>` },
      "DCImanager 5": { text: `<doc><error type="value"><msg>${words}</msg></error></doc>` },
    }[family[0]];
    const failure = await failureFrom((await open(refusal)).gateway.listRacks());
    expect(failure).toMatchObject({ kind: "refused", message: "no⟨U+202E⟩won ⟨U+2066⟩later" });
  });
});

describe("a list without end", () => {
  it("of DCImanager 6 ends when the same page comes again", async () => {
    const list = Array.from({ length: 1_000 }, (_, index) => ({ id: index + 1, name: "l" }));
    let pages = 0;
    const panel = await start((path) => {
      if (path === signInPath) return undefined;
      pages += 1;
      return { json: { list, size: 1_000_000_000 } };
    });
    const failure = await failureFrom(openPanel(panel.url).listLocations());
    expect(failure.kind).toBe("malformed");
    expect(failure.message).toContain("has no end: the same rows came twice");
    expect(pages).toBe(2);
  });

  it("of DCImanager 5 ends when page after page brings nothing new", async () => {
    const rows = Array.from({ length: 500 }, (_, index) => `<elem><id>${String(index + 1)}</id><name>l</name></elem>`);
    const text = `<doc>${rows.join("")}<p_elems>1000000</p_elems></doc>`;
    const panel = await startScriptedPanel(signingIn({ text }, true));
    cleanUps.push(() => panel.close());
    const failure = await failureFrom(openAs(dcimanager5, panel.url).listLocations());
    expect(failure.message).toContain("does not hold still");
    expect(panel.seen.length).toBeLessThan(10);
  });
});
