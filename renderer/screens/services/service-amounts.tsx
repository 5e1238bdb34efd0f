import { useTranslation } from "react-i18next";
import type { ServiceRow } from "../../../main/contract/shapes/service";
import { useChoiceName } from "../../hooks/use-choice-name";
import { useSoldTariff } from "../../hooks/use-sold-tariff";
import { PaneSection } from "../../parts/pane-section";
import { formatNumber } from "../../text/format";
import { phrase } from "../../text/phrase";
import "./service-pane.css";

interface SoldLine {
  readonly name: string;
  readonly title: string;
  readonly value: string;
}

/** What was chosen and how much of each resource was ordered, as the tariff says it. */
export function ServiceAmounts({ service }: { readonly service: ServiceRow }) {
  const { t } = useTranslation();
  const lines = useSoldLines(service);
  return (
    <PaneSection title={t("services.section.amounts")}>
      {lines.length === 0 ? <span className="quiet">{t("services.noAmounts")}</span> : null}
      <ul className="amount-list">
        {lines.map(({ name, title, value }) => (
          <li key={name} className="amount-item">
            <span>{title}</span>
            <span>{value}</span>
          </li>
        ))}
      </ul>
    </PaneSection>
  );
}

function useSoldLines({ tariffId, tariffVersion, amounts, choices }: ServiceRow): readonly SoldLine[] {
  const { t } = useTranslation();
  const { content } = useSoldTariff(tariffId, tariffVersion);
  const choiceName = useChoiceName();
  const resourceOf = (name: string) => content?.resources.find((resource) => resource.name === name);
  const chosen = Object.entries(choices).map(([name, item]) => {
    const resource = resourceOf(name);
    return { name, title: resource?.title ?? name, value: choiceName(resource?.enumerationId ?? null, item) };
  });
  const counted = Object.entries(amounts).map(([name, amount]) => {
    const resource = resourceOf(name);
    const value =
      resource?.valueType === "boolean"
        ? t(amount > 0 ? "services.yes" : "services.no")
        : t("services.amount", { amount: formatNumber(amount), measure: phrase(resource?.measure ?? "") });
    return { name, title: resource?.title ?? name, value };
  });
  return [...chosen, ...counted];
}
