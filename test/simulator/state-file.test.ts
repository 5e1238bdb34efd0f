import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startDcimanagerSimulator } from "../../simulator/dcimanager6/simulator";
import { startPracticeSite } from "../../simulator/practice-site";
import { createPanelClock } from "./panel-clock";
import { rowsOf, signIn } from "./panel-client";

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "simulator-"));
});

afterEach(() => rm(directory, { recursive: true }));

describe("the state file", () => {
  it("lets a restarted panel finish the work that was under way", async () => {
    const stateFile = join(directory, "panel.json");
    const clock = createPanelClock();
    const first = await startDcimanagerSimulator({ stateFile, now: clock.now });
    await (await signIn(first)).post("dci/v3/server/101/ip", { ip_pool: 2, family: "ipv4", count: 1, domain: "" });
    await first.stop();

    const second = await startDcimanagerSimulator({ stateFile, now: clock.now });
    const panel = await signIn(second);
    expect(rowsOf(await panel.get("dci/v3/server/101/ip"))).toMatchObject([{ id: 5002, status: "allocating" }]);
    clock.pass(50);
    expect(rowsOf(await panel.get("dci/v3/server/101/ip"))).toMatchObject([{ id: 5002, status: "allocated" }]);
    await second.stop();
    expect(await readdir(directory)).toEqual(["panel.json"]);
  });

  it("is written without stopping, so that a kill loses next to nothing", async () => {
    const stateFile = join(directory, "panel.json");
    const simulator = await startDcimanagerSimulator({ stateFile });
    await (await signIn(simulator)).post("dci/v3/server/101", { name: "переименован" });
    await vi.waitUntil(async () => (await readFile(stateFile, "utf8").catch(() => "")).includes("переименован"));
    await simulator.stop();
  });

  it("is refused when it is something else", async () => {
    const stateFile = join(directory, "panel.json");
    await writeFile(stateFile, '{"hello":1}');
    await expect(startDcimanagerSimulator({ stateFile })).rejects.toThrow("is not the site of a simulated panel");
  });
});

describe("the practice site", () => {
  it("keeps addresses, state and accounts over a restart", async () => {
    const first = await startPracticeSite({ directory });
    const urls = first.panels.map(({ url }) => url);
    expect(first.panels.map(({ name }) => name)).toEqual(["Riga-1", "Екатеринбург-2"]);
    await first.stop();
    const second = await startPracticeSite({ directory });
    expect(second.panels.map(({ url }) => url)).toEqual(urls);
    for (const { url, username, password } of second.panels) {
      const login = (): Promise<Response> =>
        fetch(`${url}/api/auth/v4/public/token`, {
          method: "POST",
          body: JSON.stringify({ email: username, password }),
        });
      expect([(await login()).status, (await login()).status]).toEqual([503, 201]);
    }
    await second.stop();
  });
});
