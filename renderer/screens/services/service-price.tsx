import { useTranslation } from "react-i18next";
import type { ServiceRow } from "../../../main/contract/shapes/service";
import { useSoldTariff } from "../../hooks/use-sold-tariff";
import { PaneSection } from "../../parts/pane-section";
import { PriceLines } from "../../parts/price-lines";

/** What the first period cost, named as the tariff was when it was sold. */
export function ServicePrice({ service }: { readonly service: ServiceRow }) {
  const { t } = useTranslation();
  const { content } = useSoldTariff(service.tariffId, service.tariffVersion);
  return (
    <PaneSection title={t("services.section.price")}>
      <PriceLines price={service.price} resources={content?.resources ?? []} periodMonths={service.periodMonths} />
    </PaneSection>
  );
}
