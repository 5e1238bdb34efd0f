import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { JournalChange, JournalEntry } from "../../../main/contract/shapes/journal";
import { BackButton } from "../../parts/back-button";
import { DifferenceTable } from "../../parts/difference-table";
import { FactTable } from "../../parts/fact-table";
import { PageTitle } from "../../parts/page-title";
import { PaneSection } from "../../parts/pane-section";
import { useConsole } from "../../stores/console-store";
import { formatDateTime } from "../../text/format";
import { phrase } from "../../text/phrase";
import "./activity.css";
import { recordWords } from "./record-words";

/** One entry: who, when and where, and every record that changed with what was there before and after. */
export function JournalEntryPane({ entry }: { readonly entry: JournalEntry }) {
  const { t } = useTranslation();
  const open = useConsole((state) => state.open);
  const { serviceId, via, workstation } = entry;
  return (
    <div className="pane">
      <BackButton />
      <PageTitle
        title={phrase(entry.summary)}
        below={<span className="quiet">{`${entry.operator}, ${formatDateTime(entry.at)}`}</span>}
      />
      <FactTable
        facts={[
          { label: t("activity.journalFact.when"), value: formatDateTime(entry.at) },
          { label: t("activity.journalFact.who"), value: entry.operator },
          {
            label: t("activity.journalFact.where"),
            value: via === null ? workstation : `${workstation}, ${t(`activity.journalVia.${via}`)}`,
            missing: t("activity.journalFact.unknownWhere"),
          },
          { label: t("activity.journalFact.call"), value: entry.call },
          { label: t("activity.journalFact.record"), value: `${entry.entity} ${entry.entityId}` },
          { label: t("activity.journalFact.number"), value: String(entry.sequence) },
          { label: t("activity.journalFact.hash"), value: <span className="journal-hash">{entry.hash}</span> },
        ]}
      />
      {serviceId === null ? null : (
        <div>
          <Button
            variant="default"
            onClick={() => {
              open("services", serviceId);
            }}
          >
            {t("activity.journalOpenService")}
          </Button>
        </div>
      )}
      <PaneSection title={t("activity.journalChanges")}>
        {entry.changes.length === 0 ? <span className="quiet">{t("activity.journalNoChanges")}</span> : null}
        {entry.changes.map((change, index) => (
          <ChangeDetails key={`${change.record} ${change.id}`} change={change} isFirst={index === 0} />
        ))}
      </PaneSection>
    </div>
  );
}

function ChangeDetails({ change, isFirst }: { readonly change: JournalChange; readonly isFirst: boolean }) {
  const { t } = useTranslation();
  const title = t(`activity.journalKind.${change.kind}`, { record: recordWords(change.record) });
  const differences = change.differences.map(({ field, before, after, isSecret }) => ({
    field,
    before: readable(field, before),
    after: isSecret ? t("activity.journalSecret") : readable(field, after),
  }));
  return (
    <details className="journal-change" open={isFirst}>
      <summary>{title}</summary>
      {differences.length === 0 ? null : (
        <DifferenceTable
          label={title}
          differences={differences}
          before={t("activity.journalBefore")}
          after={t("activity.journalAfter")}
        />
      )}
      {change.omitted === 0 ? null : (
        <span className="quiet">{t("activity.journalOmitted", { count: change.omitted })}</span>
      )}
    </details>
  );
}

/** A moment as people write it; any other value as it was kept. */
function readable(field: string, value: string | null): string {
  if (value === null) return "";
  return field.endsWith("At") && /^\d{13}$/u.test(value) ? formatDateTime(Number(value)) : value;
}
