import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { JournalEntry } from "../../../main/contract/shapes/journal";
import { Age } from "../../lists/age";
import type { Column } from "../../lists/columns";
import { formatNumber } from "../../text/format";
import { phrase } from "../../text/phrase";
import { recordWords } from "./record-words";

/** What the journal can show of an entry. */
export function useJournalColumns(): readonly Column<JournalEntry, "when">[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: "when",
        title: t("activity.journalFact.when"),
        leastPx: 104,
        share: 0,
        isFixed: true,
        sortBy: "when",
        cell: ({ at }) => <Age at={at} />,
      },
      {
        id: "who",
        title: t("activity.journalFact.who"),
        leastPx: 110,
        share: 0.5,
        cell: ({ operator }) => operator,
      },
      {
        id: "what",
        title: t("activity.journalFact.what"),
        leastPx: 240,
        share: 4,
        isFixed: true,
        cell: ({ summary }) => (
          <span className="table-name" title={phrase(summary)}>
            {phrase(summary)}
          </span>
        ),
      },
      {
        id: "record",
        title: t("activity.journalEntity"),
        leastPx: 110,
        share: 0.5,
        cell: ({ entity }) => recordWords(entity),
      },
      {
        id: "where",
        title: t("activity.journalFact.where"),
        leastPx: 110,
        share: 0.5,
        cell: ({ workstation }) => workstation,
      },
      {
        id: "via",
        title: t("activity.journalFact.via"),
        leastPx: 100,
        share: 0.5,
        startsHidden: true,
        cell: ({ via }) => (via === null ? "" : t(`activity.journalVia.${via}`)),
      },
      {
        id: "call",
        title: t("activity.journalFact.call"),
        leastPx: 130,
        share: 0.5,
        startsHidden: true,
        cell: ({ call }) => <span className="mono">{call}</span>,
      },
      {
        id: "changes",
        title: t("activity.journalFact.changes"),
        leastPx: 80,
        share: 0,
        startsHidden: true,
        isNumber: true,
        cell: ({ changes }) => formatNumber(changes.length),
      },
      {
        id: "number",
        title: t("activity.journalFact.number"),
        leastPx: 80,
        share: 0,
        startsHidden: true,
        isNumber: true,
        cell: ({ sequence }) => formatNumber(sequence),
      },
    ],
    [t],
  );
}
