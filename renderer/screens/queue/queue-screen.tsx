import { Button } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { IconChecklist, IconFilterOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { usePages } from "../../hooks/use-pages";
import { Allowed } from "../../parts/allowed";
import { EmptyState } from "../../parts/empty-state";
import { FaultNotice } from "../../parts/fault-notice";
import { ListDetail } from "../../parts/list-detail";
import { LoadingRows } from "../../parts/loading-rows";
import { VirtualList } from "../../parts/virtual-list";
import { useConsole } from "../../stores/console-store";
import { TaskPane } from "../task/task-pane";
import { QueueFilters } from "./queue-filters";
import { useQueueFilter } from "./use-queue-filter";
import { TaskRowView } from "./task-row-view";

/** Below this width a row takes two lines. */
const oneLineWidth = 680;

/** What should be done next, and what is taken already. */
export function QueueScreen() {
  const { t } = useTranslation();
  const selected = useConsole((state) => state.route.id);
  return (
    <ListDetail
      list={<TaskList selected={selected} />}
      detail={selected === null ? null : <TaskPane key={selected} taskId={selected} />}
      placeholder={<EmptyState icon={IconChecklist} title={t("queue.chooseTask")} hint={t("queue.chooseTaskHint")} />}
    />
  );
}

function TaskList({ selected }: { readonly selected: string | null }) {
  const { t } = useTranslation();
  const open = useConsole((state) => state.open);
  const filter = useQueueFilter();
  const tasks = usePages("task.list", filter.input);
  const { ref, width } = useElementSize();
  const isOneLine = width >= oneLineWidth;
  return (
    <>
      <QueueFilters filter={filter} counts={tasks.firstPage?.counts} />
      <FaultNotice fault={tasks.fault} onRetry={tasks.reload} />
      <div ref={ref} className="list-body">
        {tasks.firstPage === undefined ? <LoadingRows count={10} /> : null}
        {tasks.firstPage !== undefined && tasks.total === 0 ? <NoTasks isFiltered={filter.isFiltered} /> : null}
        {tasks.total > 0 ? (
          <VirtualList
            label={t("queue.list")}
            count={tasks.total}
            rowAt={tasks.rowAt}
            keyOf={(row) => row.id}
            lines={isOneLine ? 1 : 2}
            renderRow={(row) => <TaskRowView task={row} isOneLine={isOneLine} />}
            selectedKey={selected}
            onOpen={(row) => {
              open("queue", row.id);
            }}
            onRange={tasks.onRange}
          />
        ) : null}
      </div>
    </>
  );
}

function NoTasks({ isFiltered }: { readonly isFiltered: boolean }) {
  const { t } = useTranslation();
  const { open, clearFilters } = useConsole.getState();
  if (isFiltered) {
    return (
      <EmptyState icon={IconFilterOff} title={t("queue.emptyFiltered")} hint={t("queue.emptyFilteredHint")}>
        <Button
          variant="default"
          mt="xs"
          onClick={() => {
            clearFilters("queue");
          }}
        >
          {t("queue.showAll")}
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
