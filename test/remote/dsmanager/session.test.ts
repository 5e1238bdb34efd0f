import { afterEach, describe, expect, it } from "vitest";
import type { Dialect } from "../../../main/contract/shapes/module";
import { createKeptLog, failureFrom, password } from "../open-panel";
import { dialects, refusal, sessionId, startScriptedDsmanager, type ScriptedDsmanager } from "./scripted-dsmanager";

let started: ScriptedDsmanager | undefined;
afterEach(async () => {
  await started?.panel.close();
  started = undefined;
});

async function start(...parameters: Parameters<typeof startScriptedDsmanager>): Promise<ScriptedDsmanager> {
  started = await startScriptedDsmanager(...parameters);
  return started;
}

const gone = (dialect: Dialect) => refusal(dialect, { code: 6, type: "auth", subject: "session" });
const wrongPassword = (dialect: Dialect) =>
  refusal(dialect, {
    code: 6,
    type: "auth",
    subject: dialect === "dsmanager" ? "auth" : "badpassword",
    words: "Wrong password",
  });

describe.each(dialects)("a session with %s", (dialect) => {
  it("signs in with the first call and sends everything by POST, with no secret in an address", async () => {
    const { gateway, panel } = await start(dialect, ({ func }) => (func === "switch" ? "" : undefined));
    await gateway.listSwitches();
    expect(panel.seen.map(({ method, path }) => `${method} ${path}`)).toEqual(
      Array(2).fill(`POST ${dialect === "dsmanager" ? "/manager/dsmgr" : "/dcimgr"}`),
    );
    expect(panel.seen[0]?.headers["content-type"]).toBe("application/x-www-form-urlencoded");
    const [signIn, call] = panel.seen.map(({ body }) => Object.fromEntries(new URLSearchParams(body)));
    expect(signIn).toEqual({ func: "auth", username: "root", password, out: "xml" });
    expect(call).toMatchObject({ func: "switch", auth: sessionId, out: "xml" });
  });

  it("takes a path as it stands in the address", async () => {
    const { gateway, panel } = await start(dialect, ({ func }) => (func === "switch" ? "" : undefined), {
      path: "/other/dcimgr",
    });
    await gateway.listSwitches();
    expect(panel.seen.map(({ path }) => path)).toEqual(["/other/dcimgr", "/other/dcimgr"]);
  });

  it("is shared by parallel calls", async () => {
    const { gateway, signIns } = await start(dialect, ({ func }) => (func === "auth" ? undefined : ""));
    await Promise.all([gateway.listSwitches(), gateway.listPdus(), gateway.listLocations(), gateway.listUsers()]);
    expect(signIns()).toBe(1);
  });

  it("is opened once more for parallel orders that find it gone, and each order is carried out once", async () => {
    let live = "SESSION-ONE";
    const done: string[] = [];
    const { gateway, signIns } = await start(dialect, ({ func, auth, elid = "" }) => {
      if (func === "auth") return `<auth id="${live}">${live}</auth>`;
      if (auth !== live) return gone(dialect);
      done.push(elid);
      return "<ok/>";
    });
    await gateway.setPower(1, "on");
    live = "SESSION-TWO";
    await Promise.all([gateway.setPower(2, "on"), gateway.setPower(3, "on"), gateway.setPower(4, "on")]);
    expect(done.sort()).toEqual(["1", "2", "3", "4"]);
    expect(signIns()).toBe(2);
  });

  it("is given up when a fresh one is refused too, and opened anew by the next call", async () => {
    const { gateway, forms, signIns } = await start(dialect, ({ func }) =>
      func === "switch" ? gone(dialect) : undefined,
    );
    expect((await failureFrom(gateway.listSwitches())).kind).toBe("unauthenticated");
    expect(forms()).toHaveLength(2);
    await failureFrom(gateway.listSwitches());
    expect(signIns()).toBe(4);
  });

  it("is refused with the panel's reason for a wrong password", async () => {
    const { gateway, forms } = await start(dialect, ({ func }) =>
      func === "auth" ? wrongPassword(dialect) : undefined,
    );
    expect(await failureFrom(gateway.setPower(1, "on"))).toMatchObject({
      kind: "unauthenticated",
      message: "Wrong password",
    });
    expect(forms()).toHaveLength(0);
  });

  it("that the panel does not open is told as such", async () => {
    const { gateway } = await start(dialect, ({ func }) =>
      func === "auth" ? "<ok>func=totp.confirm</ok>" : undefined,
    );
    const failure = await failureFrom(gateway.listSwitches());
    expect(failure).toMatchObject({ kind: "unauthenticated" });
    expect(failure.message).toContain("second factor");
  });

  it.each([
    ["breaks off", { take: (response: { destroy(): void }) => void response.destroy() }],
    ["is no XML", { text: "<html><br></html>" }],
    ["is at another path", { status: 404, text: "nginx" }],
    ["fails", { status: 500, text: "" }],
  ])("means that nothing was sent when the sign-in %s", async (_, reply) => {
    const { gateway } = await start(dialect, ({ func }) => (func === "auth" ? reply : undefined));
    expect((await failureFrom(gateway.setPower(1, "on"))).kind).toBe("not-sent");
  });

  it("gives every order a connection of its own, and lets readings share", async () => {
    const { gateway, panel } = await start(dialect, ({ func }) => (func === "auth" ? undefined : "<ok/>"));
    for (let reading = 0; reading < 6; reading += 1) await gateway.listSwitches();
    for (let order = 0; order < 6; order += 1) await gateway.setPower(1, "on");
    const ports = panel.seen.slice(1).map(({ clientPort }) => clientPort);
    expect(new Set(ports.slice(0, 6)).size).toBeLessThan(6);
    expect(new Set(ports.slice(6)).size).toBe(6);
  });

  it("keeps passwords and the session out of logs and failures, even when the panel repeats them", async () => {
    const log = createKeptLog();
    const { gateway, panel } = await start(
      dialect,
      ({ func, auth = "", passwd = "" }) =>
        func === "auth"
          ? undefined
          : refusal(dialect, { code: 8, type: "value", subject: "passwd", words: `Bad ${passwd} ${auth} ${password}` }),
      { log },
    );
    const install = gateway.installOs(1, { image: "Debian 13", hostname: "a.example", password: "n3w-r00t-s3cret" });
    const failures = [
      await failureFrom(install),
      await failureFrom(gateway.addUser({ email: "c@example.org", fullName: "C" })),
    ];
    const made = panel.seen.flatMap(({ body }) => new URLSearchParams(body).get("passwd") ?? []);
    expect(made).toHaveLength(2);
    const told = [
      ...log.lines,
      ...failures.map(({ message, stack, cause }) => [message, stack, String(cause)].join()),
    ].join("\n");
    for (const secret of [password, sessionId, ...made]) expect(told).not.toContain(secret);
    expect(failures[0]?.message).toBe("Bad … … …");
  });

  it("keeps the password of a BMC out of what the panel said about it", async () => {
    const { gateway } = await start(dialect, ({ func, password: told = "" }) =>
      func === "auth"
        ? undefined
        : refusal(dialect, { code: 8, type: "value", subject: "password", words: `Bad ${told}` }),
    );
    const bmc = {
      to: "ipmi",
      address: "10.0.0.7",
      mac: "",
      username: "ADMIN",
      password: "bmc-s3cret",
      handler: "",
    } as const;
    expect((await failureFrom(gateway.addConnection(7, bmc))).message).toBe("Bad …");
  });
});

describe("the wrong generation", () => {
  it.each([
    ["dsmanager", "dcimanager5"],
    ["dcimanager5", "dsmanager"],
  ] as const)("is told when %s was chosen for %s", async (chosen, real) => {
    const { gateway } = await start(chosen, ({ func }) => (func === "auth" ? wrongPassword(real) : undefined));
    const failure = await failureFrom(gateway.listSwitches());
    expect(failure.kind).toBe("not-sent");
    expect(failure.message).toContain("other generation");
  });
});
