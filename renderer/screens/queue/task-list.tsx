import { Button } from "@mantine/core";
import { IconChecklist } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { TaskRow } from "../../../main/contract/shapes/task";
import { usePages } from "../../hooks/use-pages";
import { ListFrame } from "../../lists/list-frame";
import { NothingMatches } from "../../lists/nothing-matches";
import { rowsOf } from "../../lists/rows-of";
import { useList } from "../../lists/use-list";
import { useMarks } from "../../lists/use-marks";
import { Allowed } from "../../parts/allowed";
import { EmptyState } from "../../parts/empty-state";
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
  const tasks = usePages("task.list", input);
  const marks = useMarks("tasks", { keyOf, readRows: tasks.readRows });
  const deeds = useQueueDeeds(marks);
  return (
    <>
      <ListFrame
        label={t("queue.list")}
        list={list}
        rows={rowsOf(tasks)}
        keyOf={keyOf}
        renderLines={renderLines}
        selectedKey={selected}
        onOpen={(task) => {
          useConsole.getState().open("queue", task.id);
        }}
        search={t("queue.search")}
        choices={useQueueChoices()}
        facts={<QueueCounts list={list} counts={tasks.firstPage?.counts} total={tasks.total} />}
        exported={{ name: "tasks", filter: input }}
        marks={marks}
        deeds={deeds.deeds}
        empty={list.isFiltered ? <NothingMatches screen="queue" /> : <NoTasks />}
      />
      <CloseManyDialog {...deeds} />
    </>
  );
}

function NoTasks() {
  const { t } = useTranslation();
  const open = useConsole((state) => state.open);
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
