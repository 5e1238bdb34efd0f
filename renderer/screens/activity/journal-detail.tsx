import { IconNotebook } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useQuery } from "../../hooks/use-query";
import { EmptyState } from "../../parts/empty-state";
import { FaultNotice } from "../../parts/fault-notice";
import { LoadingRows } from "../../parts/loading-rows";
import { JournalEntryPane } from "./journal-entry";

/** The selected entry. */
export function JournalDetail({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { value, fault, reload, isLoading } = useQuery("journal.get", { id });
  if (value) return <JournalEntryPane entry={value} />;
  if (fault?.kind === "not-found") return <EmptyState icon={IconNotebook} title={t("activity.journalNotFound")} />;
  return (
    <div className="pane">
      <FaultNotice fault={fault} onRetry={reload} />
      {isLoading ? <LoadingRows /> : null}
    </div>
  );
}
