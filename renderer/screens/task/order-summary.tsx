import { useTranslation } from "react-i18next";
import type { TaskDetail } from "../../../main/contract/shapes/task";
import { useChoiceName } from "../../hooks/use-choice-name";
import { useSoldTariff } from "../../hooks/use-sold-tariff";
import { formatNumber } from "../../text/format";
import { phrase } from "../../text/phrase";
import { byMounting } from "./mounting-order";

/** What the customer ordered and what was noted with it: the reason for plugging what where. */
export function OrderSummary({ detail: { service } }: { readonly detail: TaskDetail }) {
  const { t } = useTranslation();
  const { content } = useSoldTariff(service.tariffId, service.tariffVersion);
  const choiceName = useChoiceName();
  const amounts = Object.entries(service.amounts)
    .filter(([, amount]) => amount > 0)
    .map(([name, amount]) => ({ name, amount, resource: content?.resources.find((one) => one.name === name) }));
  return (
    <dl className="order-summary">
      <dt>{t("task.ordered")}</dt>
      <dd>
        <span>{service.tariffName}</span>
        {byMounting(amounts).map(({ name, amount, resource }) => (
          <span key={name}>
            {resource?.title ?? name} <strong>{formatNumber(amount)}</strong> {phrase(resource?.measure ?? "")}
          </span>
        ))}
        {Object.entries(service.choices).map(([name, item]) => {
          const resource = content?.resources.find((one) => one.name === name);
          return (
            <span key={name}>
              {resource?.title ?? name} <strong>{choiceName(resource?.enumerationId ?? null, item)}</strong>
            </span>
          );
        })}
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
