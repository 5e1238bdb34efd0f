import { useTranslation } from "react-i18next";
import type { TaskDetail } from "../../../main/contract/shapes/task";
import type { ResourceName } from "../../../main/contract/shapes/tariff";
import { resourceNames } from "./resource-names";

/** What the customer ordered and what was noted with it: the reason for plugging what where. */
export function OrderSummary({ detail: { service } }: { readonly detail: TaskDetail }) {
  const { t } = useTranslation();
  const ordered = resourceNames.flatMap((name) => {
    const amount = service.amounts[name];
    return amount === undefined || amount === 0 ? [] : [{ name, amount }];
  });
  return (
    <dl className="order-summary">
      <dt>{t("task.ordered")}</dt>
      <dd>
        <span>{service.tariffName}</span>
        {ordered.map(({ name, amount }) => (
          <OrderedAmount key={name} name={name} amount={amount} />
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

function OrderedAmount({ name, amount }: { readonly name: ResourceName; readonly amount: number }) {
  const { t } = useTranslation();
  return (
    <span>
      {t(`task.resource.${name}`)} <strong>{amount}</strong>
    </span>
  );
}
