import { IconNotebook } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { JournalEntry } from "../../../main/contract/shapes/journal";
import { usePages } from "../../hooks/use-pages";
import { EmptyState } from "../../parts/empty-state";
import { FaultNotice } from "../../parts/fault-notice";
import { LoadingRows } from "../../parts/loading-rows";
import { RelativeTime } from "../../parts/relative-time";
import { VirtualList } from "../../parts/virtual-list";
import { useConsole } from "../../stores/console-store";
import "./activity.css";

/** Everything that was done at this console, newest first; a line about a service opens it. */
export function Journal() {
  const { t } = useTranslation();
  const open = useConsole((state) => state.open);
  const pages = usePages("journal.list", {});
  if (pages.firstPage === undefined) {
    return pages.fault ? <FaultNotice fault={pages.fault} onRetry={pages.reload} /> : <LoadingRows />;
  }
  if (pages.total === 0) {
    return (
      <EmptyState icon={IconNotebook} title={t("activity.journalEmptyTitle")} hint={t("activity.journalEmptyHint")} />
    );
  }
  return (
    <>
      <div className="journal-row journal-head" aria-hidden>
        <span>{t("activity.when")}</span>
        <span>{t("activity.who")}</span>
        <span>{t("activity.what")}</span>
      </div>
      <VirtualList
        label={t("activity.journalLabel")}
        count={pages.total}
        rowAt={pages.rowAt}
        onRange={pages.onRange}
        keyOf={(entry) => entry.id}
        selectedKey={null}
        renderRow={(entry) => <JournalLine entry={entry} />}
        onOpen={(entry) => {
          if (entry.serviceId !== null) open("services", entry.serviceId);
        }}
      />
    </>
  );
}

function JournalLine({ entry }: { readonly entry: JournalEntry }) {
  return (
    <div className="journal-row">
      <RelativeTime at={entry.at} />
      <span className="one-line">{entry.operator}</span>
      <span className="one-line" title={entry.summary}>
        {entry.summary}
      </span>
    </div>
  );
}
