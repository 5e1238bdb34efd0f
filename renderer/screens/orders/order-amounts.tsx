import { useTranslation } from "react-i18next";
import type { CallOutput } from "../../../main/contract/calls";
import type { Resource, Tariff } from "../../../main/contract/shapes/tariff";
import type { AddressForecast } from "../../../main/contract/shapes/task";
import { AmountField } from "./amount-field";
import { leastAmount } from "./amount-limits";
import { ChoiceField } from "./choice-field";
import { ForecastNote } from "./forecast-note";
import { amountProblems, missingChoices, type OrderDraft } from "./order-draft";
import { StockNote } from "./stock-note";
import "./orders.css";

interface OrderAmountsProps {
  readonly draft: OrderDraft;
  readonly tariff: Tariff;
  /** Messages of the program by path, from the check and after a refused order. */
  readonly issues: Readonly<Record<string, string>>;
  readonly wasSubmitted: boolean;
  readonly check: CallOutput<"order.check"> | undefined;
  readonly onAmount: (name: string, amount: number | string) => void;
  readonly onChoice: (name: string, internalName: string) => void;
}

const familyOf: Readonly<Record<string, AddressForecast["family"]>> = { ip: "ipv4", ipv6: "ipv6" };
const unitResource = "unit";

/** A field for each resource of the tariff; what would be short stands by the field that causes it. */
export function OrderAmounts(props: OrderAmountsProps) {
  const { t } = useTranslation();
  const resources = props.tariff.resources.filter((resource) => resource.isActive);
  if (resources.length === 0) return <span className="quiet">{t("orders.noAmounts")}</span>;
  return (
    <div className="order-amounts">
      {resources.map((resource) => (
        <div key={resource.name} className="order-amount">
          {resource.valueType === "enumeration" ? (
            <OrderChoice {...props} resource={resource} />
          ) : (
            <OrderAmount {...props} resource={resource} />
          )}
        </div>
      ))}
    </div>
  );
}

interface OneOf extends OrderAmountsProps {
  readonly resource: Resource;
}

function OrderChoice({ resource, draft, tariff, issues, wasSubmitted, onChoice }: OneOf) {
  const { t } = useTranslation();
  const { name } = resource;
  const isMissing = wasSubmitted && missingChoices(draft, tariff).includes(name);
  return (
    <ChoiceField
      resource={resource}
      value={draft.choices?.[name] ?? null}
      error={isMissing ? t("orders.problem.choice") : issues[`choices.${name}`]}
      onChange={(chosen) => {
        onChoice(name, chosen);
      }}
    />
  );
}

function OrderAmount({ resource, draft, tariff, issues, check, onAmount }: OneOf) {
  const { name } = resource;
  const addresses = check?.forecasts.find((one) => one.family === familyOf[name]);
  const units = name === unitResource ? check?.stock.filter((one) => one.what === "rack-unit") : undefined;
  return (
    <>
      <AmountField
        resource={resource}
        currency={tariff.currency}
        periodMonths={draft.periodMonths}
        value={draft.amounts[name] ?? leastAmount(resource)}
        problem={amountProblems(draft, tariff)[name]}
        issue={issues[`amounts.${name}`]}
        onChange={(amount) => {
          onAmount(name, amount);
        }}
      />
      {addresses && addresses.needed > 0 ? <ForecastNote forecast={addresses} /> : null}
      {units?.map((forecast) => (
        <StockNote key={forecast.where} forecast={forecast} />
      ))}
    </>
  );
}
