import { useTranslation } from "react-i18next";
import type { PendingChange } from "../../../main/contract/shapes/service";
import { DifferenceTable } from "../../parts/difference-table";
import { formatMoney } from "../../parts/money";
import { PaneSection } from "../../parts/pane-section";

/** A change of configuration on its way: what is different once its task has ended. */
export function PendingChangeSection({ change }: { readonly change: PendingChange }) {
  const { t } = useTranslation();
  const { currency, totalMinor } = change.price;
  return (
    <PaneSection title={t("services.section.pendingChange")}>
      <DifferenceTable label={t("services.section.pendingChange")} differences={change.differences} />
      <span className="quiet">{t("services.priceAfterwards", { price: formatMoney(totalMinor, currency) })}</span>
    </PaneSection>
  );
}
