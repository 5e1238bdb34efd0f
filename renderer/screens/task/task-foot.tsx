import { Button } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { TaskRow } from "../../../main/contract/shapes/task";
import { useRight } from "../../hooks/use-right";
import { KeyCaps } from "../../parts/key-caps";
import { useCommand } from "../../hooks/use-command";
import { useShortcut } from "../../hooks/use-shortcut";
import { ConfirmDialog } from "../../parts/confirm-dialog";
import { FaultNotice } from "../../parts/fault-notice";
import { useIsMine } from "./use-is-mine";

interface TaskFootProps {
  readonly task: TaskRow;
  /** Why closing did not work, where no field says it. */
  readonly fault: ReactNode;
  readonly isClosing: boolean;
  readonly onClose: () => void;
}

/** The one thing to press next at the right, giving back at its left. */
export function TaskFoot({ task, fault, isClosing, onClose }: TaskFootProps) {
  const { t } = useTranslation();
  const accepting = useCommand("task.accept");
  const releasing = useCommand("task.release");
  const mayWork = useRight("task.accept");
  const isMine = useIsMine(task);
  const accept = (): void => {
    void accepting.run({ id: task.id });
  };
  const release = (): void => {
    void releasing.run({ id: task.id, revision: task.revision });
  };
  useShortcut("acceptTask", accept, mayWork && task.state === "open");
  useShortcut("closeTask", onClose, isMine);
  useShortcut("releaseTask", release, isMine);
  if (!mayWork || (task.state !== "open" && task.state !== "in-work")) return null;
  return (
    <div className="pane-foot task-foot">
      <div className="task-foot-fault">
        <FaultNotice fault={accepting.fault ?? releasing.fault} />
        {fault}
      </div>
      {task.state === "open" ? (
        <Button loading={accepting.isRunning} onClick={accept} rightSection={<KeyCaps id="acceptTask" />}>
          {t("task.accept")}
        </Button>
      ) : null}
      {isMine ? (
        <>
          <Button variant="default" loading={releasing.isRunning} onClick={release}>
            {t("task.release")}
          </Button>
          <Button loading={isClosing} onClick={onClose} rightSection={<KeyCaps id="closeTask" />}>
            {task.kind === "close" ? t("task.closeService") : t("task.close")}
          </Button>
        </>
      ) : null}
      {task.state === "in-work" && !isMine ? (
        <TakeFromOther task={task} isRunning={releasing.isRunning} onConfirm={release} />
      ) : null}
    </div>
  );
}

interface TakeFromOtherProps {
  readonly task: TaskRow;
  readonly isRunning: boolean;
  readonly onConfirm: () => void;
}

function TakeFromOther({ task, isRunning, onConfirm }: TakeFromOtherProps) {
  const { t } = useTranslation();
  const [isAsking, setIsAsking] = useState(false);
  const name = task.performer ?? "";
  return (
    <>
      <Button
        variant="default"
        onClick={() => {
          setIsAsking(true);
        }}
      >
        {t("task.releaseOther", { name })}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t("task.releaseOtherTitle", { name })}
        consequences={[t("task.releaseOtherText", { name, number: task.number })]}
        confirmLabel={t("task.release")}
        isRunning={isRunning}
        onConfirm={onConfirm}
        onCancel={() => {
          setIsAsking(false);
        }}
      />
    </>
  );
}
