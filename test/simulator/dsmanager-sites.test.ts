import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createLargeDsmanagerSite, createPracticeDsmanagerSite } from "../../simulator/dsmanager/generated-sites";
import { startPracticeSite } from "../../simulator/practice-site";
import { createPracticeSites } from "../../simulator/site/practice-sites";

const { site, serversForCards } = createPracticeDsmanagerSite();
const inWork = new Set(site.works.map(({ serverId }) => serverId));

function countFree(type: string): number {
  const id = site.serverTypes.find(({ name }) => name === type)?.id;
  return site.servers.filter(
    (server) =>
      server.typeId === id &&
      server.ownerId === null &&
      !server.isBlocked &&
      !server.hasHardwareFault &&
      !inWork.has(server.id),
  ).length;
}

describe("the practice data centre of servers for hire", () => {
  it("is the same every time", () => {
    expect(createPracticeDsmanagerSite().site).toEqual(site);
  });

  it("has several free servers of each type but one, and some that only look free", () => {
    expect(site.servers).toHaveLength(60);
    for (const type of ["HPCorei5", "HPXeonE3", "DellR340"]) expect(countFree(type)).toBeGreaterThanOrEqual(3);
    expect(countFree("SMXeonGold")).toBe(0);
    expect(site.servers.some(({ isBlocked }) => isBlocked)).toBe(true);
    expect(site.servers.some(({ hasHardwareFault }) => hasHardwareFault)).toBe(true);
    expect(inWork.size).toBeGreaterThan(0);
    expect(site.servers.some(({ name }) => /[а-я]/.test(name))).toBe(true);
    expect(site.images.map(({ name }) => name)).toEqual(expect.arrayContaining(["debian12", "Debian 12"]));
  });

  it("puts no two things in one place or under one number", () => {
    for (const rack of site.racks) {
      const servers = site.servers.filter(({ rackId }) => rackId === rack.id);
      const units = servers.flatMap(({ unit, height }) => Array.from({ length: height }, (_, step) => unit + step));
      expect(new Set(units).size).toBe(units.length);
      expect(Math.max(...units)).toBeLessThanOrEqual(rack.size);
    }
    const ports = site.switches.flatMap((device) => device.ports);
    const outlets = site.pdus.flatMap((device) => device.ports);
    const columns: readonly (readonly (string | number)[])[] = [
      site.servers.map(({ mac }) => mac),
      site.servers.flatMap(({ addresses }) => addresses.map(({ ip }) => ip)),
      ports.map(({ id }) => id),
      outlets.map(({ id }) => id),
      [...ports, ...outlets].flatMap(({ cable }) => (cable === null ? [] : [cable.connectionId])),
    ];
    for (const values of columns) expect(new Set(values).size).toBe(values.length);
  });

  it("keeps ownerless colocation servers for cards, each on a data port", () => {
    expect(serversForCards.length).toBeGreaterThanOrEqual(4);
    for (const id of serversForCards) {
      expect(site.servers.find((server) => server.id === id)).toMatchObject({ ownerId: null, typeId: 5 });
      const cables = site.switches.flatMap(({ ports }) => ports.flatMap(({ cable }) => cable ?? []));
      expect(cables).toContainEqual(expect.objectContaining({ serverId: id, isIpmi: false }));
    }
  });

  it("has the numbers of the DCImanager 6 practice sites in use for other things", () => {
    for (const other of createPracticeSites()) {
      for (const kind of ["servers", "users", "switches", "pdus", "racks", "locations"] as const) {
        const theirs = new Set(other.site[kind].map(({ id }) => id));
        if (kind === "locations" && !theirs.has(3)) continue;
        expect(site[kind].some(({ id }) => theirs.has(id))).toBe(true);
      }
      const macs = new Set(other.site.servers.map(({ mac }) => mac));
      expect(site.servers.some(({ mac }) => macs.has(mac))).toBe(false);
    }
  });

  it("is the third panel of the practice site, kept over a restart", async () => {
    const directory = await mkdtemp(join(tmpdir(), "practice-"));
    const first = await startPracticeSite({ directory });
    const { url, username, password } = first.dsmanager;
    expect(first.dsmanager).toMatchObject({ type: "dsmanager", dialect: "dsmanager", serversForCards });
    expect(first.panels.map(({ type }) => type)).toEqual(["dcimanager6-colocation", "dcimanager6-colocation"]);
    const ask = (func: string): Promise<string> =>
      fetch(`${url}/manager/dsmgr?out=xml&authinfo=${username}:${password}&${func}`).then((answer) => answer.text());
    await ask("func=server.disable&elid=101");
    await first.stop();
    const second = await startPracticeSite({ directory });
    expect(second.dsmanager.url).toBe(url);
    expect(await ask("func=server.edit&elid=101")).toContain("<disabled>on</disabled>");
    await second.stop();
    await rm(directory, { recursive: true });
  });
});

describe("a DSmanager of 5,000 servers", () => {
  it("fits its racks and names every server once", () => {
    const large = createLargeDsmanagerSite({ servers: 5000 });
    expect(new Set(large.servers.map(({ name }) => name)).size).toBe(5000);
    const highest = Math.max(...large.servers.map(({ unit, height }) => unit + height - 1));
    expect(highest).toBeLessThanOrEqual(47);
  });
});
