import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../hooks/use-command";
import { FaultNotice } from "../../parts/fault-notice";
import { ReasonDialog } from "../../parts/reason-dialog";
import type { ListedStep } from "./step-row";

/** Try it again now, or give it up with a reason. */
export function StepDecision({ step }: { readonly step: ListedStep }) {
  const { t } = useTranslation();
  const retry = useCommand("action.retry");
  const discard = useCommand("action.discard");
  const [isDiscarding, setIsDiscarding] = useState(false);
  return (
    <div className="pane-foot">
      <FaultNotice fault={retry.fault} />
      <Button
        variant="default"
        onClick={() => {
          setIsDiscarding(true);
        }}
      >
        {t("parts.discard")}
      </Button>
      <Button loading={retry.isRunning} onClick={() => void retry.run({ id: step.id })}>
        {t("parts.retry")}
      </Button>
      <ReasonDialog
        isOpen={isDiscarding}
        title={t("activity.discardTitle")}
        explanation={t("activity.discardExplanation", { summary: step.summary, panel: step.moduleName })}
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
