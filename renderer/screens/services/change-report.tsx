import { IconArrowRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ChangeReport } from "../../../main/contract/shapes/service";
import { DifferenceTable } from "../../parts/difference-table";
import { formatMoney } from "../../parts/money";
import { WarningLine } from "../../parts/warning-line";

/** What a change would do and cost, before it is made. */
export function ChangeReportView({ report }: { readonly report: ChangeReport }) {
  const { t } = useTranslation();
  const { differences, priceBefore, priceAfter, isByHand } = report;
  return (
    <div className="change-report">
      {differences.length === 0 ? (
        <span className="quiet">{t("services.change.noDifference")}</span>
      ) : (
        <DifferenceTable label={t("services.change.differences")} differences={differences} />
      )}
      <div className="change-price">
        <span>{t("services.change.price")}</span>
        <span className="quiet">{formatMoney(priceBefore.totalMinor, priceBefore.currency)}</span>
        <IconArrowRight size="1.1em" role="img" aria-label={t("services.change.becomes")} />
        <strong>{formatMoney(priceAfter.totalMinor, priceAfter.currency)}</strong>
      </div>
      <WarningLine tone="neutral">{t(isByHand ? "services.change.byHand" : "services.change.byItself")}</WarningLine>
    </div>
  );
}
