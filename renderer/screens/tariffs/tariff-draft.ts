import type { CallInput } from "../../../main/contract/calls";
import type { Period, Resource, ResourceName, Tariff } from "../../../main/contract/shapes/tariff";
import { decimalText, readMoney } from "../../parts/money";

/** A number field's value: a number, or the text that is not one yet. */
export type TypedNumber = number | string;

export interface PeriodDraft {
  readonly months: TypedNumber;
  readonly price: string;
  readonly setUp: string;
}

export interface ResourceDraft {
  readonly name: ResourceName;
  readonly measure: string;
  readonly included: TypedNumber;
  readonly maximum: TypedNumber;
  readonly step: TypedNumber;
  readonly stepPrice: string;
  readonly isActive: boolean;
}

/** A tariff as the editor holds it: money and numbers are text until they are read. */
export interface TariffDraft {
  readonly name: string;
  readonly currency: string;
  readonly moduleIds: string[];
  readonly periods: PeriodDraft[];
  readonly createAllAddOns: boolean;
  readonly resources: ResourceDraft[];
  readonly isActive: boolean;
}

/** The trade's usual order. */
const addOnNames: readonly ResourceName[] = ["flat", "power", "port", "unit", "ip", "ipv6"];

type AddOnDefaults = Pick<Resource, "measure" | "included" | "maximum" | "step">;

/** Where a new add-on starts; everything can be changed before the tariff is saved. */
const addOnDefaults: Readonly<Record<ResourceName, AddOnDefaults>> = {
  flat: { measure: "Mbit/s", included: 100, maximum: 10_000, step: 100 },
  power: { measure: "W", included: 200, maximum: 5000, step: 50 },
  port: { measure: "pcs", included: 1, maximum: 8, step: 1 },
  unit: { measure: "U", included: 1, maximum: 42, step: 1 },
  ip: { measure: "pcs", included: 1, maximum: 64, step: 1 },
  ipv6: { measure: "pcs", included: 0, maximum: 64, step: 1 },
};

export function emptyTariffDraft(): TariffDraft {
  return {
    name: "",
    currency: "EUR",
    moduleIds: [],
    periods: [{ months: 1, price: "", setUp: "" }],
    createAllAddOns: true,
    resources: withAllAddOns([], "EUR"),
    isActive: true,
  };
}

export function tariffDraftOf(tariff: Tariff): TariffDraft {
  const { currency } = tariff;
  return {
    name: tariff.name,
    currency,
    moduleIds: [...tariff.moduleIds],
    periods: tariff.periods.map((period) => ({
      months: period.months,
      price: decimalText(period.priceMinor, currency),
      setUp: decimalText(period.setUpMinor, currency),
    })),
    createAllAddOns: missingAddOns(tariff.resources).length === 0,
    resources: tariff.resources.map(({ stepPriceMinor, ...rest }) => ({
      ...rest,
      stepPrice: decimalText(stepPriceMinor, currency),
    })),
    isActive: tariff.isActive,
  };
}

/** The resources with every missing add-on at the end, in the trade's usual order. */
export function withAllAddOns(resources: readonly ResourceDraft[], currency: string): ResourceDraft[] {
  return [...resources, ...missingAddOns(resources).map((name) => newAddOn(name, currency))];
}

export function newAddOn(name: ResourceName, currency: string): ResourceDraft {
  return { name, ...addOnDefaults[name], stepPrice: decimalText(0, currency), isActive: true };
}

export function missingAddOns(resources: readonly { readonly name: ResourceName }[]): readonly ResourceName[] {
  const present = new Set(resources.map((resource) => resource.name));
  return addOnNames.filter((name) => !present.has(name));
}

/** The call's input from a draft in which `tariffProblems` found nothing. */
export function tariffContentOf(draft: TariffDraft): CallInput<"tariff.add"> & Omit<Tariff, "id" | "revision"> {
  const { currency } = draft;
  return {
    productType: "colocation",
    name: draft.name.trim(),
    currency,
    moduleIds: draft.moduleIds,
    periods: draft.periods.map((period): Period => ({
      months: Number(period.months),
      priceMinor: minorOf(period.price, currency),
      setUpMinor: minorOf(period.setUp, currency),
    })),
    createAllAddOns: draft.createAllAddOns,
    resources: draft.resources.map(({ stepPrice, ...rest }): Resource => ({
      ...rest,
      measure: rest.measure.trim(),
      included: Number(rest.included),
      maximum: Number(rest.maximum),
      step: Number(rest.step),
      stepPriceMinor: minorOf(stepPrice, currency),
    })),
    isActive: draft.isActive,
  };
}

/** An empty money field means nothing to pay. */
function minorOf(text: string, currency: string): number {
  const reading = readMoney(text, currency);
  return reading.ok ? reading.minor : 0;
}
