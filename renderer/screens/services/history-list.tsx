import { useTranslation } from "react-i18next";
import type { JournalEntry } from "../../../main/contract/shapes/journal";
import { RelativeTime } from "../../parts/relative-time";
import { phrase } from "../../text/phrase";
import "./service-pane.css";

/** What was done, by whom and when, newest first. */
export function HistoryList({ entries }: { readonly entries: readonly JournalEntry[] }) {
  const { t } = useTranslation();
  if (entries.length === 0) return <span className="quiet">{t("services.noHistory")}</span>;
  return (
    <ul className="history-list">
      {entries.map((entry) => (
        <li key={entry.id} className="history-item">
          <RelativeTime at={entry.at} />
          <span>
            {phrase(entry.summary)} <span className="quiet">{t("services.by", { name: entry.operator })}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
