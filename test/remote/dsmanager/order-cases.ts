import type { PanelGateway } from "../../../main/ports/gateway";
import type { Form } from "./scripted-dsmanager";

const bmc = {
  to: "ipmi",
  address: "10.0.0.7",
  mac: "",
  username: "ADMIN",
  password: "bmc-pw",
  handler: "ipmi",
} as const;
const wholeServer = {
  elid: "7",
  sok: "ok",
  mac: "0c:c4:7a:00:11:22",
  name: "S7",
  notes: "by the door",
  type: "3",
  owner: "41",
};

/** One order of the port and the call that it must become. */
export interface OrderCase {
  readonly name: string;
  readonly act: (gateway: PanelGateway) => Promise<unknown>;
  readonly func: string;
  readonly parameters: Form;
  readonly result: unknown;
}

const done = { operationId: null };
export const orders: readonly OrderCase[] = [
  {
    name: "switches on",
    act: (panel) => panel.setPower(7, "on"),
    func: "server.poweron",
    parameters: { elid: "7" },
    result: done,
  },
  {
    name: "switches off",
    act: (panel) => panel.setPower(7, "off"),
    func: "server.poweroff",
    parameters: { elid: "7" },
    result: done,
  },
  {
    name: "resets",
    act: (panel) => panel.setPower(7, "reset"),
    func: "server.reboot",
    parameters: { elid: "7" },
    result: done,
  },
  {
    name: "suspends",
    act: (panel) => panel.setEnabled(7, false),
    func: "server.disable",
    parameters: { elid: "7" },
    result: done,
  },
  {
    name: "resumes",
    act: (panel) => panel.setEnabled(7, true),
    func: "server.enable",
    parameters: { elid: "7" },
    result: done,
  },
  {
    name: "names a server by its first address",
    act: (panel) => panel.setHostname(7, "web2.example.org"),
    func: "iplist.edit",
    parameters: { plid: "7", elid: "77", sok: "ok", domain: "web2.example.org" },
    result: undefined,
  },
  {
    name: "installs a system",
    act: (panel) => panel.installOs(7, { image: "Debian 13", hostname: "web2.example.org", password: "r00t" }),
    func: "server.operations",
    parameters: {
      elid: "7",
      sok: "ok",
      operation: "ostemplate",
      ostemplate: "Debian 13",
      hostname: "web2.example.org",
      passwd: "r00t",
      confirm: "r00t",
      checkpasswd: "off",
      recipe: "null",
    },
    result: { operationId: 7 },
  },
  {
    name: "cancels",
    act: (panel) => panel.cancelOperation(7, 7),
    func: "server.opercancel",
    parameters: { elid: "7" },
    result: undefined,
  },
  {
    name: "gives an owner",
    act: (panel) => panel.setOwner(7, 55),
    func: "server.edit",
    parameters: { ...wholeServer, owner: "55" },
    result: undefined,
  },
  {
    name: "takes the owner away",
    act: (panel) => panel.setOwner(7, null),
    func: "server.edit",
    parameters: { ...wholeServer, owner: "no_owner" },
    result: undefined,
  },
  {
    name: "changes name and notes and keeps the rest",
    act: (panel) => panel.editServer(7, { name: "S8", notes: "" }),
    func: "server.edit",
    parameters: { ...wholeServer, name: "S8", notes: "" },
    result: undefined,
  },
  {
    name: "orders one address at a time, of any pool",
    act: (panel) => panel.assignAddresses(7, { poolId: 2, family: "ipv6", count: 4 }),
    func: "iplist.edit",
    parameters: { plid: "7", sok: "ok", family: "ipv6", iptype: "public", ip: "", domain: "" },
    result: done,
  },
  {
    name: "releases an address",
    act: (panel) => panel.releaseAddress(7, 77),
    func: "iplist.delete",
    parameters: { plid: "7", elid: "77" },
    result: done,
  },
  {
    name: "records a switch port",
    act: (panel) => panel.addConnection(7, { to: "switch", switchId: 18, portId: 901 }),
    func: "server.connection.edit",
    parameters: { plid: "7", sok: "ok", type: "Switch", device_id: "18", port_id: "901" },
    result: { connectionId: 140 },
  },
  {
    name: "records an outlet",
    act: (panel) => panel.addConnection(7, { to: "pdu", pduId: 3, portId: 44 }),
    func: "server.connection.edit",
    parameters: { plid: "7", sok: "ok", type: "PDU", device_id: "3", port_id: "44" },
    result: { connectionId: 140 },
  },
  {
    name: "records a BMC",
    act: (panel) => panel.addConnection(7, bmc),
    func: "server.connection.edit",
    parameters: { plid: "7", sok: "ok", type: "IPMI", ip: "10.0.0.7", mac: "", username: "ADMIN", password: "bmc-pw" },
    result: { connectionId: 140 },
  },
  {
    name: "removes a connection",
    act: (panel) => panel.removeConnection(7, "pdu", 9),
    func: "server.connection.delete",
    parameters: { plid: "7", elid: "9" },
    result: undefined,
  },
  {
    name: "opens a port",
    act: (panel) => panel.setSwitchPort(18, 901, "up"),
    func: "switch.port.on",
    parameters: { plid: "18", elid: "901" },
    result: done,
  },
  {
    name: "shuts a port",
    act: (panel) => panel.setSwitchPort(18, 901, "down"),
    func: "switch.port.off",
    parameters: { plid: "18", elid: "901" },
    result: done,
  },
];
