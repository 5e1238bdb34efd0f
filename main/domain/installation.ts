import type { Service } from "../contract/shapes/service";

/** Host name that marks a server of the stock as nobody's [seen in code: whmcs-dci5, dci5-py]. */
export const freedHostname = "free.ds";

const hostnamePattern =
  /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/;

/** Host name for a new system: the service's label where that is one, else its number. */
export function hostnameOf({ label, number }: Pick<Service, "label" | "number">): string {
  const wanted = label.trim().toLowerCase();
  return hostnamePattern.test(wanted) && wanted !== freedHostname ? wanted : `c-${String(number)}`;
}

/** Name of the account that the password of an installation belongs to. */
export function administratorOf(image: string): "root" | "Administrator" {
  return /windows|^win/i.test(image) ? "Administrator" : "root";
}
