import { colocationResourceNames } from "../contract/shapes/tariff";
import type { ProductType, Resource } from "../contract/shapes/tariff";

type UsualName = (typeof colocationResourceNames)[number];
type UsualFacts = Pick<Resource, "title" | "measure" | "included" | "maximum" | "step">;

const usual: Readonly<Record<UsualName, UsualFacts>> = {
  flat: { title: "Bandwidth", measure: "Mbit/s", included: 100, maximum: 10_000, step: 100 },
  power: { title: "Power", measure: "W", included: 200, maximum: 5_000, step: 50 },
  port: { title: "1Gb port", measure: "pcs", included: 1, maximum: 8, step: 1 },
  unit: { title: "Unit in rack", measure: "U", included: 1, maximum: 42, step: 1 },
  ip: { title: "Public IPv4 addresses", measure: "pcs", included: 1, maximum: 64, step: 1 },
  ipv6: { title: "IPv6 addresses", measure: "pcs", included: 0, maximum: 64, step: 1 },
};

const usualNames: Readonly<Record<ProductType, readonly UsualName[]>> = {
  colocation: colocationResourceNames,
  dedicated: ["ip", "ipv6"],
};

/**
 * "Create all add-ons": what was given, as it is and where it is, and then the usual resources of the product type that are missing. The six of
 * colocation and their value type are the billing side's own [documented: colocation with DCImanager 6, configuring the tariff].
 */
export function createAllAddOns(productType: ProductType, given: readonly Resource[]): Resource[] {
  const missing = usualNames[productType].filter((name) => given.every((one) => one.name !== name));
  return [...given, ...missing.map(usualResource)];
}

function usualResource(name: UsualName): Resource {
  return {
    name,
    ...usual[name],
    valueType: "integer",
    enumerationId: null,
    minimum: 0,
    billing: "ordered",
    changeBy: "anyone",
    stepPrices: [],
    isActive: true,
  };
}
