import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TaskDetail } from "../../../main/contract/shapes/task";
import { useCommand } from "../../hooks/use-command";
import { isCoveredByFields, issuesByField } from "../../parts/field-issues";
import { ReasonDialog } from "../../parts/reason-dialog";
import { phrase } from "../../text/phrase";
import { serverIdIn } from "./use-card-form";

interface FinishByHandDialogProps {
  readonly isOpen: boolean;
  readonly detail: TaskDetail;
  readonly onEnd: () => void;
}

/** Somebody did the rest on the panel: names the steps that are given up, and asks for the server where none was chosen. */
export function FinishByHandDialog({ isOpen, detail, onEnd }: FinishByHandDialogProps) {
  const { t } = useTranslation();
  const { task, steps } = detail;
  const finish = useCommand("task.finish-by-hand");
  const [identifier, setIdentifier] = useState("");
  const [wasSubmitted, setWasSubmitted] = useState(false);
  const needsServer = task.kind === "set-up" && task.serverId === null;
  const serverId = serverIdIn(identifier);
  const open = steps.filter((step) => step.state !== "done" && step.state !== "discarded");
  const end = (): void => {
    finish.clearFault();
    setWasSubmitted(false);
    onEnd();
  };
  return (
    <ReasonDialog
      isOpen={isOpen}
      title={t("task.finish.title", { number: task.number })}
      explanation={t("task.finish.explanation", { panel: task.moduleName })}
      consequences={open.map((step) => t("task.finish.givesUp", { step: phrase(step.summary) }))}
      confirmLabel={t("task.finish.confirm")}
      isRunning={finish.isRunning}
      fault={isCoveredByFields(finish.fault, ["serverId"]) ? null : finish.fault}
      onCancel={end}
      onConfirm={(reason) => {
        setWasSubmitted(true);
        if (needsServer && serverId === null) return;
        const asked = { id: task.id, revision: task.revision, reason, serverId };
        void finish.run(asked).then((result) => {
          if (result.ok) end();
        });
      }}
    >
      {needsServer ? (
        <TextInput
          withAsterisk
          inputMode="numeric"
          className="mono-input"
          label={t("task.finish.server", { panel: task.moduleName })}
          description={t("task.finish.serverHint")}
          value={identifier}
          error={
            issuesByField(finish.fault)["serverId"] ??
            (wasSubmitted && serverId === null ? t("task.identifierNotNumber") : null)
          }
          onChange={(event) => {
            setIdentifier(event.currentTarget.value);
          }}
        />
      ) : null}
    </ReasonDialog>
  );
}
