import type { ProductType, Resource } from "../../../main/contract/shapes/tariff";
import type { ResourceDraft } from "./tariff-draft";

type UsualResource = Pick<Resource, "name" | "title" | "valueType" | "measure" | "included" | "maximum" | "step">;

/** Titles are data of the tariff, which its staff may change; they begin as the trade writes them. */
const address: Readonly<Record<"ip" | "ipv6", UsualResource>> = {
  ip: {
    name: "ip",
    title: "Public IPv4 addresses",
    valueType: "integer",
    measure: "pcs",
    included: 1,
    maximum: 64,
    step: 1,
  },
  ipv6: {
    name: "ipv6",
    title: "IPv6 addresses",
    valueType: "integer",
    measure: "pcs",
    included: 0,
    maximum: 64,
    step: 1,
  },
};

/** What “Create all add-ons” adds, by product type and in the trade's usual order. */
const addOns: Readonly<Record<ProductType, readonly UsualResource[]>> = {
  colocation: [
    {
      name: "flat",
      title: "Bandwidth",
      valueType: "integer",
      measure: "Mbit/s",
      included: 100,
      maximum: 10_000,
      step: 100,
    },
    { name: "power", title: "Power", valueType: "integer", measure: "W", included: 200, maximum: 5_000, step: 50 },
    { name: "port", title: "1Gb port", valueType: "integer", measure: "pcs", included: 1, maximum: 8, step: 1 },
    { name: "unit", title: "Unit in rack", valueType: "integer", measure: "U", included: 1, maximum: 42, step: 1 },
    address.ip,
    address.ipv6,
  ],
  dedicated: [address.ip, address.ipv6],
};

/** Offered beside the add-ons; which enumeration it takes is for a person to choose. */
const operatingSystem: UsualResource = {
  name: "os",
  title: "Operating system",
  valueType: "enumeration",
  measure: "pcs",
  included: 0,
  maximum: 0,
  step: 1,
};

type Named = readonly { readonly name: string }[];

/** The add-ons that are not among `present`. */
export function missingAddOns(productType: ProductType, present: Named): readonly UsualResource[] {
  return addOns[productType].filter((one) => !present.some(({ name }) => name.trim() === one.name));
}

/** What can be added by name: the missing add-ons, and the operating system where one is installed. */
export function offeredResources(productType: ProductType, present: Named): readonly UsualResource[] {
  const missing = missingAddOns(productType, present);
  const isOffered = productType === "dedicated" && !present.some(({ name }) => name.trim() === operatingSystem.name);
  return isOffered ? [operatingSystem, ...missing] : missing;
}

/** The resources with every missing add-on at the end. */
export function withAllAddOns(productType: ProductType, resources: readonly ResourceDraft[]): ResourceDraft[] {
  return [...resources, ...missingAddOns(productType, resources).map(usualDraft)];
}

/** Where a usual resource starts; everything can be changed before the tariff is saved. */
export function usualDraft(usual: UsualResource): ResourceDraft {
  return {
    key: usual.name,
    ...usual,
    enumerationId: null,
    minimum: 0,
    billing: usual.valueType === "enumeration" ? "none" : "ordered",
    changeBy: "anyone",
    stepPrices: {},
    isActive: true,
  };
}

/** An own resource, to be named. */
export function ownDraft(resources: readonly ResourceDraft[]): ResourceDraft {
  const numbers = resources.map(({ key }) => Number(/^own(\d+)$/.exec(key)?.[1] ?? 0));
  return {
    key: `own${String(Math.max(0, ...numbers) + 1)}`,
    name: "",
    title: "",
    valueType: "integer",
    measure: "pcs",
    enumerationId: null,
    included: 0,
    minimum: 0,
    maximum: 10,
    step: 1,
    billing: "ordered",
    changeBy: "anyone",
    stepPrices: {},
    isActive: true,
  };
}
