import { afterEach, describe, expect, it } from "vitest";
import { rackLayoutShape } from "../../../main/contract/shapes/panel";
import { failureFrom } from "../open-panel";
import { allServers, freeServer, racks } from "./samples";
import { dialects, elem, refusal, startAnswering, type Answers, type ScriptedDsmanager } from "./scripted-dsmanager";

let started: ScriptedDsmanager | undefined;
afterEach(async () => {
  await started?.panel.close();
  started = undefined;
});

async function start(dialect: (typeof dialects)[number], answers: Answers): Promise<ScriptedDsmanager> {
  started = await startAnswering(dialect, answers);
  return started;
}

describe.each(dialects)("the equipment of %s", (dialect) => {
  it("draws racks from the servers' places", async () => {
    const servers = [
      elem(freeServer),
      elem({ id: "13", hostname: "web", rack: "A12 3", location: "3" }),
      elem({ id: "14", hostname: "by-the-wall", rack: "Row 3", location: "3" }),
      elem({ id: "15", hostname: "in-row", rack: "Row 3 4", location: "3" }),
      elem({ id: "16", hostname: "nowhere" }),
      elem({ id: "17", hostname: "elsewhere", rack: "Z9 1" }),
    ].join("");
    const { gateway } = await start(dialect, { server: servers, rack: racks });
    expect(await gateway.listRacks()).toEqual([
      {
        rackId: 7,
        name: "A12",
        size: 20,
        locationId: 3,
        poolId: null,
        deviceCount: 2,
        note: "",
        freeUnits: 17,
        longestFreeRun: 10,
      },
      {
        rackId: 8,
        name: "Row 3",
        size: 4,
        locationId: 3,
        poolId: null,
        deviceCount: 2,
        note: "",
        freeUnits: 3,
        longestFreeRun: 3,
      },
    ]);
    const rack = rackLayoutShape.strict().parse(await gateway.getRack(7));
    expect(rack.units.flatMap(({ unit, serverId }) => (serverId === null ? [] : [[unit, serverId]]))).toEqual([
      [3, 13],
      [14, 12],
      [15, 12],
    ]);
    expect(await failureFrom(gateway.getRack(99))).toMatchObject({ kind: "refused", isMissing: true });
  });

  it("tells racks of one name apart by their location, and leaves open which one where that does not help", async () => {
    const twins =
      elem({ id: "7", name: "A1", size: "4", location: "3" }) + elem({ id: "8", name: "A1", size: "4", location: "4" });
    const servers = elem({ id: "1", rack: "A1 2", location: "4" }) + elem({ id: "2", rack: "A1 2" });
    const { gateway } = await start(dialect, { server: servers, rack: twins });
    const { rows } = await gateway.listServers(allServers);
    expect(rows.map(({ rackId, rackName, units }) => [rackId, rackName, units])).toEqual([
      [8, "A1", [2]],
      [null, "A1", [2]],
    ]);
  });

  it("lists equipment as a person counts, users, images and types", async () => {
    const port = (id: number, identity: string) =>
      elem({ id: String(id), identity, admin: "on", link: "off", server: "12", serverhname: "free.ds" });
    const { gateway, forms } = await start(dialect, {
      location: elem({ id: "3", name: "M9" }),
      switch: elem({ id: "2", name: "sw-10", location: "3", rack: "A12" }) + elem({ id: "1", name: "sw-9" }),
      "switch.port": port(3, "Gi1/0/12") + port(1, "Gi1/0/2"),
      pdu: elem({ id: "3", name: "pdu", rack: "A12" }),
      "pdu.port":
        elem({ id: "45", identity: "10", power: "0" }) +
        elem({ id: "44", identity: "7", power: "1", server: "12", serverhname: "free.ds" }),
      user:
        elem({ id: "41", name: "c1@example.org", realname: "Клиент", level: "16" }) +
        elem({ id: "1", name: "root", level: "30" }),
      osmgr: [
        elem({ id: "d13", name: "Debian 13", type: "os" }),
        elem({ id: "d9", name: "Debian 9" }),
        elem({ id: "r", name: "Rescue", type: "recovery" }),
        elem({ id: "x", name: "Hardware check", type: "diag" }),
      ].join(""),
      chassistempl: elem({ id: "2", name: "HP10" }) + elem({ id: "1", name: "HP9" }) + elem({ id: "3", name: "HP9" }),
    });
    expect(await gateway.listLocations()).toEqual([{ locationId: 3, name: "M9", poolId: null }]);
    expect((await gateway.listSwitches()).map(({ name }) => name)).toEqual(["sw-9", "sw-10"]);
    expect(await gateway.listSwitchPorts(18)).toMatchObject([
      { portId: 1, name: "Gi1/0/2", adminStatus: "up", linkStatus: "down", serverId: 12, serverName: "free.ds" },
      { portId: 3 },
    ]);
    expect(forms().at(-1)).toMatchObject({ elid: "18" });
    expect(await gateway.listPduPorts(3)).toEqual([
      { portId: 44, outlet: "7", power: "on", serverId: 12, serverName: "free.ds" },
      { portId: 45, outlet: "10", power: "off", serverId: null, serverName: "" },
    ]);
    expect(await gateway.listUsers()).toEqual([
      { userId: 41, email: "c1@example.org", fullName: "Клиент", isAdministrator: false },
      { userId: 1, email: "root", fullName: "", isAdministrator: true },
    ]);
    expect((await gateway.listOsImages()).map(({ name }) => name)).toEqual(["Debian 9", "Debian 13"]);
    expect(await gateway.listServerTypes()).toEqual(["HP9", "HP10"]);
    expect(await gateway.listPools()).toEqual([]);
  });

  it("proves the session by a cheap reading, and takes a refusal for an answer", async () => {
    const { gateway } = await start(dialect, { rack: racks });
    expect(await gateway.probe()).toEqual({ signedInAs: "root" });
    await started?.panel.close();
    const refusing = await start(dialect, { rack: refusal(dialect, { code: 6, type: "access", subject: "rack" }) });
    expect(await refusing.gateway.probe()).toEqual({ signedInAs: "root" });
    await refusing.panel.close();
    const failing = await start(dialect, { auth: refusal(dialect, { code: 6, type: "auth", subject: "auth" }) });
    expect((await failureFrom(failing.gateway.probe())).kind).toBe("unauthenticated");
  });
});
