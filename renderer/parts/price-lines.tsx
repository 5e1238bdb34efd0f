import { useTranslation } from "react-i18next";
import type { Price, Resource } from "../../main/contract/shapes/tariff";
import { formatNumber } from "../text/format";
import { phrase } from "../text/phrase";
import { formatMoney } from "./money";
import { lifetimeCode, trialCode, usePeriodWords } from "./period-words";
import "./price-lines.css";

interface PriceLinesProps {
  readonly price: Price;
  readonly periodMonths: number;
  /** Those of the tariff as it was sold: they name the lines. */
  readonly resources: readonly Pick<Resource, "name" | "title" | "measure">[];
}

/** What is paid for the first period, line by line. */
export function PriceLines({ price, periodMonths, resources }: PriceLinesProps) {
  const { t } = useTranslation();
  const periodWords = usePeriodWords();
  const wordsOf = (subject: string, quantity: number): string => {
    if (subject === "period") return periodWords(periodMonths);
    if (subject === "set-up") return t("parts.price.setUp");
    const resource = resources.find((one) => one.name === subject);
    const name = resource?.title ?? subject;
    return t("parts.price.more", { name, quantity: formatNumber(quantity), measure: phrase(resource?.measure ?? "") });
  };
  return (
    <dl className="price-lines">
      {price.lines.map((line) => (
        <div key={line.subject} className="price-line">
          <dt>{wordsOf(line.subject, line.quantity)}</dt>
          <dd>{formatMoney(line.amountMinor, price.currency)}</dd>
        </div>
      ))}
      <div className="price-line price-total">
        <dt>{t(`parts.price.total.${totalOf(price, periodMonths)}`)}</dt>
        <dd>{formatMoney(price.totalMinor, price.currency)}</dd>
      </div>
    </dl>
  );
}

/** What the total is paid for: a set-up fee is in the first period only, and a lifetime or a trial has no next one. */
function totalOf({ lines }: Price, periodMonths: number): "first" | "each" | "once" {
  if (periodMonths === lifetimeCode || periodMonths === trialCode) return "once";
  return lines.some((line) => line.subject === "set-up") ? "first" : "each";
}
