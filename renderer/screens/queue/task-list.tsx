import { Button } from "@mantine/core";
import { IconChecklist, IconFilterOff } from "@tabler/icons-react";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { TaskRow } from "../../../main/contract/shapes/task";
import { usePages } from "../../hooks/use-pages";
import { BulkBar } from "../../lists/bulk-bar";
import { DataList } from "../../lists/data-list";
import { ActiveFilters, ListFilters } from "../../lists/list-filters";
import { ListBar } from "../../lists/list-bar";
import { rowsOf } from "../../lists/rows-of";
import { useClearFilters } from "../../lists/use-clear-filters";
import { useIsTable } from "../../lists/use-is-table";
import { useList } from "../../lists/use-list";
import { useMarks } from "../../lists/use-marks";
import { Allowed } from "../../parts/allowed";
import { EmptyState } from "../../parts/empty-state";
import { SearchField } from "../../parts/search-field";
import { useConsole } from "../../stores/console-store";
import { CloseManyDialog } from "./close-many-dialog";
import { QueueCounts } from "./queue-counts";
import { useTaskColumns } from "./task-columns";
import { TaskRowView } from "./task-row-view";
import { useQueueChoices, useQueueInput } from "./use-queue-filter";
import { useQueueDeeds } from "./use-queue-deeds";

const keyOf = ({ id }: TaskRow): string => id;
const renderLines = (task: TaskRow) => <TaskRowView task={task} />;

/** The tasks with their filters, and what can be done with many of them. */
export function TaskList({ selected }: { readonly selected: string | null }) {
  const { t } = useTranslation();
  const list = useList("tasks", "queue", useTaskColumns());
  const input = useQueueInput(list);
  const choices = useQueueChoices();
  const tasks = usePages("task.list", input);
  const marks = useMarks("tasks", { keyOf, readRows: tasks.readRows });
  const deeds = useQueueDeeds(marks);
  const { ref, isTable } = useIsTable();
  const { change } = list;
  const search = useCallback(
    (text: string) => {
      change("search", text);
    },
    [change],
  );
  return (
    <div ref={ref} className="list-body">
      <div className="list-head">
        <SearchField value={list.filters["search"] ?? ""} placeholder={t("queue.search")} onSearch={search} />
        <ListFilters list={list} choices={choices} isWide={isTable} />
      </div>
      <ActiveFilters list={list} choices={choices} isWide={isTable} />
      <ListBar list={list} isTable={isTable} exported={{ name: "tasks", filter: input }}>
        <QueueCounts list={list} counts={tasks.firstPage?.counts} total={tasks.total} />
      </ListBar>
      <BulkBar list="tasks" marks={marks} deeds={deeds.deeds} />
      <DataList
        label={t("queue.list")}
        list={list}
        rows={rowsOf(tasks)}
        keyOf={keyOf}
        renderLines={renderLines}
        isTable={isTable}
        selectedKey={selected}
        onOpen={(task) => {
          useConsole.getState().open("queue", task.id);
        }}
        marks={marks}
        empty={<NoTasks isFiltered={list.isFiltered} />}
      />
      <CloseManyDialog {...deeds} />
    </div>
  );
}

function NoTasks({ isFiltered }: { readonly isFiltered: boolean }) {
  const { t } = useTranslation();
  const open = useConsole((state) => state.open);
  const clear = useClearFilters("queue");
  if (isFiltered) {
    return (
      <EmptyState icon={IconFilterOff} title={t("queue.emptyFiltered")} hint={t("queue.emptyFilteredHint")}>
        <Button variant="default" mt="xs" onClick={clear}>
          {t("lists.clearFilters")}
        </Button>
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={IconChecklist} title={t("queue.empty")} hint={t("queue.emptyHint")}>
      <Allowed to="order.place">
        <Button
          variant="default"
          mt="xs"
          onClick={() => {
            open("order");
          }}
        >
          {t("queue.newOrder")}
        </Button>
      </Allowed>
    </EmptyState>
  );
}
