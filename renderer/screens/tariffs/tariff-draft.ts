import type { Period, ProductType, Resource, TariffContent } from "../../../main/contract/shapes/tariff";
import { decimalText, readMoney } from "../../parts/money";
import { dayCode, lifetimeCode, trialCode } from "../../parts/period-words";
import { withAllAddOns } from "./usual-resources";

/** A number field's value: a number, or the text that is not one yet. */
export type TypedNumber = number | string;

export interface PeriodDraft {
  /** Names the row inside the draft: step prices hold on to it, whatever its length becomes. */
  readonly key: string;
  readonly months: TypedNumber;
  /** Its length is typed; otherwise it is one of the usual ones. */
  readonly isOther: boolean;
  readonly price: string;
  readonly setUp: string;
}

export interface ResourceDraft extends Omit<
  Resource,
  "included" | "minimum" | "maximum" | "step" | "stepPrices" | "measure"
> {
  readonly key: string;
  readonly measure: Resource["measure"];
  readonly included: TypedNumber;
  readonly minimum: TypedNumber;
  readonly maximum: TypedNumber;
  readonly step: TypedNumber;
  /** Key of the period → price of one step; empty where it costs nothing. */
  readonly stepPrices: Readonly<Record<string, string>>;
}

/** A tariff as the editor holds it: money and numbers are text until they are read. */
export interface TariffDraft {
  readonly productType: ProductType;
  readonly name: string;
  readonly internalName: string;
  readonly currency: string;
  readonly moduleIds: string[];
  readonly periods: PeriodDraft[];
  readonly resources: ResourceDraft[];
  readonly isActive: boolean;
}

/** The lengths that a tariff usually has, in the order of the editor; any other number of months can be typed. */
export const usualPeriods = [trialCode, dayCode, 1, 3, 6, 12, lifetimeCode] as const;

export function emptyTariffDraft(): TariffDraft {
  return {
    productType: "colocation",
    name: "",
    internalName: "",
    currency: "EUR",
    moduleIds: [],
    periods: [newPeriod([], 1)],
    resources: withAllAddOns("colocation", []),
    isActive: true,
  };
}

export function tariffDraftOf(content: TariffContent): TariffDraft {
  const { productType, name, internalName, currency, moduleIds, isActive } = content;
  return {
    productType,
    name,
    internalName,
    currency,
    moduleIds: [...moduleIds],
    periods: content.periods.map(({ months, priceMinor, setUpMinor }) => ({
      key: periodKey(months),
      months,
      isOther: !isUsual(months),
      price: decimalText(priceMinor, currency),
      setUp: setUpMinor === 0 ? "" : decimalText(setUpMinor, currency),
    })),
    resources: content.resources.map(({ stepPrices, ...rest }) => ({
      key: rest.name,
      ...rest,
      stepPrices: Object.fromEntries(
        stepPrices.map(({ months, priceMinor }) => [periodKey(months), decimalText(priceMinor, currency)]),
      ),
    })),
    isActive,
  };
}

/** A row for a usual length, or with `null` one whose length is typed. */
export function newPeriod(periods: readonly PeriodDraft[], months: number | null): PeriodDraft {
  if (months !== null) return { key: periodKey(months), months, isOther: false, price: "", setUp: "" };
  const numbers = periods.map(({ key }) => Number(/^other(\d+)$/.exec(key)?.[1] ?? 0));
  const key = `other${String(Math.max(0, ...numbers) + 1)}`;
  return { key, months: "", isOther: true, price: "", setUp: "" };
}

/** What the draft says, as the contract puts it. Only for a draft in which `tariffProblems` found nothing. */
export function tariffContentOf(draft: TariffDraft): TariffContent {
  const { currency } = draft;
  return {
    productType: draft.productType,
    name: draft.name.trim(),
    internalName: draft.internalName.trim(),
    currency,
    moduleIds: draft.moduleIds,
    periods: draft.periods.map((period): Period => ({
      months: Number(period.months),
      priceMinor: minorOf(period.price, currency),
      setUpMinor: minorOf(period.setUp, currency),
    })),
    resources: draft.resources.map((resource) => resourceOf(resource, draft)),
    isActive: draft.isActive,
  };
}

function resourceOf({ key: _, ...resource }: ResourceDraft, { periods, currency }: TariffDraft): Resource {
  const priced = periods.filter(({ key }) => (resource.stepPrices[key] ?? "").trim() !== "");
  return {
    ...resource,
    name: resource.name.trim(),
    title: resource.title.trim(),
    included: Number(resource.included),
    minimum: Number(resource.minimum),
    maximum: Number(resource.maximum),
    step: Number(resource.step),
    stepPrices: priced.map(({ key, months }) => ({
      months: Number(months),
      priceMinor: minorOf(resource.stepPrices[key] ?? "", currency),
    })),
  };
}

/** An empty money field means nothing to pay. */
function minorOf(text: string, currency: string): number {
  const reading = readMoney(text, currency);
  return reading.ok ? reading.minor : 0;
}

function periodKey(months: number): string {
  return `m${String(months)}`;
}

function isUsual(months: number): boolean {
  return usualPeriods.some((usual) => usual === months);
}
