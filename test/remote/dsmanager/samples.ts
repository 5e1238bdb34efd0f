import { elem } from "./scripted-dsmanager";

/** A server of the stock as a list row of generation 5, with every field that Rackside reads. */
export const freeServer = {
  id: "12",
  hostname: "free.ds",
  type: "HPCorei5",
  chassis_templ: "HPCorei5",
  owner: true,
  ip: "198.51.100.12",
  rack: "A12 14",
  height: "2",
  mac: "0c:c4:7a:00:11:22",
  serial: "SN-12",
  location: "3",
  ostemplate: "Debian 13",
  poweroff: true,
} as const;
export const racks =
  elem({ id: "7", name: "A12", size: "20", location: "3" }) +
  elem({ id: "8", name: "Row 3", size: "4", location: "3" });
export const allServers = { offset: 0, limit: 100, search: "", locationId: null };
