import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ListedAction } from "../../../main/contract/shapes/action";
import { useCommand } from "../../hooks/use-command";
import { FaultNotice } from "../../parts/fault-notice";
import { ReasonDialog } from "../../parts/reason-dialog";
import { phrase } from "../../text/phrase";
import { StepEdit } from "./step-edit";

/** What a person can do about a step: hold or release it, change it, try it again now, or give it up with a reason. */
export function StepDecision({ step }: { readonly step: ListedAction }) {
  const { t } = useTranslation();
  const retry = useCommand("action.retry");
  const discard = useCommand("action.discard");
  const hold = useCommand("action.hold");
  const release = useCommand("action.release-hold");
  const [isDiscarding, setIsDiscarding] = useState(false);
  const [edited, setEdited] = useState<ListedAction["editable"]>(null);
  const isHeld = step.heldBy !== null;
  const mayHold = step.state === "waiting" || step.state === "uncertain";
  const isConflict = step.trouble?.kind === "conflict" && step.state === "needs-attention";
  return (
    <div className="pane-foot">
      <FaultNotice fault={retry.fault ?? hold.fault ?? release.fault} />
      <Button
        variant="default"
        onClick={() => {
          setIsDiscarding(true);
        }}
      >
        {t("parts.discard")}
      </Button>
      {step.editable === null ? null : (
        <Button
          variant="default"
          onClick={() => {
            setEdited(step.editable);
          }}
        >
          {t("activity.editStep")}
        </Button>
      )}
      {mayHold && !isHeld ? (
        <Button variant="default" loading={hold.isRunning} onClick={() => void hold.run({ id: step.id })}>
          {t("parts.hold")}
        </Button>
      ) : null}
      {isHeld ? (
        <Button loading={release.isRunning} onClick={() => void release.run({ id: step.id })}>
          {t("parts.release")}
        </Button>
      ) : null}
      {isHeld || isConflict ? null : (
        <Button loading={retry.isRunning} onClick={() => void retry.run({ id: step.id })}>
          {t("parts.retry")}
        </Button>
      )}
      <StepEdit
        stepId={step.id}
        editable={edited}
        onEnd={() => {
          setEdited(null);
        }}
      />
      <ReasonDialog
        isOpen={isDiscarding}
        title={t("activity.discardTitle")}
        explanation={t("activity.discardExplanation", { summary: phrase(step.summary), panel: step.moduleName })}
        confirmLabel={t("parts.discard")}
        isRunning={discard.isRunning}
        fault={discard.fault}
        onCancel={() => {
          setIsDiscarding(false);
        }}
        onConfirm={(reason) => {
          void discard.run({ id: step.id, reason }).then((result) => {
            if (result.ok) setIsDiscarding(false);
          });
        }}
      />
    </div>
  );
}
