/** One server as a panel writes it, every field that Rackside reads in place, and one that it does not. */
export const serverSample = {
  id: 101,
  name: "colo-a12",
  domain: "colo-a12.example.net",
  barcode: "BC000101",
  serial: "SN-1",
  configuration: "2xE5-2620-64Gb-2x480SSD",
  location_id: 3,
  rack: { id: 7, name: "A12" },
  unit: [15, 14],
  owner_email: null,
  owner: null,
  power_status: "OFF",
  state: "active",
  state_info: { message: "fine" },
  operation: {
    id: 880,
    name: "os_install",
    status: "running",
    status_info: { message: "copying" },
    progress_info: [{ stage: "download", percent: 40 }],
  },
  os_template: { id: 4, name: "Debian 13", tags: [] },
  hardware_info: { motherboard: { model: "X10DRi" } },
  mac: "0c:c4:7a:00:11:22",
  notes: "клиентский сервер",
  ipmi: { id: 61, ip: "10.1.0.4", mac: "", handler: "ipmi" },
  ip: [
    {
      id: 5001,
      name: "203.0.113.10",
      domain: "colo-a12.example.net",
      family: "ipv4",
      gateway: "203.0.113.1",
      network: "203.0.113.0/24",
      status: "allocating",
      status_info: {},
    },
    { id: 5002, name: "2001:db8::10", domain: null, gateway: null, network: null, status: "allocated" },
  ],
  switch_connection: [
    {
      id: 901,
      switch: 18,
      switch_name: "sw-a12-1",
      connection_id: 3001,
      description: "GigabitEthernet1/0/12",
      admin_status: "up",
      oper_status: "down",
      is_ipmi_connection: false,
    },
  ],
  pdu_connection: {
    port_id: 44,
    port_identity: 7,
    pdu_id: 3,
    pdu_name: "pdu-a12",
    connection_id: 3003,
    power_status: "on",
  },
};

export const serverListSample = { list: [serverSample], size: 37, last_notify: 12045 };

export const rackSample = {
  id: 7,
  name: "A12",
  size: 42,
  device_count: 18,
  note: "",
  location_id: 3,
  ip_pool: null,
  units: [
    { unit: 1, state: "free", server: null, reserved_until: null },
    { unit: 2, state: "occupied", server: { id: 101, name: "colo-a12" } },
    { unit: 3, state: "reserved", server: null, reserved_until: "2026-12-31" },
    { unit: 4, state: "haunted", server: null },
  ],
};

export const poolListSample = { list: [{ id: 2, name: "public", note: "", total_ip: "254", using_ip: "12" }], size: 1 };
export const portListSample = {
  list: [
    { id: 3, description: "Gi1/0/12", admin_status: "up", oper_status: "up", server: { id: 101, name: "colo-a12" } },
    { id: 1, description: "Gi1/0/2", admin_status: "down", oper_status: "down", server: null },
    { id: 2, description: "Gi1/0/10", admin_status: "testing", oper_status: null },
  ],
  size: 3,
};
