import { colocationResourceNames } from "../contract/shapes/tariff";
import type { Resource, ResourceName } from "../contract/shapes/tariff";

const defaults: Readonly<Record<ResourceName, Omit<Resource, "name" | "isActive" | "stepPriceMinor">>> = {
  flat: { measure: "Mbit/s", included: 100, maximum: 10_000, step: 100 },
  power: { measure: "W", included: 200, maximum: 5_000, step: 50 },
  port: { measure: "pcs", included: 1, maximum: 8, step: 1 },
  unit: { measure: "U", included: 1, maximum: 42, step: 1 },
  ip: { measure: "pcs", included: 1, maximum: 64, step: 1 },
  ipv6: { measure: "pcs", included: 0, maximum: 64, step: 1 },
};

/** "Create all add-ons": the six colocation resources, keeping those that were given. */
export function createAllAddOns(given: readonly Resource[]): Resource[] {
  return colocationResourceNames.map(
    (name) => given.find((one) => one.name === name) ?? { name, ...defaults[name], stepPriceMinor: 0, isActive: true },
  );
}
