import { useTranslation } from "react-i18next";
import type { StockForecast } from "../../../main/contract/shapes/task";
import { useRelativeWords } from "../../parts/relative-time";
import { WarningLine } from "../../parts/warning-line";
import { formatNumber } from "../../text/format";

/** Whether there are servers of the preset, or rack units side by side; with its age when the panel could not be asked. */
export function StockNote({ forecast }: { readonly forecast: StockForecast }) {
  const { t } = useTranslation();
  const words = useRelativeWords();
  const { what, needed, free, where, isShort, isLive, takenAt } = forecast;
  const age = isLive || takenAt === null ? "" : ` (${t("orders.forecast.asOf", { when: words(takenAt) })})`;
  if (free === null) return <WarningLine>{t(`orders.stock.${what}.unknown`, { where }) + age}</WarningLine>;
  const values = { needed: formatNumber(needed), free: formatNumber(free), where };
  if (isShort) return <WarningLine>{t(`orders.stock.${what}.short`, values) + age}</WarningLine>;
  return <span className="quiet">{t(`orders.stock.${what}.enough`, values) + age}</span>;
}
