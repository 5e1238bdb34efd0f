import { useTranslation } from "react-i18next";
import type { AddressForecast } from "../../../main/contract/shapes/task";
import { useRelativeWords } from "../../parts/relative-time";
import { shortCount } from "../../parts/digits";
import { WarningLine } from "../../parts/warning-line";

/** Whether the pool holds the addresses of this order; with its age when the panel could not be asked. */
export function ForecastNote({ forecast }: { readonly forecast: AddressForecast }) {
  const { t } = useTranslation();
  const words = useRelativeWords();
  const { needed, free, poolName: pool, isShort, isLive, takenAt } = forecast;
  if (free === null) {
    if (isShort) return <WarningLine>{t("orders.forecast.noPool")}</WarningLine>;
    return <span className="quiet">{t("orders.forecast.notTold")}</span>;
  }
  const age = isLive || takenAt === null ? "" : ` (${t("orders.forecast.asOf", { when: words(takenAt) })})`;
  if (isShort) {
    return (
      <WarningLine>
        {t("orders.forecast.short", { needed, free: shortCount(free), pool })}
        {age}
      </WarningLine>
    );
  }
  return (
    <span className="quiet">
      {t("orders.forecast.enough", { free: shortCount(free), pool })}
      {age}
    </span>
  );
}
