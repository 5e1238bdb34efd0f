import type { Difference } from "../contract/shapes/tariff";
import { minorDigits } from "../contract/shapes/tariff";
import type { CatalogueEnumeration, CatalogueModule, CatalogueResource, CatalogueTariff } from "./catalogue";

/** Field → its value in words. */
export type Facts = ReadonlyMap<string, string>;

/** The fields that two records say differently; a field that one of them lacks is empty there. */
export function differencesOf(before: Facts, after: Facts): Difference[] {
  return [...new Set([...after.keys(), ...before.keys()])]
    .map((field) => ({ field, before: before.get(field) ?? "", after: after.get(field) ?? "" }))
    .filter((one) => one.before !== one.after);
}

export function enumerationFacts({ name, internalName, items }: CatalogueEnumeration): Facts {
  return new Map([
    ["name", name],
    ["internal name", internalName],
    ...items.map((item): [string, string] => [`item ${item.internalName}`, item.name]),
    // Items are offered in this order.
    ["order", items.map((item) => item.internalName).join(", ")],
  ]);
}

/** Whether a module with a panel is switched on is left out: that hangs on its password, which no document carries. */
export function moduleFacts(module: CatalogueModule): Facts {
  const { type, productType, dialect, url, username, locationId, sort, isActive } = module;
  return new Map([
    ["name", module.name],
    ["type", type],
    ["product type", productType],
    ["dialect", dialect ?? ""],
    ["address", url],
    ["username", username],
    ["location", locationId === null ? "" : String(locationId)],
    ["sort", String(sort)],
    ["data centre", module.dataCentre],
    ["department", module.department],
    ...(type === "manual" ? ([["active", yesOrNo(isActive)]] as const) : []),
    ...Object.entries(module.routeOverrides).map(([name, wire]): [string, string] => [`route ${name}`, wire]),
  ]);
}

export function tariffFacts(tariff: CatalogueTariff): Facts {
  const money = (minor: number) => `${decimal(minor, minorDigits(tariff.currency))} ${tariff.currency}`;
  return new Map([
    ["name", tariff.name],
    ["product type", tariff.productType],
    ["internal name", tariff.internalName],
    ["currency", tariff.currency],
    ["active", yesOrNo(tariff.isActive)],
    ["modules", tariff.modules.join(", ")],
    ...tariff.periods.map(({ months, priceMinor, setUpMinor }): [string, string] => [
      `period ${periodWords(months)}`,
      setUpMinor === 0 ? money(priceMinor) : `${money(priceMinor)}, set-up ${money(setUpMinor)}`,
    ]),
    ...tariff.resources.map((one): [string, string] => [`resource ${one.name}`, resourceWords(one, money)]),
    ["order of resources", tariff.resources.map((one) => one.name).join(", ")],
  ]);
}

function resourceWords(resource: CatalogueResource, money: (minor: number) => string): string {
  const { title, valueType, measure, included, minimum, maximum, step, billing, changeBy, enumeration } = resource;
  return [
    title,
    enumeration === null ? valueType : `${valueType} ${enumeration}`,
    `${String(included)} included, ${String(minimum)} to ${String(maximum)} by ${String(step)} ${measure}`,
    `billing: ${billing}`,
    `changed by: ${changeBy}`,
    ...resource.stepPrices.map(({ months, priceMinor }) => `${periodWords(months)}: ${money(priceMinor)} a step`),
    ...(resource.isActive ? [] : ["switched off"]),
  ].join("; ");
}

function periodWords(months: number): string {
  if (months === 0) return "lifetime";
  if (months === -50) return "a day";
  if (months === -100) return "trial";
  return months === 1 ? "1 month" : `${String(months)} months`;
}

/** Minor units with the decimal point in its place; no floating point on the way. */
function decimal(minor: number, digits: number): string {
  if (digits === 0) return String(minor);
  const text = String(minor).padStart(digits + 1, "0");
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

function yesOrNo(is: boolean): string {
  return is ? "yes" : "no";
}
