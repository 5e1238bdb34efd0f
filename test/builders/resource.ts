import type { Resource } from "../../main/contract/shapes/tariff";

/** A resource of a tariff with everything filled in: as many as wanted up to 16, one included, 3.00 a month for each above it. */
export function resource(name: string, fields: Partial<Resource> = {}): Resource {
  return {
    name,
    title: name,
    valueType: "integer",
    measure: "pcs",
    enumerationId: null,
    included: 1,
    minimum: 0,
    maximum: 16,
    step: 1,
    billing: "ordered",
    changeBy: "anyone",
    stepPrices: [{ months: 1, priceMinor: 300 }],
    isActive: true,
    ...fields,
  };
}
