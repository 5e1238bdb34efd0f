import { useTranslation } from "react-i18next";
import type { ResourceName, Tariff } from "../../../main/contract/shapes/tariff";
import type { AddressForecast } from "../../../main/contract/shapes/task";
import { activeResources } from "./amount-limits";
import { AmountField } from "./amount-field";
import { ForecastNote } from "./forecast-note";
import { amountProblems, type OrderDraft } from "./order-draft";
import "./orders.css";

interface OrderAmountsProps {
  readonly draft: OrderDraft;
  readonly tariff: Tariff;
  /** Messages of the program by path, after a refused order. */
  readonly issues: Readonly<Record<string, string>>;
  readonly forecasts: readonly AddressForecast[];
  readonly onChange: (name: ResourceName, amount: number | string) => void;
}

const familyOf: Readonly<Partial<Record<ResourceName, AddressForecast["family"]>>> = { ip: "ipv4", ipv6: "ipv6" };

/** An amount for each resource of the tariff; a shortage of addresses stands by the field that causes it. */
export function OrderAmounts({ draft, tariff, issues, forecasts, onChange }: OrderAmountsProps) {
  const { t } = useTranslation();
  const resources = activeResources(tariff);
  const problems = amountProblems(draft, tariff);
  if (resources.length === 0) return <span className="quiet">{t("orders.noAmounts")}</span>;
  return (
    <div className="order-amounts">
      {resources.map((resource) => {
        const forecast = forecasts.find((one) => one.family === familyOf[resource.name]);
        return (
          <div key={resource.name} className="order-amount">
            <AmountField
              resource={resource}
              currency={tariff.currency}
              value={draft.amounts[resource.name] ?? resource.included}
              problem={problems[resource.name]}
              issue={issues[`amounts.${resource.name}`]}
              onChange={(amount) => {
                onChange(resource.name, amount);
              }}
            />
            {forecast && forecast.needed > 0 ? <ForecastNote forecast={forecast} /> : null}
          </div>
        );
      })}
    </div>
  );
}
