import type { SiteDocument, SiteOperation, SitePool, SiteServer, SwitchPort } from "./site-document";

/** A handful of servers with known ids, for tests; server 101 is as the product's wire notes describe it. */
export function createSmallSite(): SiteDocument {
  return {
    format: 1,
    name: "Small site",
    nextIds: { user: 57, server: 140, address: 5002, operation: 7712, connection: 3100, ipmi: 60 },
    pdusPolledAt: 0,
    users: [
      { id: 41, email: "dc@example.net", fullName: "Data Centre", role: "@admin", password: "s3cret" },
      { id: 55, email: "c1@example.org", fullName: "Client One", role: "@user", password: "client-secret" },
      { id: 56, email: "c2@example.org", fullName: "ООО «Ромашка»", role: "@user", password: null },
    ],
    locations: [{ id: 3, name: "DC-1", poolId: null }],
    racks: [
      { id: 7, name: "A12", size: 42, note: "", locationId: 3, poolId: null, marks: serviceUnits(41, 42) },
      {
        id: 8,
        name: "B03",
        size: 47,
        note: "own pool",
        locationId: 3,
        poolId: 3,
        marks: [...serviceUnits(47), { unit: 30, state: "reserved", until: "2026-12-31" }],
      },
    ],
    servers: [
      smallServer(101, { name: "colo-a12", units: [14], runs: true }),
      smallServer(102, { name: "colo-a12-2u", units: [16, 17], runs: false }),
      smallServer(103, { name: "стойка-клиента", units: [20], runs: true, ownerId: 56 }),
      smallServer(104, { name: "no-bmc", rackId: 8, units: [5], runs: true, ipmi: null }),
      smallServer(105, { name: "bare-kit", rackId: 8, units: [7], runs: false, ipmi: null, isNew: true }),
    ],
    switches: [
      {
        id: 18,
        name: "sw-a12-1",
        locationId: 3,
        rackId: 7,
        ports: [
          dataPort(901, 12, { connectionId: 3001, serverId: 101 }),
          dataPort(903, 13, null),
          dataPort(904, 14, { connectionId: 3004, serverId: 102 }),
          dataPort(905, 15, { connectionId: 3005, serverId: 102 }),
          dataPort(906, 16, { connectionId: 3006, serverId: 103 }),
          dataPort(907, 17, { connectionId: 3007, serverId: 104 }),
          dataPort(908, 18, null),
        ],
      },
      {
        id: 19,
        name: "sw-mgmt",
        locationId: 3,
        rackId: 7,
        ports: [
          managementPort(902, 12, { connectionId: 3002, serverId: 101 }),
          managementPort(912, 13, { connectionId: 3012, serverId: 102 }),
          managementPort(913, 14, { connectionId: 3013, serverId: 103 }),
          managementPort(914, 15, null),
        ],
      },
    ],
    pdus: [
      {
        id: 3,
        name: "pdu-a12",
        locationId: 3,
        rackId: 7,
        outlets: [
          { id: 44, identity: "7", relay: "on", polled: "on", cable: { connectionId: 3003, serverId: 101 } },
          { id: 45, identity: "8", relay: "on", polled: "on", cable: { connectionId: 3008, serverId: 102 } },
          { id: 46, identity: "9", relay: "on", polled: "on", cable: { connectionId: 3009, serverId: 102 } },
          { id: 47, identity: "10", relay: "on", polled: "on", cable: { connectionId: 3010, serverId: 103 } },
          { id: 48, identity: "11", relay: "on", polled: "on", cable: { connectionId: 3011, serverId: 104 } },
          { id: 49, identity: "12", relay: "off", polled: "off", cable: null },
        ],
      },
    ],
    pools: smallPools(),
    addresses: [
      {
        id: 5001,
        address: "203.0.113.10",
        family: "ipv4",
        poolId: 2,
        serverId: 103,
        domain: "host.example.org",
        status: "allocated",
      },
      ...[4990, 4991].map((id, place) => ({
        id,
        address: `198.51.100.${String(place + 1)}`,
        family: "ipv4" as const,
        poolId: 4,
        serverId: null,
        domain: "",
        status: "allocated" as const,
      })),
    ],
    operations: [101, 102, 103, 104].map(finishedOperation),
    templates: [
      { id: 1, name: "Debian 12", tags: ["os"] },
      { id: 2, name: "AlmaLinux 9", tags: ["os"] },
      { id: 3, name: "Rescue", tags: ["recovery"] },
    ],
  };
}

function smallPools(): SitePool[] {
  const ipv4 = (id: number, name: string, network: string, gateway: string): SitePool["ranges"][number] => ({
    id,
    name,
    family: "ipv4",
    networkId: id,
    network,
    gateway,
  });
  const ipv6 = (id: number, network: string, gateway: string): SitePool["ranges"][number] => ({
    id,
    name: network,
    family: "ipv6",
    networkId: id,
    network,
    gateway,
  });
  return [
    {
      id: 2,
      name: "public",
      note: "",
      pretendsEmpty: null,
      ranges: [
        ipv4(21, "203.0.113.10-203.0.113.254", "203.0.113.0/24", "203.0.113.1"),
        ipv6(22, "2001:db8:2::/64", "2001:db8:2::1"),
      ],
    },
    {
      id: 3,
      name: "rack-b03",
      note: "rack pool",
      pretendsEmpty: null,
      ranges: [ipv4(31, "192.0.2.10-192.0.2.12", "192.0.2.0/24", "192.0.2.1")],
    },
    {
      id: 4,
      name: "exhausted",
      note: "",
      pretendsEmpty: null,
      ranges: [ipv4(41, "198.51.100.1-198.51.100.2", "198.51.100.0/24", "198.51.100.254")],
    },
    {
      id: 5,
      name: "ipv6-only",
      note: "",
      pretendsEmpty: null,
      ranges: [ipv6(51, "2001:db8:5::/48", "2001:db8:5::1")],
    },
  ];
}

function smallServer(
  id: number,
  fields: Partial<SiteServer> & Pick<SiteServer, "name" | "units" | "runs">,
): SiteServer {
  const tail = String(id - 100).padStart(2, "0");
  return {
    id,
    domain: `server-${String(id)}.example.net`,
    locationId: 3,
    rackId: 7,
    barcode: `BC${String(id).padStart(6, "0")}`,
    serial: `SN-${String(id)}`,
    mac: `0c:c4:7a:00:00:${tail}`,
    notes: "",
    configuration: "2xE5-2620-64Gb-2x480SSD",
    motherboard: "X10DRi",
    ownerId: null,
    isNew: false,
    state: "active",
    stateInfo: "",
    ipmi: {
      id: id - 50,
      ip: `10.0.0.${String(id)}`,
      mac: `0c:c4:7a:ff:00:${tail}`,
      handler: "ipmi",
      login: "ADMIN",
      password: "bmc-secret",
      answers: true,
    },
    templateId: null,
    operationId: id === 105 ? null : 779 + id,
    ...fields,
  };
}

function dataPort(id: number, number: number, cable: { connectionId: number; serverId: number } | null): SwitchPort {
  return {
    id,
    description: `GigabitEthernet1/0/${String(number)}`,
    admin: cable === null ? "down" : "up",
    cable: cable === null ? null : { ...cable, isIpmi: false },
  };
}

function managementPort(
  id: number,
  number: number,
  cable: { connectionId: number; serverId: number } | null,
): SwitchPort {
  return {
    id,
    description: `FastEthernet0/${String(number)}`,
    admin: "up",
    cable: cable === null ? null : { ...cable, isIpmi: true },
  };
}

function finishedOperation(serverId: number): SiteOperation {
  return {
    id: 779 + serverId,
    serverId,
    name: "diagnostics",
    stage: "hardware",
    status: "ok",
    message: null,
    startedAt: 0,
    endsAt: 0,
    failsWith: null,
    work: { kind: "nothing" },
  };
}

function serviceUnits(...units: readonly number[]): { unit: number; state: "service"; until: null }[] {
  return units.map((unit) => ({ unit, state: "service", until: null }));
}
