import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ServiceDetail } from "../../../main/contract/shapes/service";
import { useCommand } from "../../hooks/use-command";
import { Allowed } from "../../parts/allowed";
import { FaultNotice } from "../../parts/fault-notice";
import { useConsole } from "../../stores/console-store";
import { ReceiptNotice, useReceipt } from "../task/receipt-notice";
import { ChangeDialog } from "./change-dialog";
import { isWithdrawable, mayChange, mayClose } from "./service-life";
import { CloseServiceDialog, SuspendServiceDialog, WithdrawDialog } from "./service-dialogs";

type Question = "suspend" | "close" | "withdraw";

interface ServiceActionsProps {
  readonly detail: ServiceDetail;
  readonly isChanging: boolean;
  readonly onChange: () => void;
  readonly onChangeEnd: () => void;
}

/** What can be done with a service in its state. Resuming takes nothing away, so it asks nothing. */
export function ServiceActions({ detail, isChanging, onChange, onChangeEnd }: ServiceActionsProps) {
  const { t } = useTranslation();
  const open = useConsole((state) => state.open);
  const resume = useCommand("service.resume");
  const [question, setQuestion] = useState<Question | null>(null);
  const receipt = useReceipt();
  const { service, openTaskId } = detail;
  const { id, revision, state } = service;
  const endQuestion = (): void => {
    setQuestion(null);
  };
  const ask = (next: Question) => () => {
    setQuestion(next);
  };
  return (
    <>
      <div className="service-foot-notes">
        <FaultNotice fault={resume.fault} />
        <ReceiptNotice receipt={receipt.value} panel={service.moduleName} steps={detail.actions} />
      </div>
      <div className="pane-foot">
        <Allowed to="service.change">
          {isWithdrawable(state) ? (
            <Button variant="default" onClick={ask("withdraw")}>
              {t(`services.withdraw.${state}.action`)}
            </Button>
          ) : null}
          {mayClose(state) ? (
            <Button variant="default" onClick={ask("close")}>
              {t("services.action.close")}
            </Button>
          ) : null}
          {mayChange(state) ? (
            <Button variant="default" onClick={onChange}>
              {t("services.action.change")}
            </Button>
          ) : null}
          {state === "active" ? (
            <Button variant="default" onClick={ask("suspend")}>
              {t("services.action.suspend")}
            </Button>
          ) : null}
          {state === "suspended" ? (
            <Button
              loading={resume.isRunning}
              onClick={() => {
                void resume.run({ id, revision }).then((result) => {
                  if (result.ok) receipt.show(result.value);
                });
              }}
            >
              {t("services.action.resume")}
            </Button>
          ) : null}
        </Allowed>
        {openTaskId === null ? null : (
          <Button
            onClick={() => {
              open("queue", openTaskId);
            }}
          >
            {t("services.action.openTask")}
          </Button>
        )}
      </div>
      <SuspendServiceDialog
        isOpen={question === "suspend"}
        service={service}
        onEnd={endQuestion}
        onSent={receipt.show}
      />
      <ChangeDialog isOpen={isChanging} service={service} onEnd={onChangeEnd} onSent={receipt.show} />
      <CloseServiceDialog isOpen={question === "close"} service={service} onEnd={endQuestion} />
      {isWithdrawable(state) ? (
        <WithdrawDialog isOpen={question === "withdraw"} service={service} from={state} onEnd={endQuestion} />
      ) : null}
    </>
  );
}
