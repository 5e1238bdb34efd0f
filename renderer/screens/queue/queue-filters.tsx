import { Chip, Select, VisuallyHidden } from "@mantine/core";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { Allowed } from "../../parts/allowed";
import type { CallOutput } from "../../../main/contract/calls";
import { useQuery } from "../../hooks/use-query";
import { SearchField } from "../../parts/search-field";
import { formatNumber } from "../../text/format";
import { taskFilterStates, type QueueFilter } from "./use-queue-filter";
import "./queue.css";

interface QueueFiltersProps {
  readonly filter: QueueFilter;
  readonly counts: CallOutput<"task.list">["counts"] | undefined;
}

/** Search, department, state and “mine”, with the counts of the department below. */
export function QueueFilters({ filter, counts }: QueueFiltersProps) {
  const { t } = useTranslation();
  const departments = useQuery("department.list", {});
  const { change } = filter;
  const search = useCallback(
    (text: string) => {
      change("search", text);
    },
    [change],
  );
  return (
    <>
      <VisuallyHidden component="h1">{t("queue.title")}</VisuallyHidden>
      <div className="list-head">
        <SearchField value={filter.search} placeholder={t("queue.search")} onSearch={search} />
        <Select
          w={168}
          aria-label={t("queue.department")}
          value={filter.departmentId ?? ""}
          allowDeselect={false}
          data={[
            { value: "", label: t("queue.allDepartments") },
            ...(departments.value ?? []).map((one) => ({ value: one.id, label: one.name })),
          ]}
          onChange={(value) => {
            change("department", value ?? "");
          }}
        />
      </div>
      <div className="queue-counts">
        <Select
          w={136}
          size="xs"
          aria-label={t("queue.state")}
          value={filter.state}
          allowDeselect={false}
          data={taskFilterStates.map((value) => ({ value, label: t(`queue.filter.${value}`) }))}
          onChange={(value) => {
            change("state", value ?? "live");
          }}
        />
        <Allowed to="task.accept">
          <Chip
            size="xs"
            checked={filter.isMine}
            onChange={(isMine) => {
              change("mine", isMine ? "yes" : "");
            }}
          >
            {t("queue.mine")}
          </Chip>
        </Allowed>
        {counts ? (
          <span className="one-line quiet">
            {t("queue.countOpen", { number: formatNumber(counts.open) })} ·{" "}
            {t("queue.countInWork", { number: formatNumber(counts.inWork) })} ·{" "}
            {t("queue.countRunning", { number: formatNumber(counts.running) })}
            {counts.needsAttention > 0 ? (
              <strong data-tone="failed"> · {t("queue.countAttention", { count: counts.needsAttention })}</strong>
            ) : null}
          </span>
        ) : null}
      </div>
    </>
  );
}
