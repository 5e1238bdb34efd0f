import type { RouteName } from "./routes";

/** The fields that the client puts into the body of each order, for comparison with a panel's own description. */
export const bodyFields: Partial<Readonly<Record<RouteName, readonly string[]>>> = {
  "session.sign-in": ["email", "password"],
  "server.create": ["name", "location", "rack", "unit", "type", "mac", "serial", "notes"],
  "server.edit": ["name", "notes"],
  "server.owner.set": ["owner"],
  "server.address.assign": ["ip_pool", "family", "count", "domain"],
  "connection.switch.add": ["switch", "port"],
  "connection.pdu.add": ["pdu", "port"],
  "connection.ipmi.add": ["ip", "mac", "login", "password", "handler"],
  "user.add": ["email", "full_name", "password", "phone_number", "role"],
};
