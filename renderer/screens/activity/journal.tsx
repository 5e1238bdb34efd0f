import { IconNotebook } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { JournalEntry } from "../../../main/contract/shapes/journal";
import { usePages } from "../../hooks/use-pages";
import type { Pages } from "../../hooks/use-pages";
import { Allowed } from "../../parts/allowed";
import { EmptyState } from "../../parts/empty-state";
import { FaultNotice } from "../../parts/fault-notice";
import { ListDetail } from "../../parts/list-detail";
import { LoadingRows } from "../../parts/loading-rows";
import { RelativeTime } from "../../parts/relative-time";
import { VirtualList } from "../../parts/virtual-list";
import { useConsole } from "../../stores/console-store";
import { phrase } from "../../text/phrase";
import { ActivityTabs } from "./activity-tabs";
import { JournalEntryPane } from "./journal-entry";
import { JournalFilters } from "./journal-filters";
import { useJournalTools } from "./journal-tools";
import { useJournalFilter } from "./use-journal-filter";
import "./activity.css";

/** Everything that was done, newest first, with its filters; one entry beside it. */
export function JournalTab() {
  const { t } = useTranslation();
  const open = useConsole((state) => state.open);
  const selectedId = useConsole((state) => state.route.id);
  const filter = useJournalFilter();
  const tools = useJournalTools();
  const pages = usePages("journal.list", filter.input);
  const [opened, setOpened] = useState<JournalEntry | null>(null);
  const selected = opened?.id === selectedId ? opened : null;
  return (
    <ListDetail
      list={
        <>
          <div className="list-head">
            <ActivityTabs />
            <Allowed to="journal.verify">{tools.buttons}</Allowed>
            <JournalFilters filter={filter} />
          </div>
          {tools.result}
          <JournalRows
            pages={pages}
            isFiltered={!filter.isOpen}
            selectedKey={selected?.id ?? null}
            onOpen={(entry) => {
              setOpened(entry);
              open("activity", entry.id);
            }}
          />
        </>
      }
      detail={selected === null ? null : <JournalEntryPane key={selected.id} entry={selected} />}
      placeholder={
        <EmptyState icon={IconNotebook} title={t("activity.journalPickTitle")} hint={t("activity.journalPickHint")} />
      }
    />
  );
}

interface JournalRowsProps {
  readonly pages: Pages<"journal.list">;
  readonly isFiltered: boolean;
  readonly selectedKey: string | null;
  readonly onOpen: (entry: JournalEntry) => void;
}

function JournalRows({ pages, isFiltered, selectedKey, onOpen }: JournalRowsProps) {
  const { t } = useTranslation();
  if (pages.firstPage === undefined) {
    return pages.fault ? <FaultNotice fault={pages.fault} onRetry={pages.reload} /> : <LoadingRows />;
  }
  if (pages.total === 0) {
    return isFiltered ? (
      <EmptyState icon={IconNotebook} title={t("activity.journalNoneTitle")} hint={t("activity.journalNoneHint")} />
    ) : (
      <EmptyState icon={IconNotebook} title={t("activity.journalEmptyTitle")} hint={t("activity.journalEmptyHint")} />
    );
  }
  return (
    <>
      <FaultNotice fault={pages.fault} onRetry={pages.reload} />
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
        selectedKey={selectedKey}
        renderRow={(entry) => <JournalLine entry={entry} />}
        onOpen={onOpen}
      />
    </>
  );
}

function JournalLine({ entry }: { readonly entry: JournalEntry }) {
  return (
    <div className="journal-row">
      <RelativeTime at={entry.at} />
      <span className="one-line">{entry.operator}</span>
      <span className="one-line" title={phrase(entry.summary)}>
        {phrase(entry.summary)}
      </span>
    </div>
  );
}
