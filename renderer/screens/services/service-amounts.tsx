import { useTranslation } from "react-i18next";
import type { ServiceRow } from "../../../main/contract/shapes/service";
import { useQuery } from "../../hooks/use-query";
import { groupDigits } from "../../parts/digits";
import { PaneSection } from "../../parts/pane-section";
import "./service-pane.css";

/** What was ordered of each resource, in the measure of the tariff. */
export function ServiceAmounts({ service }: { readonly service: ServiceRow }) {
  const { t } = useTranslation();
  const tariffs = useQuery("tariff.list", {});
  const tariff = tariffs.value?.find((one) => one.id === service.tariffId);
  // Keys are the resource names of the contract.
  const amounts = Object.entries(service.amounts) as [keyof typeof service.amounts, number][];
  return (
    <PaneSection title={t("services.section.amounts")}>
      {amounts.length === 0 ? <span className="quiet">{t("services.noAmounts")}</span> : null}
      <ul className="amount-list">
        {amounts.map(([name, amount]) => (
          <li key={name} className="amount-item">
            <span>{t(`tariffs.resource.${name}`)}</span>
            <span>
              {t("services.amount", {
                amount: groupDigits(amount),
                measure: tariff?.resources.find((resource) => resource.name === name)?.measure ?? "",
              })}
            </span>
          </li>
        ))}
      </ul>
    </PaneSection>
  );
}
