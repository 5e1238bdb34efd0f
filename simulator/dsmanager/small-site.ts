import { blankServer } from "./blank-server";
import type { DsmanagerServer, DsmanagerSite, Port } from "./site-document";

/** The host name of a server that nobody has. */
export const freeHostname = "free.ds";

/** A handful of servers with known ids, for tests. */
export function createSmallDsmanagerSite(): DsmanagerSite {
  return {
    format: "dsmanager-1",
    name: "Small DSmanager",
    nextIds: { user: 57, server: 140, address: 5100, connection: 3100 },
    users: [
      { id: 1, name: "admin", realName: "Administrator", level: 29, password: "s3cret" },
      { id: 55, name: "c1@example.org", realName: "Client One", level: 16, password: "client-secret" },
      { id: 56, name: "c2@example.org", realName: "ООО «Ромашка»", level: 16, password: null },
    ],
    locations: [{ id: 3, name: "DC-1" }],
    racks: [
      { id: 7, name: "A12", size: 42, locationId: 3 },
      { id: 8, name: "Б03", size: 47, locationId: 3 },
    ],
    serverTypes: [
      { id: 1, name: "HPCorei5" },
      { id: 2, name: "HPXeonE3" },
      { id: 3, name: "DellR340" },
    ],
    images: [
      { id: 1, name: "debian12", type: "os" },
      { id: 2, name: "ubuntu2404", type: "os" },
      { id: 3, name: "windows2022", type: "os" },
      { id: 4, name: "sysrescue", type: "recovery" },
      { id: 5, name: "memtest", type: "diag" },
    ],
    servers: smallServers(),
    switches: [
      {
        id: 18,
        name: "sw-a12-1",
        locationId: 3,
        rackId: 7,
        ports: [
          port(901, "Gi1/0/12", { connectionId: 3001, serverId: 101 }),
          port(902, "Gi1/0/13", { connectionId: 3002, serverId: 102 }),
          port(903, "Gi1/0/14", null),
        ],
      },
      {
        id: 19,
        name: "sw-mgmt",
        locationId: 3,
        rackId: 7,
        ports: [port(911, "Fa0/12", { connectionId: 3003, serverId: 101 }, true)],
      },
    ],
    pdus: [
      {
        id: 3,
        name: "pdu-a12",
        rackId: 7,
        ports: [port(44, "7", { connectionId: 3004, serverId: 101 }), port(45, "8", null)],
      },
    ],
    addressRanges: ["192.0.2.10-192.0.2.250", "2001:db8:7::2-2001:db8:7::ffff"],
    exhausted: [],
    works: [{ serverId: 107, startedAt: 0, endsAt: null, failsWith: null, task: { kind: "diagnostics" } }],
    filters: {},
  };
}

function smallServers(): DsmanagerServer[] {
  const main = (id: number, domain: string): DsmanagerServer["addresses"][number] => ({
    id: 4900 + id,
    ip: `192.0.2.${String(id)}`,
    family: "ipv4",
    domain,
  });
  const free = (
    id: number,
    told: Pick<DsmanagerServer, "name" | "typeId"> & Partial<DsmanagerServer>,
  ): DsmanagerServer =>
    blankServer({
      id,
      rackId: 7,
      unit: id - 90,
      hostname: freeHostname,
      mac: `0c:c4:7d:00:00:${id.toString(16)}`,
      serial: `SN-${String(id)}`,
      addresses: [main(id, freeHostname)],
      ...told,
    });
  return [
    free(101, {
      name: "HP-01",
      typeId: 1,
      ownerId: 55,
      runs: true,
      image: "debian12",
      hostname: "web1.example.org",
      addresses: [
        main(101, "web1.example.org"),
        { id: 5099, ip: "2001:db8:7::65", family: "ipv6", domain: "web1.example.org" },
      ],
      ipmi: { connectionId: 3005, ip: "10.0.0.101", mac: "0c:c4:7d:ff:00:65", username: "ADMIN", password: "bmc" },
    }),
    free(102, { name: "HP-02", typeId: 1 }),
    free(103, { name: "сервер-3", typeId: 2, rackId: 8, unit: 5, height: 2 }),
    free(104, { name: "HP-04", typeId: 1, isBlocked: true }),
    free(105, { name: "HP-05", typeId: 1, hasHardwareFault: true }),
    free(106, {
      name: "DL-01",
      typeId: 3,
      ownerId: 56,
      runs: true,
      image: "ubuntu2404",
      hostname: "db.example.org",
      addresses: [main(106, "db.example.org")],
    }),
    free(107, { name: "HP-07", typeId: 1 }),
  ];
}

function port(
  id: number,
  identity: string,
  cable: { readonly connectionId: number; readonly serverId: number } | null,
  isIpmi = false,
): Port {
  return { id, identity, isOn: true, cable: cable === null ? null : { ...cable, isIpmi } };
}
