import { describe, expect, it } from "vitest";
import { startDcimanagerSimulator } from "../../simulator/dcimanager6/simulator";
import { createLargeSite } from "../../simulator/site/large-site";
import { createPracticeSites } from "../../simulator/site/practice-sites";
import { rowsOf, signIn } from "./panel-client";

const practiceSites = createPracticeSites();

describe("the practice data centres", () => {
  it("are the same every time", () => {
    expect(createPracticeSites()).toEqual(practiceSites);
  });

  it.each(practiceSites.map((built) => [built.site.name, built] as const))(
    "%s has six racks of 42–47 units, about ninety servers and no two in one place",
    (_name, { site }) => {
      expect(site.racks).toHaveLength(6);
      expect(site.servers.length).toBeGreaterThanOrEqual(85);
      for (const rack of site.racks) {
        expect([42, 47]).toContain(rack.size);
        const units = site.servers.filter(({ rackId }) => rackId === rack.id).flatMap((server) => server.units);
        const marked = rack.marks.map(({ unit }) => unit);
        expect(new Set([...units, ...marked]).size).toBe(units.length + marked.length);
        expect(Math.max(...units)).toBeLessThanOrEqual(rack.size);
      }
    },
  );

  it.each(practiceSites.map((built) => [built.site.name, built] as const))(
    "%s has distinct MACs, ids and addresses",
    (_name, { site }) => {
      const ports = site.switches.flatMap((device) => device.ports.map(({ id }) => id));
      const cables = [
        ...site.switches.flatMap((device) => device.ports.map(({ cable }) => cable)),
        ...site.pdus.flatMap((pdu) => pdu.outlets.map(({ cable }) => cable)),
      ].flatMap((cable) => (cable === null ? [] : [cable.connectionId]));
      const columns: readonly (readonly (string | number)[])[] = [
        site.servers.map(({ mac }) => mac),
        site.servers.map(({ name }) => name),
        site.addresses.map(({ address }) => address),
        site.switches.map(({ id }) => id),
        site.pdus.map(({ id }) => id),
        ports,
        cables,
      ];
      for (const values of columns) {
        expect(new Set(values).size).toBe(values.length);
      }
    },
  );

  it.each(practiceSites.map((built) => [built.site.name, built] as const))(
    "%s keeps ownerless servers ready for cards, cabled and without addresses",
    async (_name, { site, serversForCards }) => {
      expect(serversForCards.length).toBeGreaterThanOrEqual(8);
      const simulator = await startDcimanagerSimulator({ site: structuredClone(site) });
      const panel = await signIn(simulator);
      for (const id of serversForCards) {
        const { body } = await panel.get(`dci/v3/server/${String(id)}`);
        expect(body).toMatchObject({ owner_email: null, state: "active", ip: [], power_status: "on" });
        expect(body["switch_connection"]).toEqual(
          expect.arrayContaining([expect.objectContaining({ is_ipmi_connection: false, admin_status: "up" })]),
        );
      }
      await simulator.stop();
    },
  );

  it("speak Russian in the second one", () => {
    expect(practiceSites[1].site.servers.some(({ name }) => /[а-я]/.test(name))).toBe(true);
  });
});

describe("a site of 15,000 servers", () => {
  it("is listed whole, in pages and filtered", async () => {
    const simulator = await startDcimanagerSimulator({ site: createLargeSite({ servers: 15_000 }) });
    const panel = await signIn(simulator);
    const whole = await panel.get("dci/v3/server", { limit: "0,15000", orderby: "id asc" });
    expect(whole.body["size"]).toBe(15_000);
    expect(rowsOf(whole)).toHaveLength(15_000);

    const page = await panel.get("dci/v3/server", { limit: "14990,400", orderby: "id desc" });
    expect(rowsOf(page).map((row) => row["id"])).toEqual([110, 109, 108, 107, 106, 105, 104, 103, 102, 101]);

    const russian = await panel.get("dci/v3/server", { where: "name CP '%Сервер%'", limit: "5" });
    expect(rowsOf(russian)).toHaveLength(5);
    expect(Number(russian.body["size"])).toBeGreaterThan(1000);
    await simulator.stop();
  });
});
