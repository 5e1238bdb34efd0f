import { Button, Group } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { CallOutput } from "../../../main/contract/calls";
import { useQuery } from "../../hooks/use-query";
import { EmptyState } from "../../parts/empty-state";
import { useConsole } from "../../stores/console-store";

interface OrderPlacedProps {
  readonly placed: CallOutput<"order.place">;
  readonly onAnother: () => void;
}

/** What the order became: a service and a task. */
export function OrderPlaced({ placed, onAnother }: OrderPlacedProps) {
  const { t } = useTranslation();
  const open = useConsole((state) => state.open);
  const task = useQuery("task.get", { id: placed.taskId }).value?.task;
  const hint = task?.state === "running" ? "orders.placed.hintAutomatic" : "orders.placed.hint";
  return (
    <EmptyState icon={IconCircleCheck} title={t("orders.placed.title")} hint={t(hint)}>
      <Group mt="sm" gap="xs" justify="center" role="status">
        <Button
          data-autofocus
          onClick={() => {
            open("queue", placed.taskId);
          }}
        >
          {t("orders.placed.task", { number: placed.taskNumber })}
        </Button>
        <Button
          variant="default"
          onClick={() => {
            open("services", placed.serviceId);
          }}
        >
          {t("orders.placed.service", { number: placed.serviceNumber })}
        </Button>
        <Button variant="subtle" onClick={onAnother}>
          {t("orders.placed.another")}
        </Button>
      </Group>
    </EmptyState>
  );
}
