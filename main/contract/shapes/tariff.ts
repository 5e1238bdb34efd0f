import { z } from "zod";
import { idShape, lineShape, revisionShape } from "./basics";

export const productTypeShape = z.enum(["colocation"]);

/** The six resources of a colocation tariff, by their internal names. */
export const colocationResourceNames = ["flat", "power", "port", "unit", "ip", "ipv6"] as const;
export const resourceNameShape = z.enum(colocationResourceNames);
export type ResourceName = z.infer<typeof resourceNameShape>;

const amountShape = z.number().int("A whole number").min(0, "Not below zero").max(1_000_000_000);

export const resourceShape = z
  .object({
    name: resourceNameShape,
    measure: lineShape(20),
    /** Contained in the price. */
    included: amountShape,
    /** The most that can be ordered, included amount and all. */
    maximum: amountShape,
    step: amountShape.min(1, "At least 1"),
    /** Price of one step above the included amount per month, in minor units of the tariff's currency. */
    stepPriceMinor: z.number().int().min(0).max(1_000_000_000_000),
    isActive: z.boolean(),
  })
  .refine((resource) => resource.included <= resource.maximum, {
    message: "Included is above the maximum",
    path: ["included"],
  });
export type Resource = Readonly<z.infer<typeof resourceShape>>;

export const periodShape = z.object({
  months: z.number().int().min(1).max(36),
  priceMinor: z.number().int().min(0).max(1_000_000_000_000),
  setUpMinor: z.number().int().min(0).max(1_000_000_000_000),
});
export type Period = Readonly<z.infer<typeof periodShape>>;

const contentShape = {
  name: lineShape(120),
  currency: z.string().regex(/^[A-Z]{3}$/, "A three-letter currency code such as EUR"),
  moduleIds: z.array(idShape).max(50),
  periods: z
    .array(periodShape)
    .min(1, "At least one period")
    .max(20)
    .refine(
      (periods) => new Set(periods.map((period) => period.months)).size === periods.length,
      "A period stands twice",
    ),
  resources: z
    .array(resourceShape)
    .max(6)
    .refine((list) => new Set(list.map((one) => one.name)).size === list.length, "A resource stands twice"),
  isActive: z.boolean(),
};

export const tariffShape = z.object({
  id: idShape,
  revision: revisionShape,
  productType: productTypeShape,
  ...contentShape,
});
export type Tariff = Readonly<z.infer<typeof tariffShape>>;

export const tariffInputShape = z.object({
  productType: productTypeShape.default("colocation"),
  name: contentShape.name,
  currency: contentShape.currency,
  moduleIds: contentShape.moduleIds.default([]),
  periods: contentShape.periods,
  /** Adds the six colocation resources that `resources` does not name. */
  createAllAddOns: z.boolean().default(true),
  resources: contentShape.resources.default([]),
  isActive: contentShape.isActive.default(true),
});
export const tariffSaveShape = z.object({ id: idShape, revision: revisionShape, ...contentShape });

/** Resource name → ordered amount, the included amount and all. */
export const amountsShape = z.partialRecord(resourceNameShape, amountShape);
export type Amounts = Readonly<z.infer<typeof amountsShape>>;

export const priceLineShape = z.object({
  /** `period`, `set-up` or a resource's internal name. */
  subject: z.string(),
  quantity: z.number().int(),
  amountMinor: z.number().int(),
});
export const priceShape = z.object({
  currency: z.string(),
  lines: z.array(priceLineShape),
  totalMinor: z.number().int(),
});
export type Price = Readonly<z.infer<typeof priceShape>>;
