import type { TFunction } from "i18next";
import type { Difference, Period, Resource, TariffContent } from "../../../main/contract/shapes/tariff";
import { formatMoney } from "../../parts/money";
import { periodWords } from "../../parts/period-words";
import { formatNumber } from "../../text/format";
import { phrase } from "../../text/phrase";

interface Words {
  readonly t: TFunction;
  readonly moduleName: (id: string) => string;
  readonly enumerationName: (id: string) => string;
}

/** What differs between two contents of a tariff, in words and in the order of the editor. */
export function tariffDifferences(before: TariffContent, after: TariffContent, words: Words): readonly Difference[] {
  const left = factsOf(before, words);
  const right = factsOf(after, words);
  const fields = [...new Set([...left.keys(), ...right.keys()])];
  return fields
    .map((field) => ({ field, before: left.get(field) ?? "", after: right.get(field) ?? "" }))
    .filter((one) => one.before !== one.after);
}

type Fact = readonly [field: string, value: string];

/** Everything that a content says, a fact a line. */
function factsOf(content: TariffContent, words: Words): ReadonlyMap<string, string> {
  const { t, moduleName } = words;
  const facts: Fact[] = [
    [t("tariffs.difference.name"), content.name],
    [t("tariffs.difference.internalName"), content.internalName],
    [t("tariffs.difference.currency"), content.currency],
    [t("tariffs.difference.modules"), content.moduleIds.map(moduleName).join(", ")],
    [t("tariffs.difference.isActive"), yesOrNo(content.isActive, words)],
    ...content.periods.flatMap((period) => periodFacts(period, content.currency, words)),
    ...content.resources.flatMap((resource) => resourceFacts(resource, content.currency, words)),
  ];
  return new Map(facts);
}

function periodFacts({ months, priceMinor, setUpMinor }: Period, currency: string, { t }: Words): Fact[] {
  const period = periodWords(t, months);
  return [
    [t("tariffs.difference.price", { period }), formatMoney(priceMinor, currency)],
    [t("tariffs.difference.setUp", { period }), setUpMinor === 0 ? "" : formatMoney(setUpMinor, currency)],
  ];
}

function resourceFacts(resource: Resource, currency: string, words: Words): Fact[] {
  const { t } = words;
  const title = `${resource.title} (${resource.name})`;
  const fact = (field: string, value: string): Fact => [t("tariffs.difference.field", { title, field }), value];
  const amount = (value: number): string =>
    resource.valueType === "integer" ? `${formatNumber(value)} ${phrase(resource.measure)}` : yesOrNo(value > 0, words);
  const amounts = (["included", "minimum", "maximum", "step"] as const).map((field) =>
    fact(t(`tariffs.resource.${field}`), amount(resource[field])),
  );
  return [
    [t("tariffs.difference.resource", { title }), t("tariffs.difference.present")],
    fact(t("tariffs.resource.valueType"), t(`tariffs.valueType.${resource.valueType}`)),
    ...(resource.valueType === "enumeration"
      ? [fact(t("tariffs.resource.enumeration"), words.enumerationName(resource.enumerationId ?? ""))]
      : amounts),
    fact(t("tariffs.resource.billing"), t(`tariffs.billingShort.${resource.billing}`)),
    fact(t("tariffs.resource.changeBy"), t(`tariffs.changeBy.${resource.changeBy}`)),
    fact(t("tariffs.resource.isActive"), yesOrNo(resource.isActive, words)),
    ...resource.stepPrices.map(({ months, priceMinor }): Fact => [
      t("tariffs.difference.stepPrice", { title, period: periodWords(t, months) }),
      formatMoney(priceMinor, currency),
    ]),
  ];
}

function yesOrNo(is: boolean, { t }: Words): string {
  return t(is ? "tariffs.difference.yes" : "tariffs.difference.no");
}
