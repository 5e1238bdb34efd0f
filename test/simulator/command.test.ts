import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createConnection } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { runSimulatorCommand } from "../../simulator/command";
import { until } from "./printer-client";

afterEach(() => {
  vi.restoreAllMocks();
});

describe("rackside simulator", () => {
  it.each([
    [[]],
    [["dcimanager6"]],
    [["dcimanager5", "--port", "0"]],
    [["dcimanager6", "--port", "many"]],
    [["dcimanager6", "--port", "70000"]],
    [["dcimanager6", "--port", "0", "--unknown"]],
    [["dcimanager6", "--port", "0", "--token-life", "0"]],
    [["dcimanager6", "--port", "0", "--dialect", "dsmanager"]],
    [["dsmanager", "--port", "0", "--dialect", "dcimanager6"]],
    [["dsmanager", "--port", "0", "--asleep", "1"]],
    [["dsmanager", "--port", "0", "--no-swagger"]],
    [["zebra"]],
    [["zebra", "--port", "0", "--media", "62x0"]],
    [["zebra", "--port", "0", "--dpi", "301"]],
    [["brother-ql", "--port", "0", "--media", "wide"]],
    [["brother-pt", "--port", "0", "--dpi", "300"]],
  ])("prints its usage for %j and exits with 2", async (args) => {
    const written = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    expect(await runSimulatorCommand(args)).toBe(2);
    expect(written).toHaveBeenCalledWith(expect.stringContaining("Usage: rackside simulator"));
  });

  it("prints where it listens and with which certificate, and ends on a signal", async () => {
    const written = vi.spyOn(process.stdout, "write").mockReturnValue(true);
    const ended = runSimulatorCommand(["dcimanager6", "--port", "0", "--tls"]);
    await until(() => written.mock.calls.length > 0);
    expect(written.mock.calls[0]?.[0]).toMatch(
      /url +https:\/\/127\.0\.0\.1:\d+\nusername +dc@example\.net\npassword +s3cret\nfingerprint +[0-9A-F]{2}(:[0-9A-F]{2}){31}/,
    );
    process.emit("SIGTERM");
    expect(await ended).toBe(0);
  });

  it.each([
    ["dsmanager", "/manager/dsmgr", '<auth id="'],
    ["dcimanager5", "/dcimgr", 'level="29"'],
  ])("serves the practice site in the dialect %s", async (dialect, path, told) => {
    const written = vi.spyOn(process.stdout, "write").mockReturnValue(true);
    const ended = runSimulatorCommand(["dsmanager", "--port", "0", "--dialect", dialect]);
    await until(() => written.mock.calls.length > 0);
    const [, url = ""] = /url +(\S+)\nusername +admin\n/.exec(String(written.mock.calls[0]?.[0])) ?? [];
    const answer = await fetch(`${url}${path}?out=xml&func=auth&username=admin&password=s3cret`);
    expect(await answer.text()).toContain(told);
    process.emit("SIGTERM");
    expect(await ended).toBe(0);
  });

  it.each([
    ["zebra", "^XA^FO1,1^FDa^FS^XZ", "1.zpl"],
    ["brother-pt", "\u001b@G\u0001\u0000\u0001\u001a", "1.png"],
  ])("runs a %s that keeps its labels", async (model, job, file) => {
    const directory = await mkdtemp(join(tmpdir(), "rackside-labels-"));
    const written = vi.spyOn(process.stdout, "write").mockReturnValue(true);
    const ended = runSimulatorCommand([model, "--port", "0", "--keep", directory]);
    await until(() => written.mock.calls.length > 0);
    const [, port = ""] = /address +127\.0\.0\.1:(\d+)/.exec(String(written.mock.calls[0]?.[0])) ?? [];
    createConnection(Number(port), "127.0.0.1").end(job);
    await until(() => existsSync(join(directory, file)));
    process.emit("SIGTERM");
    expect(await ended).toBe(0);
    await rm(directory, { recursive: true });
  });
});
