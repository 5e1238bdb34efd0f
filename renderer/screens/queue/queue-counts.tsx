import { useTranslation } from "react-i18next";
import type { CallOutput } from "../../../main/contract/calls";
import type { AnyList } from "../../lists/use-list";
import { formatNumber } from "../../text/format";

interface QueueCountsProps {
  readonly list: AnyList;
  readonly counts: CallOutput<"task.list">["counts"] | undefined;
  readonly total: number;
}

/** How many tasks the filters let through, and how the whole department stands. */
export function QueueCounts({ list, counts, total }: QueueCountsProps) {
  const { t } = useTranslation();
  if (counts === undefined) return null;
  return (
    <>
      {list.isFiltered ? `${t("queue.shown", { count: total })} · ` : ""}
      {t("queue.countOpen", { number: formatNumber(counts.open) })} ·{" "}
      {t("queue.countInWork", { number: formatNumber(counts.inWork) })} ·{" "}
      {t("queue.countRunning", { number: formatNumber(counts.running) })}
      {counts.needsAttention > 0 ? (
        <strong data-tone="failed"> · {t("queue.countAttention", { count: counts.needsAttention })}</strong>
      ) : null}
    </>
  );
}
