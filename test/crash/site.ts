import type { NewServer } from "../../main/contract/shapes/action";
import type { Outlet, SiteDocument, SiteServer, SwitchPort } from "../../simulator/site/site-document";
import { createSmallSite } from "../../simulator/site/small-site";

const firstServer = 200;
const mostServices = 60;
const spareOutlets = 6_000;

/** What both sides of the crash test know of the data centre: every service has a server of its own, found by the service's number. */
export const crashSite = {
  locationId: 3,
  mostServices,
  customers: [
    { name: "Client One", email: "c1@example.org" },
    { name: "ООО «Ромашка»", email: "c2@example.org" },
  ],
  serverOf: (serviceNumber: number): number => firstServer + serviceNumber,
  /** An outlet that only this service's server may be cabled to. */
  spareOutletOf: (serviceNumber: number) => ({ pduId: 3, portId: spareOutlets + serviceNumber }),
  /** Every fifth server is not known to the panel yet and is registered from its card. */
  isRegisteredFromCard: (serviceNumber: number): boolean => serviceNumber % 5 === 0,
  newServer: (serviceNumber: number): NewServer => ({
    name: `new-${String(serviceNumber)}`,
    locationId: 3,
    rackId: 20,
    units: [Math.floor(serviceNumber / 5) + 1],
    mac: "",
    serial: "",
    notes: "",
  }),
};

/** The small site with a server, a data port, a management port and two outlets for each service that a round can have. */
export function createCrashSite(): SiteDocument {
  const site = createSmallSite();
  site.racks.push({ id: 20, name: "N01", size: 47, note: "", locationId: 3, poolId: null, marks: [] });
  const template = site.servers[0];
  if (!template?.ipmi) throw new Error("The small site begins with a server that has a BMC");
  const ports: SwitchPort[] = [];
  const management: SwitchPort[] = [];
  const outlets: Outlet[] = [];
  for (let number = 1; number <= mostServices * 2; number += 1) {
    const serverId = firstServer + number;
    const tail = number.toString(16).padStart(4, "0").replace(/(..)/, "$1:");
    const server: SiteServer = {
      ...structuredClone(template),
      id: serverId,
      name: `colo-${String(number)}`,
      mac: `0c:c4:7a:10:${tail}`,
      units: [],
      rackId: 7,
      ipmi: { ...template.ipmi, id: 1_000 + number },
      operationId: null,
    };
    site.servers.push(server);
    const cable = { connectionId: 10_000 + number, serverId };
    ports.push({
      id: 4_000 + number,
      description: `Gi2/0/${String(number)}`,
      admin: "up",
      cable: { ...cable, isIpmi: false },
    });
    management.push({
      id: 5_000 + number,
      description: `Fa2/${String(number)}`,
      admin: "up",
      cable: { connectionId: 20_000 + number, serverId, isIpmi: true },
    });
    outlets.push(
      outlet(7_000 + number, { connectionId: 30_000 + number, serverId }),
      outlet(spareOutlets + number, null),
    );
  }
  site.switches[0]?.ports.push(...ports);
  site.switches[1]?.ports.push(...management);
  site.pdus[0]?.outlets.push(...outlets);
  site.nextIds.server = 1_000;
  site.nextIds.connection = 50_000;
  return site;
}

function outlet(id: number, cable: Outlet["cable"]): Outlet {
  return { id, identity: String(id), relay: "on", polled: "on", cable };
}
