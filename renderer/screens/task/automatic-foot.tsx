import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TaskDetail } from "../../../main/contract/shapes/task";
import { useCommand } from "../../hooks/use-command";
import { useRight } from "../../hooks/use-right";
import { FaultNotice } from "../../parts/fault-notice";
import { FinishByHandDialog } from "./finish-by-hand-dialog";

/** What can be decided once a step has stopped: try again, or do the rest on the panel and tell so. */
export function AutomaticFoot({ detail }: { readonly detail: TaskDetail }) {
  const { t } = useTranslation();
  const { task } = detail;
  const retry = useCommand("task.retry");
  const mayDecide = useRight("task.retry");
  const [isFinishing, setIsFinishing] = useState(false);
  if (!mayDecide || !task.needsAttention || task.endedAt !== null) return null;
  return (
    <div className="pane-foot task-foot">
      <div className="task-foot-fault">
        <FaultNotice fault={retry.fault} />
      </div>
      <Button
        variant="default"
        onClick={() => {
          setIsFinishing(true);
        }}
      >
        {t("task.finish.open")}
      </Button>
      <Button loading={retry.isRunning} onClick={() => void retry.run({ id: task.id })}>
        {t("parts.retry")}
      </Button>
      <FinishByHandDialog
        isOpen={isFinishing}
        detail={detail}
        onEnd={() => {
          setIsFinishing(false);
        }}
      />
    </div>
  );
}
