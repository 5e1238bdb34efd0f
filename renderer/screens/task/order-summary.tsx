import { useTranslation } from "react-i18next";
import type { TaskDetail } from "../../../main/contract/shapes/task";
import type { ResourceName } from "../../../main/contract/shapes/tariff";
import { useQuery } from "../../hooks/use-query";
import { resourceNames } from "./resource-names";

/** What the customer ordered and what was noted with it: the reason for plugging what where. */
export function OrderSummary({ detail: { service } }: { readonly detail: TaskDetail }) {
  const { t } = useTranslation();
  const tariffs = useQuery("tariff.list", {});
  const resources = tariffs.value?.find((tariff) => tariff.id === service.tariffId)?.resources ?? [];
  const ordered = resourceNames.flatMap((name) => {
    const amount = service.amounts[name];
    return amount === undefined || amount === 0
      ? []
      : [{ name, amount, measure: resources.find((one) => one.name === name)?.measure ?? "" }];
  });
  return (
    <dl className="order-summary">
      <dt>{t("task.ordered")}</dt>
      <dd>
        <span>{service.tariffName}</span>
        {ordered.map((one) => (
          <OrderedAmount key={one.name} {...one} />
        ))}
      </dd>
      {service.note === "" ? null : (
        <>
          <dt>{t("task.orderNote")}</dt>
          <dd>{service.note}</dd>
        </>
      )}
    </dl>
  );
}

interface OrderedAmountProps {
  readonly name: ResourceName;
  readonly amount: number;
  readonly measure: string;
}

function OrderedAmount({ name, amount, measure }: OrderedAmountProps) {
  const { t } = useTranslation();
  return (
    <span>
      {t(`task.resource.${name}`)} <strong>{amount}</strong> {measure}
    </span>
  );
}
