import { useTranslation } from "react-i18next";
import type { Resource } from "../../../main/contract/shapes/tariff";
import { formatMoney } from "../../parts/money";
import { usePeriodWords } from "../../parts/period-words";
import { formatNumber } from "../../text/format";
import { phrase } from "../../text/phrase";
import { leastAmount } from "./amount-limits";

interface LimitWordsProps {
  readonly resource: Resource;
  readonly currency: string;
  readonly periodMonths: number | null;
}

/** What is included of a resource, how far it goes, and what more of it costs in the chosen period. */
export function LimitWords(props: LimitWordsProps) {
  const limits = useLimits(props.resource);
  const price = usePriceOfMore(props);
  return (
    <>
      {limits}
      {limits === "" || price === "" ? null : <br />}
      {price}
    </>
  );
}

function useLimits(resource: Resource): string {
  const { t } = useTranslation();
  const { included, minimum, maximum, step } = resource;
  if (resource.valueType === "boolean") return included >= 1 ? t("orders.limitsIncluded") : "";
  const words = { included: formatNumber(included), maximum: formatNumber(maximum), step: formatNumber(step) };
  if (leastAmount(resource) === maximum) return t("orders.limitsFixed", words);
  const least = minimum > included ? t("orders.limitsLeast", { minimum: formatNumber(minimum) }) : "";
  return `${t(step === 1 ? "orders.limitsByOne" : "orders.limits", words)}${least}`;
}

function usePriceOfMore({ resource, currency, periodMonths }: LimitWordsProps): string {
  const { t } = useTranslation();
  const periodWords = usePeriodWords();
  const { billing, included, maximum, measure, step } = resource;
  if (billing === "statistics" || billing === "manual") return t(`orders.billing.${billing}`);
  const priceMinor = resource.stepPrices.find((one) => one.months === periodMonths)?.priceMinor ?? 0;
  if (billing === "none" || priceMinor === 0 || periodMonths === null || included >= maximum) return "";
  const words = {
    price: formatMoney(priceMinor, currency),
    period: periodWords(periodMonths),
    measure: phrase(measure),
  };
  if (resource.valueType === "boolean") return t("orders.yesPrice", words);
  return t("orders.stepPrice", { ...words, step: formatNumber(step) });
}
