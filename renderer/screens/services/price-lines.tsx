import { useTranslation } from "react-i18next";
import type { Price, ResourceName } from "../../../main/contract/shapes/tariff";
import { useQuery } from "../../hooks/use-query";
import { formatMoney } from "../../parts/money";
import "./price-lines.css";

interface PriceLinesProps {
  readonly price: Price;
  readonly tariffId: string;
  readonly periodMonths: number;
}

/** What is paid for the first period, line by line. */
export function PriceLines({ price, tariffId, periodMonths }: PriceLinesProps) {
  const { t } = useTranslation();
  const tariffs = useQuery("tariff.list", {});
  const tariff = tariffs.value?.find((one) => one.id === tariffId);
  const wordsOf = (subject: string, quantity: number): string => {
    if (subject === "period") return t("orders.price.period", { count: periodMonths });
    if (subject === "set-up") return t("orders.price.setUp");
    // Every other subject is the internal name of a resource.
    const name = subject as ResourceName;
    const measure = tariff?.resources.find((resource) => resource.name === name)?.measure ?? "";
    return t("orders.price.more", { name: t(`tariffs.resource.${name}`), quantity, measure });
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
        <dt>{t("orders.price.total")}</dt>
        <dd>{formatMoney(price.totalMinor, price.currency)}</dd>
      </div>
    </dl>
  );
}
