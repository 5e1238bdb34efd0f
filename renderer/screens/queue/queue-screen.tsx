import { VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ListDetail } from "../../parts/list-detail";
import { useConsole } from "../../stores/console-store";
import { TaskPane } from "../task/task-pane";
import { TaskList } from "./task-list";

/** What should be done next, and what is taken already. */
export function QueueScreen() {
  const { t } = useTranslation();
  const selected = useConsole((state) => state.route.id);
  return (
    <>
      <VisuallyHidden component="h1">{t("queue.title")}</VisuallyHidden>
      <ListDetail
        list={<TaskList selected={selected} />}
        detail={selected === null ? null : <TaskPane key={selected} taskId={selected} />}
      />
    </>
  );
}
