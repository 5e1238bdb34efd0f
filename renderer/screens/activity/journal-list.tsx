import { IconNotebook } from "@tabler/icons-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { JournalEntry } from "../../../main/contract/shapes/journal";
import { usePages } from "../../hooks/use-pages";
import { useRight } from "../../hooks/use-right";
import { Age } from "../../lists/age";
import { ListFrame } from "../../lists/list-frame";
import { NothingMatches } from "../../lists/nothing-matches";
import { rowsOf } from "../../lists/rows-of";
import { useList } from "../../lists/use-list";
import { EmptyState } from "../../parts/empty-state";
import { ListRow } from "../../parts/list-row";
import { useConsole } from "../../stores/console-store";
import { phrase } from "../../text/phrase";
import "./activity.css";
import { useJournalColumns } from "./journal-columns";
import { journalInput, useJournalChoices } from "./journal-filter";
import { useJournalTools } from "./journal-tools";

const keyOf = ({ id }: JournalEntry): string => id;
const renderLines = ({ summary, operator, workstation, at }: JournalEntry) => (
  <ListRow
    title={phrase(summary)}
    aside={<Age at={at} />}
    below={[operator, ...(workstation === "" ? [] : [workstation])].join(" · ")}
  />
);

/** The journal with its filters, newest first unless sorted otherwise. */
export function JournalList({ selectedId }: { readonly selectedId: string | null }) {
  const { t } = useTranslation();
  const mayExport = useRight("journal.export");
  const list = useList("journal", "journal", useJournalColumns());
  const input = useMemo(() => journalInput(list), [list]);
  const pages = usePages("journal.list", input);
  const tools = useJournalTools();
  return (
    <ListFrame
      label={t("activity.journal")}
      list={list}
      rows={rowsOf(pages)}
      keyOf={keyOf}
      renderLines={renderLines}
      selectedKey={selectedId}
      onOpen={(entry) => {
        useConsole.getState().open("journal", entry.id);
      }}
      search={t("activity.journalSearch")}
      choices={useJournalChoices()}
      beside={tools.menu}
      facts={pages.firstPage ? t("activity.journalCount", { count: pages.total }) : ""}
      above={tools.result}
      {...(mayExport ? { exported: { name: "journal", filter: input } } : {})}
      empty={
        list.isFiltered ? (
          <NothingMatches screen="journal" />
        ) : (
          <EmptyState
            icon={IconNotebook}
            title={t("activity.journalEmptyTitle")}
            hint={t("activity.journalEmptyHint")}
          />
        )
      }
    />
  );
}
