import { z } from "zod";
import { idShape, instantShape, lineShape, optionalLineShape, revisionShape } from "./basics";

/** What is sold: room for the customer's own server, or a server of the provider. */
export const productTypeShape = z.enum(["colocation", "dedicated"]);
export type ProductType = z.infer<typeof productTypeShape>;

/** The six resources of a colocation tariff, by their internal names. */
export const colocationResourceNames = ["flat", "power", "port", "unit", "ip", "ipv6"] as const;

/** Internal name of a resource, an enumeration or one of its items. */
export const internalNameShape = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._+-]{0,79}$/u, "Letters, digits, spaces and . _ + -, at most 80 characters");

const resourceNamePattern = /^[a-z][a-z0-9_]{0,39}$/;
export const resourceNameShape = z
  .string()
  .trim()
  .regex(resourceNamePattern, "Lower-case letters, digits and _, beginning with a letter");

/** Units of measure; those of one chain are converted into each other. */
export const measureShape = z.enum(["pcs", "U", "Mbit/s", "Gbit/s", "W", "kW", "GB", "TB"]);
export type Measure = z.infer<typeof measureShape>;

/** Large enough for 36 months of what a month may cost at most in a profile of the first release. */
const minorShape = z.number().int("A whole number of minor units").min(0, "Not below zero").max(36_000_000_000_000);

/**
 * Length of a period in the billing side's own codes: whole months; 0 for a lifetime, −50 for a day, −100 for a trial
 * [documented: BILLmanager integration-with-website].
 */
export const periodMonthsShape = z
  .number()
  .int()
  .refine((code) => code === -100 || code === -50 || (code >= 0 && code <= 36), "No such period");

const amountShape = z.number().int("A whole number").min(0, "Not below zero").max(1_000_000_000);

/** One option of a tariff's content. */
export const resourceShape = z
  .object({
    name: resourceNameShape,
    title: lineShape(80),
    /** `boolean` counts 0 and 1; `enumeration` has no amount but a choice. */
    valueType: z.enum(["integer", "boolean", "enumeration"]),
    measure: measureShape,
    /** For an enumeration, which one; null otherwise. */
    enumerationId: idShape.nullable(),
    /** Contained in the price. */
    included: amountShape,
    /** The least that can be ordered; what is below the included amount is contained anyway. */
    minimum: amountShape,
    /** The most that can be ordered, included amount and all. */
    maximum: amountShape,
    step: amountShape.min(1, "At least 1"),
    /** `ordered`: priced by what is ordered above the included amount; `statistics`: priced later by use; `manual`: staff set the price. */
    billing: z.enum(["none", "ordered", "statistics", "manual"]),
    /** Who may change it once the service runs. */
    changeBy: z.enum(["anyone", "staff", "up-only", "down-only"]),
    /** Price of one step above the included amount for one whole period, in minor units; a period that is not named costs nothing. */
    stepPrices: z.array(z.object({ months: periodMonthsShape, priceMinor: minorShape })).max(20),
    isActive: z.boolean(),
  })
  .refine((resource) => resource.included <= resource.maximum, {
    message: "Included is above the maximum",
    path: ["included"],
  })
  .refine((resource) => resource.minimum <= resource.maximum, {
    message: "The minimum is above the maximum",
    path: ["minimum"],
  })
  .refine((resource) => resource.valueType !== "boolean" || resource.maximum <= 1, {
    message: "A yes-or-no resource has a maximum of 1",
    path: ["maximum"],
  })
  .refine((resource) => (resource.valueType === "enumeration") === (resource.enumerationId !== null), {
    message: "Choose an enumeration",
    path: ["enumerationId"],
  });
export type Resource = Readonly<z.infer<typeof resourceShape>>;

export const periodShape = z.object({ months: periodMonthsShape, priceMinor: minorShape, setUpMinor: minorShape });
export type Period = Readonly<z.infer<typeof periodShape>>;

const contentShape = {
  productType: productTypeShape,
  name: lineShape(120),
  /** For a dedicated tariff the server type whose preset it sells, letter for letter. */
  internalName: optionalLineShape(120),
  currency: z.string().refine(isCurrency, "A currency code such as EUR"),
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
    .max(40)
    .refine((list) => new Set(list.map((one) => one.name)).size === list.length, "A resource stands twice"),
  isActive: z.boolean(),
};

/** What a tariff says, without its identity; also what a version of it keeps. */
export const tariffContentShape = z.object(contentShape);
export type TariffContent = Readonly<z.infer<typeof tariffContentShape>>;

/** What was stored is not held to this runtime's list of currencies: another one may know more. */
const storedContentShape = { ...contentShape, currency: z.string() };

export const tariffShape = z.object({
  id: idShape,
  revision: revisionShape,
  /** Counts the contents that services were sold by; a change of a tariff in use begins the next. */
  version: z.number().int().min(1),
  ...storedContentShape,
});
export type Tariff = Readonly<z.infer<typeof tariffShape>>;

export const tariffRowShape = tariffShape.extend({
  /** Services that have not ended, by whether they run on the current version. */
  currentServices: z.number().int(),
  earlierServices: z.number().int(),
});
export type TariffRow = Readonly<z.infer<typeof tariffRowShape>>;

export const tariffVersionShape = z.object({
  tariffId: idShape,
  version: z.number().int().min(1),
  content: z.object(storedContentShape),
  createdAt: instantShape,
  createdBy: z.string(),
});
export type TariffVersion = Readonly<z.infer<typeof tariffVersionShape>>;

export const tariffInputShape = z.object({
  ...contentShape,
  productType: productTypeShape.default("colocation"),
  internalName: contentShape.internalName.default(""),
  moduleIds: contentShape.moduleIds.default([]),
  resources: contentShape.resources.default([]),
  isActive: contentShape.isActive.default(true),
  /** Adds the usual resources of the product type that `resources` does not name: six for colocation, `ip` and `ipv6` for dedicated. */
  createAllAddOns: z.boolean().default(true),
});
export const tariffSaveShape = z.object({ id: idShape, revision: revisionShape, ...contentShape });

/** Something about a record that will not work, or may not; `path` as in an Issue. */
export const remarkShape = z.object({
  path: z.string(),
  severity: z.enum(["error", "warning"]),
  message: z.string(),
});
export type Remark = Readonly<z.infer<typeof remarkShape>>;

/** Resource name → ordered amount, the included amount and all. */
export const amountsShape = z.record(resourceNameShape, amountShape);
export type Amounts = Readonly<z.infer<typeof amountsShape>>;

/** Resource name → internal name of the chosen item, for enumerations. */
export const choicesShape = z.record(resourceNameShape, internalNameShape);
export type Choices = Readonly<z.infer<typeof choicesShape>>;

export const priceLineShape = z.object({
  /** `period`, `set-up` or a resource's internal name. */
  subject: z.string(),
  /** How much of it above what is included. */
  quantity: z.number().int(),
  amountMinor: z.number().int(),
});
export const priceShape = z.object({
  currency: z.string(),
  lines: z.array(priceLineShape),
  totalMinor: z.number().int(),
});
export type Price = Readonly<z.infer<typeof priceShape>>;

/** A field of two versions of something that are compared, in words. */
export const differenceShape = z.object({ field: z.string(), before: z.string(), after: z.string() });
export type Difference = Readonly<z.infer<typeof differenceShape>>;

const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));

/** Whether it is a currency of ISO 4217 as the runtime knows them. */
export function isCurrency(code: string): boolean {
  return currencies.has(code);
}

/** Digits after the decimal point of a currency's amounts: 2 for EUR, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: string): number {
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
}
