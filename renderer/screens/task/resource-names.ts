import type { ResourceName } from "../../../main/contract/shapes/tariff";

/** In the order in which equipment is mounted. */
export const resourceNames = ["flat", "unit", "power", "port", "ip", "ipv6"] as const satisfies readonly ResourceName[];
